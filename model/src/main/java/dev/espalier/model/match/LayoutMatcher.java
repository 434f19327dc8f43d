package dev.espalier.model.match;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.shape.Shape;
import java.util.List;

/** Holds the layout of an array to what is demanded, as far as the layout has been decided. */
final class LayoutMatcher {
  private LayoutMatcher() {}

  static void check(Frame frame, LayoutSchema layout, ArraySpec array) {
    layout
        .chunks()
        .filter(LayoutSchema.Tiles::hard)
        .ifPresent(
            wish ->
                array
                    .layout()
                    .chunkShape()
                    .ifPresent(found -> tiles(frame, wish, "chunk", found, array.shape())));
    layout
        .shards()
        .filter(LayoutSchema.Tiles::hard)
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

  private static void tiles(
      Frame frame, LayoutSchema.Tiles wish, String word, Shape found, Shape array) {
    boolean right = wish.extents().size() == found.rank();
    for (int axis = 0; right && axis < found.rank(); axis++) {
      right = wish.allows(axis, found.extent(axis), array.extent(axis));
    }
    if (!right) {
      ArrayMessages.report(
          frame,
          wish.rule(),
          JsonPointer.of("chunk_grid"),
          "the " + word + " shape is " + found + ", not " + wish.extents(),
          word + " shape " + wish.extents(),
          found.toString(),
          "write the array again with " + word + "s of " + wish.extents());
    }
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
            "the codecs are " + there + ", without \"" + demanded.name() + "\" in its place",
            "codecs that hold " + names + " in this order",
            there.toString(),
            "write the array again with these codecs");
        return;
      }
    }
  }
}
