package dev.espalier.model.convention;

import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** What a user says about a hierarchy that is to follow a convention. */
@Value.Immutable
public interface ArrangementRequest {
  /** Starts a request. */
  static Builder builder() {
    return new Builder();
  }

  /** The hierarchy as it is. */
  NodeSpec source();

  /** The array that is the subject: the image, for images. */
  NodePath array();

  /** The name of each axis of that array, slowest first, where the user gave them. */
  Optional<List<String>> axes();

  /** The distance between neighbouring elements along axes, by axis name. */
  Map<String, Quantity> spacing();

  /** What the result is called, for conventions that store a name. */
  Optional<String> name();

  /** Collects the parts of an {@link ArrangementRequest}. */
  final class Builder extends ImmutableArrangementRequest.Builder {
    Builder() {}
  }
}
