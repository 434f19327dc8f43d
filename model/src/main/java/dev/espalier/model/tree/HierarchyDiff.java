package dev.espalier.model.tree;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Lists what differs between two hierarchies, node by node.
 *
 * <p>The order of members does not count. Where the members of a group are not known on one side,
 * those that only the other side has are no difference. What only a backend understands (extras,
 * exact types of attributes) is not compared; {@link NodeSpec#equals} does that.
 */
public final class HierarchyDiff {
  private final Facets facets;
  private final List<Difference> found = new ArrayList<>();

  private HierarchyDiff(Facets facets) {
    this.facets = facets;
  }

  /** Every difference, parents before their members. */
  public static List<Difference> between(NodeSpec left, NodeSpec right) {
    return between(left, right, Facets.all());
  }

  /** Every difference in the facets that are looked at, parents before their members. */
  public static List<Difference> between(NodeSpec left, NodeSpec right, Facets facets) {
    HierarchyDiff diff = new HierarchyDiff(facets);
    diff.compare(NodePath.root(), left, right);
    return List.copyOf(diff.found);
  }

  /** Whether nothing differs in the facets that are looked at. */
  public static boolean like(NodeSpec left, NodeSpec right, Facets facets) {
    return between(left, right, facets).isEmpty();
  }

  private void compare(NodePath path, NodeSpec left, NodeSpec right) {
    if (!left.kind().equals(right.kind())) {
      add(path, Facet.KIND, kindOf(left), kindOf(right));
      return;
    }
    compareFacets(path, left, right);
    if (facets.has(Facet.ATTRIBUTES) && !left.attributes().equals(right.attributes())) {
      new JsonDiff((at, l, r) -> found.add(new Difference(path, Facet.ATTRIBUTES, at, l, r)))
          .compare(JsonPointer.root(), left.attributes().toJson(), right.attributes().toJson());
    }
    if (left instanceof GroupSpec leftGroup && right instanceof GroupSpec rightGroup) {
      compareMembers(path, leftGroup, rightGroup);
    }
  }

  /** What changed comes before what was added. */
  private void compareFacets(NodePath path, NodeSpec left, NodeSpec right) {
    List<Facet> onlyRight = new ArrayList<>();
    for (Facet facet : Facet.values()) {
      Optional<JsonValue> leftValue = FacetValues.of(left, facet);
      Optional<JsonValue> rightValue = FacetValues.of(right, facet);
      if (leftValue.isEmpty() && rightValue.isPresent()) {
        onlyRight.add(facet);
      } else if (!leftValue.equals(rightValue)) {
        add(path, facet, leftValue, rightValue);
      }
    }
    onlyRight.forEach(facet -> add(path, facet, Optional.empty(), FacetValues.of(right, facet)));
  }

  private void compareMembers(NodePath path, GroupSpec left, GroupSpec right) {
    Set<NodeName> names = new LinkedHashSet<>(left.members().keySet());
    names.addAll(right.members().keySet());
    for (NodeName name : names) {
      NodeSpec leftMember = left.members().get(name);
      NodeSpec rightMember = right.members().get(name);
      if (leftMember != null && rightMember != null) {
        compare(path.child(name), leftMember, rightMember);
      } else if (leftMember == null ? left.membersKnown() : right.membersKnown()) {
        add(path.child(name), Facet.MEMBERS, kindOf(leftMember), kindOf(rightMember));
      }
    }
  }

  private static Optional<JsonValue> kindOf(@Nullable NodeSpec node) {
    return Optional.ofNullable(node).map(n -> JsonValue.of(n.kind()));
  }

  private void add(
      NodePath path, Facet facet, Optional<JsonValue> left, Optional<JsonValue> right) {
    if (facets.has(facet)) {
      found.add(new Difference(path, facet, JsonPointer.root(), left, right));
    }
  }
}
