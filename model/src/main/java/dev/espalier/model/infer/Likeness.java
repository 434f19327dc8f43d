package dev.espalier.model.infer;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every node a number, the same one to nodes that are built alike: of one kind, with
 * attributes of the same names, arrays of one type, rank and dimension names, groups with members
 * of like names that are built alike.
 */
final class Likeness {
  /** So many siblings that are alike do not differ by what their names mean. */
  static final int MANY_SIBLINGS = 5;

  private static final int DEEPEST = 1_000;

  private final IdentityHashMap<NodeSpec, Integer> byNode = new IdentityHashMap<>();
  private final Map<List<Object>, Integer> byStructure = new HashMap<>();

  int of(NodeSpec node) {
    return of(node, 0);
  }

  private int of(NodeSpec node, int depth) {
    Integer known = byNode.get(node);
    if (known != null) {
      return known;
    }
    if (depth > DEEPEST) {
      throw new UnsupportedException(
          "groups are nested more than " + DEEPEST + " deep; no schema is inferred from that");
    }
    List<Object> structure = new ArrayList<>();
    structure.add(node.kind());
    structure.add(node.attributes().byName().keySet());
    if (node instanceof ArraySpec array) {
      structure.add(array.dataType().id());
      structure.add(array.shape().rank());
      structure.add(array.dimensionNames());
    } else if (node instanceof GroupSpec group) {
      structure.add(members(group, depth));
    }
    int next = byStructure.size();
    Integer earlier = byStructure.putIfAbsent(structure, next);
    int number = earlier == null ? next : earlier;
    byNode.put(node, number);
    return number;
  }

  private Set<Sibling> members(GroupSpec group, int depth) {
    Set<Integer> numbers = new HashSet<>();
    Set<Sibling> siblings = new HashSet<>();
    for (Map.Entry<NodeName, NodeSpec> member : group.members().entrySet()) {
      int number = of(member.getValue(), depth + 1);
      numbers.add(number);
      siblings.add(new Sibling(NumberedName.of(member.getKey().value()).form(), number));
    }
    return numbers.size() == 1 && group.members().size() >= MANY_SIBLINGS
        ? Set.of(new Sibling("*", numbers.iterator().next()))
        : siblings;
  }

  private record Sibling(String form, int number) {}
}
