package dev.espalier.model.plan;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.tree.Difference;
import dev.espalier.model.tree.Facet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a hierarchy into one that stands there, of which nothing is lost. */
final class Merge {
  /** What the stored elements depend on, beside the layout. */
  private static final Set<Facet> OF_ELEMENTS =
      Set.of(Facet.DATA_TYPE, Facet.SHAPE, Facet.FILL_VALUE);

  private final String target;
  private final NodeSpec resolved;
  private final NodeSpec standing;
  private final Map<NodePath, Set<Facet>> facets;
  private final List<Difference> conflicts;
  private final Map<NodePath, PlannedAction> actions = new LinkedHashMap<>();

  Merge(String target, NodeSpec asked, NodeSpec resolved, NodeSpec standing) {
    this.target = target;
    this.resolved = resolved;
    this.standing = standing;
    // What only stands there stays: it is no difference.
    List<Difference> differences =
        AskedDifferences.between(standing, asked, resolved).stream()
            .filter(difference -> difference.right().isPresent() || isWithinAttribute(difference))
            .toList();
    this.conflicts = differences.stream().filter(d -> d.facet() == Facet.KIND).toList();
    this.facets =
        differences.stream()
            .collect(
                Collectors.groupingBy(
                    Difference::path, Collectors.mapping(Difference::facet, Collectors.toSet())));
  }

  /** An attribute is one value, which does not keep parts of the one that stands there. */
  private static boolean isWithinAttribute(Difference difference) {
    return difference.facet() == Facet.ATTRIBUTES && difference.pointer().tokens().size() > 1;
  }

  Reconciliation reconcile() {
    if (!conflicts.isEmpty()) {
      throw Reconciliation.refusal(
          target
              + ": merging does not make a node of one kind from one of another; remove it first,"
              + " choose another target, or ask to replace all",
          conflicts);
    }
    NodeSpec root = merge(NodePath.root(), standing, resolved);
    Map<NodePath, PlannedAction> ordered = new LinkedHashMap<>();
    root.walk((path, node) -> ordered.put(path, actions.getOrDefault(path, PlannedAction.KEEP)));
    return new Reconciliation(root, ordered);
  }

  private NodeSpec merge(NodePath path, @Nullable NodeSpec there, @Nullable NodeSpec wanted) {
    if (wanted == null || there == null) {
      return there == null ? created(path, wanted) : there;
    }
    PlannedAction action = actionOf(path);
    actions.put(path, action);
    if (there instanceof ArraySpec old && wanted instanceof ArraySpec array) {
      return array(action, old, array);
    }
    return group(path, action, (GroupSpec) there, (GroupSpec) wanted);
  }

  private NodeSpec created(NodePath top, @Nullable NodeSpec wanted) {
    if (wanted == null) {
      throw new IllegalArgumentException("no node is at " + top);
    }
    wanted.walk((path, node) -> actions.put(top.resolve(path), PlannedAction.CREATE));
    return wanted;
  }

  private PlannedAction actionOf(NodePath path) {
    Set<Facet> differing = facets.getOrDefault(path, Set.of());
    if (differing.isEmpty()) {
      return PlannedAction.KEEP;
    }
    boolean elements =
        differing.stream()
            .anyMatch(f -> OF_ELEMENTS.contains(f) || AskedDifferences.LAYOUT.contains(f));
    return elements ? PlannedAction.REPLACE : PlannedAction.UPDATE;
  }

  private GroupSpec group(NodePath path, PlannedAction action, GroupSpec old, GroupSpec wanted) {
    Set<NodeName> names = new LinkedHashSet<>(wanted.members().keySet());
    names.addAll(old.members().keySet());
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    for (NodeName name : names) {
      NodePath member = path.child(name);
      members.put(name, merge(member, old.members().get(name), wanted.members().get(name)));
    }
    GroupSpec.Builder merged = GroupSpec.builder().from(old.withMembers(members));
    if (action == PlannedAction.UPDATE) {
      merged.attributes(attributes(old, wanted));
      merged.extras(extras(old.extras(), wanted.extras()));
    }
    return merged.build();
  }

  private static ArraySpec array(PlannedAction action, ArraySpec old, ArraySpec wanted) {
    if (action == PlannedAction.KEEP) {
      return old;
    }
    ArraySpec.Builder merged =
        ArraySpec.builder()
            .from(action == PlannedAction.UPDATE ? old : wanted)
            .attributes(attributes(old, wanted))
            .extras(extras(old.extras(), wanted.extras()));
    boolean sameRank = old.shape().rank() == wanted.shape().rank();
    merged.dimensionNames(
        sameRank ? wanted.dimensionNames().or(old::dimensionNames) : wanted.dimensionNames());
    return merged.build();
  }

  private static JsonObject extras(JsonObject old, JsonObject wanted) {
    JsonObject merged = old;
    for (Map.Entry<String, JsonValue> extra : wanted.members().entrySet()) {
      merged = merged.with(extra.getKey(), extra.getValue());
    }
    return merged;
  }

  private static Attributes attributes(NodeSpec old, NodeSpec wanted) {
    Map<String, Attribute> merged = new LinkedHashMap<>(old.attributes().byName());
    merged.putAll(wanted.attributes().byName());
    return new Attributes(merged);
  }
}
