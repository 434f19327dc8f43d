package dev.espalier.model.layout;

import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How the elements of an array are stored, as far as it has been decided: what is left open is
 * chosen by the backend that writes.
 *
 * <p>{@link #chunkGrid} is the grid of the smallest units that can be read on their own. Where
 * {@link #shardShape} is given, those chunks are the inner chunks of shards of that shape. {@link
 * #codecs} encode one such chunk. A store may nest and wrap shards in ways that this does not
 * spell: then the grid is that of the shards, {@link #shardShape} is empty, and {@link #codecs}
 * hold the sharding codec as the store has it.
 */
@Value.Immutable
public interface Layout {
  /** Everything left open. */
  static Layout open() {
    return builder().build();
  }

  /** Starts a layout. */
  static Builder builder() {
    return new Builder();
  }

  /** How the array is cut into chunks. */
  Optional<ChunkGrid> chunkGrid();

  /** The extents of a shard, in elements, a multiple of the chunk shape. */
  Optional<Shape> shardShape();

  /** The codecs of one chunk, in the order in which they encode. */
  Optional<List<CodecSpec>> codecs();

  /** How chunks are named. */
  Optional<ChunkKeyEncoding> chunkKeyEncoding();

  /**
   * The backend whose words {@link #codecs} are in, where they are not those of Zarr v3: another
   * backend may show them and must not apply them.
   */
  Optional<String> foreignTo();

  /** The shape of a chunk, where the grid is regular. */
  default Optional<Shape> chunkShape() {
    return chunkGrid()
        .flatMap(
            grid ->
                grid instanceof RegularGrid regular
                    ? Optional.of(regular.chunkShape())
                    : Optional.empty());
  }

  /** Collects the parts of a {@link Layout}. */
  final class Builder extends ImmutableLayout.Builder {
    Builder() {}

    /** Cuts the array into chunks of one shape. */
    public Builder chunkShape(Shape shape) {
      return chunkGrid(new RegularGrid(shape));
    }

    /** Cuts each dimension of the array for itself, slowest first, into chunks of any extents. */
    public Builder chunkEdges(EdgeLengths... edges) {
      return chunkGrid(RectilinearGrid.of(edges));
    }
  }
}
