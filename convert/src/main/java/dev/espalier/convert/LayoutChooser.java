package dev.espalier.convert;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.layout.CodecChain;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import java.util.List;
import java.util.Optional;

/** Decides how converted arrays are stored, as far as the source or the user has a say in it. */
final class LayoutChooser {
  private final LayoutChoice choice;

  LayoutChooser(LayoutChoice choice) {
    this.choice = choice;
  }

  /**
   * The layout of an array whose elements are copied.
   *
   * @param array the array as it shall be, with the layout that its source has
   */
  Layout ofCopied(NodePath path, ArraySpec array) {
    boolean grid = gridAskedFor(array);
    boolean codecs = choice.codecs().isPresent();
    Layout own = array.layout();
    if (!grid && !codecs && own.foreignTo().isEmpty() && own.codecs().isPresent()) {
      return own;
    }
    Layout.Builder layout = Layout.builder();
    own.chunkKeyEncoding().ifPresent(layout::chunkKeyEncoding);
    codecs(array, codecs).ifPresent(layout::codecs);
    if (grid) {
      chooseGrid(path, array, layout);
    } else {
      followGrid(array, layout);
    }
    return layout.build();
  }

  /**
   * The layout of an array that is computed from another one: chunks of the same shape. Chunks of
   * varying extents are made for the elements of one array, and not followed.
   */
  static Layout ofComputed(ArraySpec array, Layout input) {
    if (input.chunkGrid().orElse(null) instanceof RectilinearGrid) {
      Layout.Builder layout = Layout.builder();
      input.chunkKeyEncoding().ifPresent(layout::chunkKeyEncoding);
      input.codecs().filter(LayoutChooser::hasNoShards).ifPresent(layout::codecs);
      return layout.build();
    }
    return input.chunkGrid().isEmpty() ? array.layout() : input;
  }

  /** The grid of a source as far as it can be followed without its codecs. */
  static Optional<RectilinearGrid> edges(Layout layout) {
    return layout.chunkGrid().orElse(null) instanceof RectilinearGrid varied
            && layout.codecs().map(LayoutChooser::hasNoShards).orElse(true)
        ? Optional.of(varied)
        : Optional.empty();
  }

  private static boolean hasNoShards(List<CodecSpec> codecs) {
    return codecs.stream().noneMatch(CodecChain::isSharding);
  }

  /** Whether the chunks hold the elements of an array, and no more of those that are listed. */
  static boolean fit(RectilinearGrid edges, ArraySpec array) {
    Shape shape = array.shape();
    boolean fit = edges.edges().size() == shape.rank();
    for (int d = 0; fit && d < shape.rank(); d++) {
      EdgeLengths along = edges.edges().get(d);
      long extent = shape.extent(d);
      fit = along.isRepeated() || (along.cover(extent) && !along.cover(extent + 1));
    }
    return fit;
  }

  private Optional<List<CodecSpec>> codecs(ArraySpec array, boolean asked) {
    if (asked) {
      return choice.codecs().map(codecs -> CodecChain.complete(codecs, array.dataType()));
    }
    Layout own = array.layout();
    // Codecs that nest shards only fit the grid that they were made for.
    return own.foreignTo().isPresent()
        ? Optional.empty()
        : own.codecs().filter(LayoutChooser::hasNoShards);
  }

  private boolean gridAskedFor(ArraySpec array) {
    return hasRankOf(choice.chunkShape(), array)
        || hasRankOf(choice.shardShape(), array)
        || choice.chunkEdges().filter(edges -> fit(edges, array)).isPresent();
  }

  private static boolean hasRankOf(Optional<Shape> shape, ArraySpec array) {
    return shape.filter(s -> s.rank() == array.shape().rank()).isPresent();
  }

  private static void followGrid(ArraySpec array, Layout.Builder layout) {
    Optional<Shape> shard = array.layout().shardShape();
    if (shard.isPresent()) {
      array.layout().chunkShape().ifPresent(layout::chunkShape);
      layout.shardShape(shard);
    } else {
      edges(array.layout()).ifPresent(layout::chunkGrid);
      followed(array).ifPresent(layout::chunkShape);
    }
  }

  private static Optional<Shape> followed(ArraySpec array) {
    return array
        .layout()
        .chunkShape()
        .map(chunk -> ChunkShapes.following(chunk, array.shape(), array.dataType()));
  }

  private void chooseGrid(NodePath path, ArraySpec array, Layout.Builder layout) {
    Optional<Shape> shard = choice.shardShape();
    Optional<RectilinearGrid> edges = choice.chunkEdges().filter(e -> fit(e, array));
    if (edges.isPresent()) {
      layout.chunkGrid(edges.get());
      shard.ifPresent(layout::shardShape); // refused when it is planned, with the reason
      return;
    }
    Optional<Shape> chunk = choice.chunkShape().or(() -> followed(array));
    if (shard.isPresent() && choice.chunkShape().isEmpty()) {
      Shape wanted = chunk.orElseGet(() -> ChunkShapes.within(shard.get(), array.dataType()));
      chunk = Optional.of(ChunkShapes.dividing(shard.get(), wanted));
    }
    if (shard.isPresent() && chunk.isPresent()) {
      checkDivides(path, chunk.get(), shard.get());
    }
    chunk.ifPresent(layout::chunkShape);
    shard.ifPresent(layout::shardShape);
  }

  private static void checkDivides(NodePath path, Shape chunk, Shape shard) {
    boolean divides = chunk.rank() == shard.rank();
    for (int d = 0; divides && d < chunk.rank(); d++) {
      divides = shard.extent(d) % chunk.extent(d) == 0;
    }
    if (!divides) {
      throw new RequestException(
          path
              + ": a shard of shape "
              + shard
              + " does not hold whole chunks of shape "
              + chunk
              + "; make each extent of the shard a multiple of the chunk's");
    }
  }
}
