package dev.espalier.model.match;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;

/** Holds the layout of an array to what is demanded, as far as the layout has been decided. */
final class LayoutMatcher {
  private LayoutMatcher() {}

  /**
   * Checks a layout.
   *
   * @param rightRank whether the array has as many dimensions as it should: where it has not, its
   *     chunks and shards cannot have either
   */
  static void check(Frame frame, LayoutSchema layout, ArraySpec array, boolean rightRank) {
    layout
        .chunks()
        .filter(wish -> wish.hard() && rightRank)
        .ifPresent(
            wish -> array.layout().chunkGrid().ifPresent(grid -> grid(frame, wish, grid, array)));
    layout
        .shards()
        .filter(wish -> wish.hard() && rightRank)
        .ifPresent(
            wish ->
                array
                    .layout()
                    .shardShape()
                    .ifPresent(found -> tiles(frame, wish, "shard", found, array.shape())));
    layout
        .codecs()
        .filter(wish -> wish.hard() && array.layout().foreignTo().isEmpty())
        .ifPresent(wish -> array.layout().codecs().ifPresent(found -> codecs(frame, wish, found)));
  }

  private static void grid(Frame frame, LayoutSchema.Tiles wish, ChunkGrid grid, ArraySpec array) {
    if (grid instanceof RegularGrid regular) {
      tiles(frame, wish, "chunk", regular.chunkShape(), array.shape());
    } else if (grid instanceof RectilinearGrid varied) {
      boolean right = wish.extents().size() == varied.edges().size();
      for (int d = 0; right && d < varied.edges().size(); d++) {
        int axis = d;
        long extent = array.shape().extent(axis);
        right =
            varied.edges().get(axis).runs().stream()
                .allMatch(run -> wish.allows(axis, run.length(), extent));
      }
      report(frame, wish, "chunk", right, varied, array.shape());
    }
  }

  private static void tiles(
      Frame frame, LayoutSchema.Tiles wish, String word, Shape found, Shape array) {
    boolean right = wish.extents().size() == found.rank();
    for (int axis = 0; right && axis < found.rank(); axis++) {
      right = wish.allows(axis, found.extent(axis), array.extent(axis));
    }
    report(frame, wish, word, right, found, array);
  }

  private static void report(
      Frame frame, LayoutSchema.Tiles wish, String word, boolean right, Object found, Shape array) {
    if (!right) {
      String wanted = spelled(wish, array);
      ArrayMessages.report(
          frame,
          wish.rule(),
          JsonPointer.of("chunk_grid"),
          "the " + word + " shape of " + frame.path() + " is " + found + ", not " + wanted,
          word + " shape " + wanted,
          word + " shape " + found,
          "write the array again with " + word + "s of " + wanted);
    }
  }

  /** The extents that are asked for, with those of the array where all of it is. */
  private static String spelled(LayoutSchema.Tiles wish, Shape array) {
    if (wish.extents().size() != array.rank()) {
      return wish.extents().toString();
    }
    List<String> extents = new ArrayList<>();
    for (int axis = 0; axis < array.rank(); axis++) {
      String extent = wish.extents().get(axis);
      extents.add(extent.equals("full") ? Long.toString(array.extent(axis)) : extent);
    }
    return extents.toString();
  }

  private static void codecs(Frame frame, LayoutSchema.Codecs wish, List<CodecSpec> found) {
    List<String> there = found.stream().map(CodecSpec::name).toList();
    int at = 0;
    for (CodecSpec demanded : wish.chain()) {
      while (at < there.size() && !there.get(at).equals(demanded.name())) {
        at++;
      }
      if (at++ >= there.size()) {
        List<String> names = wish.chain().stream().map(CodecSpec::name).toList();
        ArrayMessages.report(
            frame,
            wish.rule(),
            JsonPointer.of("codecs"),
            "the codecs of "
                + frame.path()
                + " are "
                + there
                + ", without \""
                + demanded.name()
                + "\""
                + (there.contains(demanded.name()) ? " in its place" : ""),
            "codecs that hold " + names + (names.size() > 1 ? " in this order" : ""),
            there.toString(),
            "write the array again with codecs that hold " + names);
        return;
      }
    }
  }
}
