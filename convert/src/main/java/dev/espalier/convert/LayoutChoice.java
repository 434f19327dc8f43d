package dev.espalier.convert;

import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.shape.Shape;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a user asks for about the storage of converted arrays; what is not asked for follows the
 * source where that makes sense.
 */
@Value.Immutable
public interface LayoutChoice {
  /** Nothing asked for. */
  static LayoutChoice none() {
    return builder().build();
  }

  /** Starts a choice. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * The codecs of a chunk, in the words of Zarr v3. Where none of them turns elements into bytes,
   * the one that fits the data type is put in.
   */
  Optional<List<CodecSpec>> codecs();

  /**
   * The chunks: of one shape, for arrays of that rank; or of varying extents, for arrays whose
   * extents are the sums of these.
   */
  Optional<ChunkGrid> chunkGrid();

  /** The extents of a shard, for arrays of that rank. */
  Optional<Shape> shardShape();

  /** The extents of a chunk, where all have the same. */
  default Optional<Shape> chunkShape() {
    return chunkGrid()
        .flatMap(
            grid ->
                grid instanceof RegularGrid regular
                    ? Optional.of(regular.chunkShape())
                    : Optional.empty());
  }

  /** How each dimension is cut, where chunks have varying extents. */
  default Optional<RectilinearGrid> chunkEdges() {
    return chunkGrid()
        .flatMap(
            grid ->
                grid instanceof RectilinearGrid varied ? Optional.of(varied) : Optional.empty());
  }

  /** Collects the parts of a {@link LayoutChoice}. */
  final class Builder extends ImmutableLayoutChoice.Builder {
    Builder() {}

    /** Asks for chunks of one shape. */
    public Builder chunkShape(Shape shape) {
      return chunkGrid(new RegularGrid(shape));
    }
  }
}
