package dev.espalier.model.plan;

import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.node.NodeSpec;
import java.util.List;
import org.immutables.value.Value;

/** What will be written, known before anything is: made by a backend, which also carries it out. */
@Value.Immutable
public interface WritePlan {
  /** Starts a plan. */
  static Builder builder() {
    return new Builder();
  }

  /** Where the hierarchy goes, as the user spelled it. */
  String target();

  /** What to do when something stands there. */
  WritePolicy policy();

  /** The hierarchy with nothing left open. */
  NodeSpec root();

  /** Its nodes, parents first. */
  List<PlannedNode> nodes();

  /** What is worth knowing before it is written; what forbids writing is not among it. */
  @Value.Default
  default Report report() {
    return new Report(Profile.SPEC, List.of());
  }

  /** How many objects there will be at most. */
  default long objects() {
    return nodes().stream().mapToLong(PlannedNode::objects).reduce(0, Math::addExact);
  }

  /** How many bytes the elements take before they are encoded. */
  default long elementBytes() {
    return nodes().stream().mapToLong(PlannedNode::elementBytes).reduce(0, Math::addExact);
  }

  /** Collects the parts of a {@link WritePlan}. */
  final class Builder extends ImmutableWritePlan.Builder {
    Builder() {}
  }
}
