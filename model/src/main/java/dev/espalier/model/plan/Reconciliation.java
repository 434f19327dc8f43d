package dev.espalier.model.plan;

import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.tree.Difference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What becomes of every node where a hierarchy that is to be written meets one that stands at the
 * target. For backends, which make their plans of it; it reads two trees and touches no store.
 *
 * <p>A node that stands there is <i>alike</i> a node that is to be written if {@link
 * dev.espalier.model.tree.HierarchyDiff} finds no difference between it and the new one with
 * nothing left open, apart from parts of the layout (chunks, shards, codecs, chunk key encoding)
 * that the new one left open: what nobody asked for may be as it is. So data type, shape, fill
 * value (zero where none is given), dimension names and attributes count, and of the layout what
 * was asked for. Elements and extras do not count.
 *
 * <p>A hierarchy is alike as a whole ({@link WritePolicy#FAIL_UNLESS_ALIKE}) if all nodes are, and
 * neither side has a node, an attribute or dimension names that the other lacks. For {@link
 * WritePolicy#MERGE}, what only stands at the target is no difference, as it stays; an attribute of
 * both is one value, which is replaced as a whole.
 *
 * @param root the hierarchy as it will stand at the target
 * @param actions what is done with each of its nodes, and with those that are deleted
 */
public record Reconciliation(NodeSpec root, Map<NodePath, PlannedAction> actions) {
  private static final int SHOWN = 5;

  /** Copies the map, keeping its order. */
  public Reconciliation {
    actions = Collections.unmodifiableMap(new LinkedHashMap<>(actions));
  }

  /**
   * Decides what becomes of every node.
   *
   * @param target what messages call the target
   * @param asked the hierarchy that is to be written, as it was declared
   * @param resolved the same with nothing left open
   * @param standing what stands at the target
   * @throws TargetExistsException if the policy forbids to write over what stands there; the
   *     message lists the first differences
   */
  public static Reconciliation of(
      String target, WritePolicy policy, NodeSpec asked, NodeSpec resolved, NodeSpec standing) {
    return switch (policy) {
      case FAIL ->
          throw new TargetExistsException(
              target
                  + ": something stands there already; choose another target or ask to overwrite"
                  + " it");
      case FAIL_UNLESS_ALIKE -> keepIfAlike(target, asked, resolved, standing);
      case REPLACE -> replace(resolved, standing);
      case MERGE -> new Merge(target, asked, resolved, standing).reconcile();
    };
  }

  private static Reconciliation keepIfAlike(
      String target, NodeSpec asked, NodeSpec resolved, NodeSpec standing) {
    List<Difference> differences = AskedDifferences.between(standing, asked, resolved);
    if (differences.isEmpty()) {
      return new Reconciliation(standing, all(standing, PlannedAction.KEEP));
    }
    throw refusal(
        target
            + ": what stands there differs from what is to be written; choose another target, or"
            + " ask to merge or to replace",
        differences);
  }

  static TargetExistsException refusal(String message, List<Difference> differences) {
    StringBuilder text = new StringBuilder(message);
    for (Difference difference : differences.subList(0, Math.min(SHOWN, differences.size()))) {
      text.append("\n  ")
          .append(difference.path())
          .append(": ")
          .append(difference.place())
          .append(" is ")
          .append(difference.left().map(Object::toString).orElse("not there"))
          .append(", expected ")
          .append(difference.right().map(Object::toString).orElse("none"));
    }
    if (differences.size() > SHOWN) {
      text.append("\n  and ").append(differences.size() - SHOWN).append(" more");
    }
    return new TargetExistsException(text.toString());
  }

  private static Reconciliation replace(NodeSpec resolved, NodeSpec standing) {
    Set<NodePath> there = standing.toFlat().keySet();
    Map<NodePath, PlannedAction> actions = new LinkedHashMap<>();
    for (NodePath path : resolved.toFlat().keySet()) {
      actions.put(path, there.contains(path) ? PlannedAction.REPLACE : PlannedAction.CREATE);
    }
    Set<NodePath> deleted = new LinkedHashSet<>(there);
    deleted.removeAll(actions.keySet());
    deleted.forEach(path -> actions.put(path, PlannedAction.DELETE));
    return new Reconciliation(resolved, actions);
  }

  private static Map<NodePath, PlannedAction> all(NodeSpec root, PlannedAction action) {
    Map<NodePath, PlannedAction> actions = new LinkedHashMap<>();
    root.walk((path, node) -> actions.put(path, action));
    return actions;
  }

  /**
   * The nodes of a plan, with how much there is to each.
   *
   * @param standing what stands at the target, for the nodes that are deleted
   */
  public List<PlannedNode> nodes(NodeSpec standing) {
    Map<NodePath, NodeSpec> here = root.toFlat();
    Map<NodePath, NodeSpec> there = standing.toFlat();
    List<PlannedNode> nodes = new ArrayList<>();
    actions.forEach(
        (path, action) -> {
          NodeSpec spec = (action == PlannedAction.DELETE ? there : here).get(path);
          if (spec == null) {
            throw new IllegalArgumentException("no node is at " + path);
          }
          boolean documentOnly = action == PlannedAction.UPDATE;
          long objects = documentOnly ? 1 : NodeSizes.objects(spec);
          long bytes = documentOnly ? 0 : NodeSizes.elementBytes(spec);
          nodes.add(new PlannedNode(path, action, spec, objects, bytes));
        });
    return nodes;
  }
}
