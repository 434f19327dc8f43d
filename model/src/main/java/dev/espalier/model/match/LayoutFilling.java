package dev.espalier.model.match;

import dev.espalier.model.layout.CodecChain;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.schema.array.LayoutSchema.Tiles;
import dev.espalier.model.shape.Shape;
import java.util.Optional;

/** Chooses the chunks, shards and codecs that a schema wishes for, where none are given. */
final class LayoutFilling {
  /** How many elements a chunk gets along the axes for which a schema takes any extent. */
  private static final long CHUNK_ELEMENTS = 1 << 18;

  private LayoutFilling() {}

  static Layout of(ArraySpec array, LayoutSchema wishes) {
    Layout there = array.layout();
    Layout.Builder layout = Layout.builder().from(there);
    if (there.chunkGrid().isEmpty()) {
      Optional<Shape> chunk = wishes.chunks().flatMap(wish -> chunk(wish, array.shape()));
      chunk.ifPresent(layout::chunkShape);
      if (there.shardShape().isEmpty()) {
        chunk
            .flatMap(c -> wishes.shards().flatMap(wish -> shard(wish, array.shape(), c)))
            .ifPresent(layout::shardShape);
      }
    } else if (there.shardShape().isEmpty() && there.codecs().isEmpty()) {
      there
          .chunkShape()
          .flatMap(c -> wishes.shards().flatMap(wish -> shard(wish, array.shape(), c)))
          .ifPresent(layout::shardShape);
    }
    if (there.codecs().isEmpty()) {
      wishes
          .codecs()
          .ifPresent(
              codecs -> layout.codecs(CodecChain.complete(codecs.chain(), array.dataType())));
    }
    return layout.build();
  }

  private static Optional<Shape> chunk(Tiles tiles, Shape array) {
    if (tiles.extents().size() != array.rank()) {
      return Optional.empty();
    }
    long[] chunk = new long[array.rank()];
    long room = CHUNK_ELEMENTS;
    for (int axis = 0; axis < chunk.length; axis++) {
      String wish = tiles.extents().get(axis);
      if (!wish.equals("*")) {
        chunk[axis] = wish.equals("full") ? Math.max(1, array.extent(axis)) : Long.parseLong(wish);
        room = Math.max(1, room / chunk[axis]);
      }
    }
    for (int axis = chunk.length - 1; axis >= 0; axis--) {
      if (chunk[axis] == 0) {
        chunk[axis] = Math.max(1, Math.min(room, array.extent(axis)));
        room = Math.max(1, room / chunk[axis]);
      }
    }
    return Optional.of(Shape.of(chunk));
  }

  /**
   * A shard holds whole chunks: a wish that does not is rounded up to the next that does. Where
   * that is more than can be counted, there is none.
   */
  private static Optional<Shape> shard(Tiles tiles, Shape array, Shape chunk) {
    if (tiles.extents().size() != array.rank()) {
      return Optional.empty();
    }
    long[] shard = new long[array.rank()];
    for (int axis = 0; axis < shard.length; axis++) {
      String wish = tiles.extents().get(axis);
      long extent =
          switch (wish) {
            case "*" -> chunk.extent(axis);
            case "full" -> Math.max(1, array.extent(axis));
            default -> Long.parseLong(wish);
          };
      long chunks = extent / chunk.extent(axis) + (extent % chunk.extent(axis) == 0 ? 0 : 1);
      if (chunks > Long.MAX_VALUE / chunk.extent(axis)) {
        return Optional.empty();
      }
      shard[axis] = chunks * chunk.extent(axis);
    }
    return Optional.of(Shape.of(shard));
  }
}
