package dev.espalier.convert;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.WritableBackend;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** What is to be converted, into what, and where to. */
@Value.Immutable
public interface ConversionRequest {
  /** Starts a request. */
  static Builder builder() {
    return new Builder();
  }

  /** The hierarchy that is read; it stays the caller's, and has to stay open until all is done. */
  OpenHierarchy source();

  /**
   * The node that is meant. Without a convention only this node and what lies below it is
   * converted; with one, it is the subject of the convention (or a group that holds exactly one
   * array that can be), and the rest of the hierarchy comes along.
   */
  @Value.Default
  default NodePath node() {
    return NodePath.root();
  }

  /** The convention that the result shall follow; without one, the hierarchy stays as it is. */
  Optional<Convention> convention();

  /** The name of each axis of the subject, slowest first, where the user gave them. */
  Optional<List<String>> axes();

  /** The distance between neighbouring elements of the subject. */
  @Value.Default
  default Spacing spacing() {
    return Spacing.none();
  }

  /** Where nodes of the source shall go; applied before a convention arranges the rest. */
  @Value.Default
  default NodeMapping mapping() {
    return NodeMapping.none();
  }

  /** What is asked for about the storage of arrays. */
  @Value.Default
  default LayoutChoice layout() {
    return LayoutChoice.none();
  }

  /** The format that is written. */
  WritableBackend format();

  /** Where the result goes. */
  Location target();

  /** What to do if something stands there. */
  @Value.Default
  default WritePolicy policy() {
    return WritePolicy.FAIL;
  }

  /** What becomes of chunks that hold nothing but the fill value. */
  @Value.Default
  default FillChunks fillChunks() {
    return FillChunks.OMITTED;
  }

  /** Collects the parts of a {@link ConversionRequest}. */
  final class Builder extends ImmutableConversionRequest.Builder {
    Builder() {}
  }
}
