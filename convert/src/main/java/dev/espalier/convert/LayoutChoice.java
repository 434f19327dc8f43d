package dev.espalier.convert;

import dev.espalier.model.layout.CodecSpec;
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

  /** The extents of a chunk, for arrays of that rank. */
  Optional<Shape> chunkShape();

  /** The extents of a shard, for arrays of that rank. */
  Optional<Shape> shardShape();

  /** Collects the parts of a {@link LayoutChoice}. */
  final class Builder extends ImmutableLayoutChoice.Builder {
    Builder() {}
  }
}
