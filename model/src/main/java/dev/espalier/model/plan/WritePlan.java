package dev.espalier.model.plan;

import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.node.NodeSpec;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
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

  /**
   * The hierarchy as it will stand there, with nothing left open; after a merge, that includes what
   * only stood at the target.
   */
  NodeSpec root();

  /** Its nodes, parents first, and behind them those that are deleted. */
  List<PlannedNode> nodes();

  /** What is worth knowing before it is written; what forbids writing is not among it. */
  @Value.Default
  default Report report() {
    return new Report(Profile.SPEC, List.of());
  }

  /**
   * What becomes of chunks that hold nothing but the fill value, where something fills an array.
   */
  @Value.Default
  default FillChunks fillChunks() {
    return FillChunks.OMITTED;
  }

  /** This plan with another fate of chunks that hold nothing but the fill value. */
  default WritePlan withFillChunks(FillChunks fillChunks) {
    return builder().from(this).fillChunks(fillChunks).build();
  }

  /** How many objects will be written at most. */
  default long objects() {
    return written(PlannedNode::objects);
  }

  /** How many bytes the elements that are written take before they are encoded. */
  default long elementBytes() {
    return written(PlannedNode::elementBytes);
  }

  private long written(ToLongFunction<PlannedNode> size) {
    return nodes().stream()
        .filter(node -> node.action().writes())
        .mapToLong(size)
        .reduce(0, Math::addExact);
  }

  /** How many nodes each action is done with; actions that are done with none are left out. */
  default Map<PlannedAction, Long> counts() {
    Map<PlannedAction, Long> counts = new EnumMap<>(PlannedAction.class);
    nodes().forEach(node -> counts.merge(node.action(), 1L, Long::sum));
    return Collections.unmodifiableMap(counts);
  }

  /** Whether there is anything to do: false where every node is kept. */
  default boolean changesAnything() {
    return nodes().stream().anyMatch(node -> node.action() != PlannedAction.KEEP);
  }

  /** Collects the parts of a {@link WritePlan}. */
  final class Builder extends ImmutableWritePlan.Builder {
    Builder() {}
  }
}
