package dev.espalier.zarr.internal.plan;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedAction;
import dev.espalier.model.plan.Reconciliation;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.zarr.internal.rule.InvalidHierarchy;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans for a target at which a hierarchy stands already.
 *
 * <p>Consolidated metadata of a group repeats the documents of all nodes below it. Where a merge
 * changes one of them, the group's document is updated to be without, as it would tell of nodes
 * that are no longer like that.
 */
public final class TargetPlanner {
  private final NodeSpec standing;
  private final boolean ignoresCase;

  /**
   * A planner for one target.
   *
   * @param standing what stands there
   * @param ignoresCase whether the target takes names that differ only in case for one
   */
  public TargetPlanner(NodeSpec standing, boolean ignoresCase) {
    this.standing = standing;
    this.ignoresCase = ignoresCase;
  }

  /**
   * The plan with what becomes of each node.
   *
   * @param alone the plan that leaves nothing open and does not know of the target
   * @param asked the hierarchy that was planned, as it was declared
   * @throws dev.espalier.model.error.TargetExistsException if the policy forbids to write there
   * @throws dev.espalier.model.error.InvalidHierarchyException if what is new and what stands there
   *     cannot be together
   */
  public WritePlan plan(WritePlan alone, NodeSpec asked) {
    Reconciliation decided =
        Reconciliation.of(alone.target(), alone.policy(), asked, alone.root(), standing);
    if (alone.policy() == WritePolicy.MERGE) {
      decided = withoutStaleMetadata(decided);
    }
    return WritePlan.builder()
        .from(alone)
        .root(decided.root())
        .nodes(decided.nodes(standing))
        .report(report(alone, decided.root()))
        .build();
  }

  /** What is new may have a name that differs only in case from what stands there. */
  private Report report(WritePlan alone, NodeSpec root) {
    if (alone.policy() != WritePolicy.MERGE) {
      return alone.report();
    }
    List<Finding> findings = new ArrayList<>();
    NameCheck names = new NameCheck(ignoresCase, findings::add);
    root.walk(
        (path, node) -> {
          if (node instanceof GroupSpec group) {
            names.check(path, group);
          }
        });
    Report report = new Report(Profile.SPEC, findings);
    if (!report.isValid()) {
      throw InvalidHierarchy.of(alone.target(), "the hierarchy cannot be merged", findings);
    }
    return report;
  }

  private static Reconciliation withoutStaleMetadata(Reconciliation decided) {
    Map<NodePath, PlannedAction> actions = new LinkedHashMap<>(decided.actions());
    decided
        .actions()
        .forEach(
            (path, action) -> {
              if (action.writes()) {
                markStale(decided.root(), path, actions);
              }
            });
    return new Reconciliation(strip(NodePath.root(), decided.root(), actions), actions);
  }

  private static void markStale(
      NodeSpec root, NodePath changed, Map<NodePath, PlannedAction> actions) {
    for (Optional<NodePath> above = changed.parent();
        above.isPresent();
        above = above.get().parent()) {
      if (root.findGroup(above.get()).filter(ZarrDocument::hasConsolidatedMetadata).isPresent()) {
        actions.replace(above.get(), PlannedAction.KEEP, PlannedAction.UPDATE);
      }
    }
  }

  /** What is written has no consolidated metadata, so the plan does not promise it. */
  private static NodeSpec strip(
      NodePath path, NodeSpec node, Map<NodePath, PlannedAction> actions) {
    if (!(node instanceof GroupSpec group)) {
      return node;
    }
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    group
        .members()
        .forEach((name, member) -> members.put(name, strip(path.child(name), member, actions)));
    GroupSpec complete = group.withMembers(members);
    return actions.get(path) == PlannedAction.UPDATE
        ? ZarrDocument.withoutConsolidatedMetadata(complete)
        : complete;
  }
}
