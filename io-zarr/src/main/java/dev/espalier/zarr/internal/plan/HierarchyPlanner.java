package dev.espalier.zarr.internal.plan;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.rule.InvalidHierarchy;
import dev.espalier.zarr.internal.rule.ZarrRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what a hierarchy leaves open, and finds every reason why it cannot be written. */
public final class HierarchyPlanner {
  private final DocumentFormat format;
  private final CodecRegistry codecs;
  private final List<Finding> findings = new ArrayList<>();
  private final List<PlannedNode> nodes = new ArrayList<>();
  private final NameCheck names;

  private HierarchyPlanner(DocumentFormat format, CodecRegistry codecs, boolean ignoresCase) {
    this.format = format;
    this.codecs = codecs;
    this.names = new NameCheck(ignoresCase, findings::add);
  }

  /**
   * Plans a hierarchy; what stands at the target is not looked at.
   *
   * @param format the version of the documents that are to be written
   * @param ignoresCase whether the target takes names that differ only in case for one
   * @throws InvalidHierarchyException with every reason why it cannot be written
   */
  public static WritePlan plan(
      NodeSpec hierarchy,
      String target,
      WritePolicy policy,
      DocumentFormat format,
      CodecRegistry codecs,
      boolean ignoresCase) {
    HierarchyPlanner planner = new HierarchyPlanner(format, codecs, ignoresCase);
    NodeSpec root = planner.resolve(NodePath.root(), hierarchy);
    Report report = new Report(Profile.SPEC, planner.findings);
    if (!report.isValid()) {
      throw InvalidHierarchy.of(target, "the hierarchy cannot be written", planner.findings);
    }
    return WritePlan.builder()
        .target(target)
        .policy(policy)
        .root(root)
        .nodes(planner.nodes)
        .report(report)
        .build();
  }

  private NodeSpec resolve(NodePath path, NodeSpec node) {
    return node.match(g -> group(path, g), a -> array(path, a), u -> unreadable(path, u));
  }

  private NodeSpec unreadable(NodePath path, UnreadableSpec node) {
    findings.add(
        ZarrRule.NODE_UNREADABLE
            .at(path)
            .message("the node could not be read: " + node.message())
            .fix("leave it out")
            .build());
    return node;
  }

  private NodeSpec group(NodePath path, GroupSpec group) {
    nodes.add(new PlannedNode(path, group.withMembers(Map.of()), 1, 0));
    names.check(path, group);
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    group.members().forEach((name, member) -> members.put(name, resolve(path.child(name), member)));
    return group.withMembers(members);
  }

  private NodeSpec array(NodePath path, ArraySpec array) {
    Optional<StoredArray> planned =
        new ArrayPlanner(format, codecs, path, array, findings::add).plan();
    if (planned.isEmpty()) {
      return array;
    }
    ArraySpec resolved = planned.get().spec();
    try {
      long objects = Math.addExact(1, planned.get().units().count());
      long size = array.dataType().byteSize().orElse(0);
      long bytes = Math.multiplyExact(array.shape().elementCount(), size);
      nodes.add(new PlannedNode(path, resolved, objects, bytes));
    } catch (ArithmeticException e) {
      findings.add(
          ZarrRule.SIZE_OVERFLOW
              .at(path, "shape")
              .message("an array of shape " + array.shape() + " has too many bytes to count")
              .found(array.shape().toString())
              .fix("choose smaller extents")
              .build());
    }
    return resolved;
  }
}
