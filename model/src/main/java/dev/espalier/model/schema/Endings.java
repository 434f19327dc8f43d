package dev.espalier.model.schema;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells which definitions some finite hierarchy can fit: a member that is required must not need
 * itself.
 *
 * <p>A definition ends as soon as everything that it needs is known to end. Those that are never
 * reached that way hold a circle. Neither time nor stack grows with the number of ways through the
 * definitions, which may be exponential.
 */
final class Endings {
  private static final int MOST_SHOWN = 10;

  private final Map<String, NodeSchema> definitions;
  private final Set<String> ending = new HashSet<>();

  Endings(Map<String, NodeSchema> definitions) {
    this.definitions = definitions;
    Map<String, List<String>> waiting = new HashMap<>();
    Deque<String> open = new ArrayDeque<>(definitions.keySet());
    while (!open.isEmpty()) {
      String name = open.remove();
      Set<String> blockers = blockers(name);
      if (blockers.isEmpty() && ending.add(name)) {
        open.addAll(waiting.getOrDefault(name, List.of()));
      }
      blockers.forEach(one -> waiting.computeIfAbsent(one, n -> new ArrayList<>()).add(name));
    }
  }

  /** Every circle of definitions that need each other, by the first of them. */
  Map<String, String> circles() {
    Map<String, String> circles = new LinkedHashMap<>();
    Set<String> walked = new HashSet<>();
    for (String start : definitions.keySet()) {
      List<String> path = new ArrayList<>();
      Optional<String> next = ending.contains(start) ? Optional.empty() : Optional.of(start);
      while (next.isPresent() && walked.add(next.get())) {
        path.add(next.get());
        next = blockers(next.get()).stream().findFirst();
      }
      next.filter(path::contains)
          .ifPresent(
              again -> circles.put(again, words(path.subList(path.indexOf(again), path.size()))));
    }
    return circles;
  }

  private static String words(List<String> circle) {
    List<String> shown = circle.subList(0, Math.min(MOST_SHOWN, circle.size()));
    return String.join(" needs ", shown)
        + (circle.size() > MOST_SHOWN ? " needs ..." : "")
        + " needs "
        + circle.get(0);
  }

  private Set<String> blockers(String name) {
    NodeSchema node = definitions.get(name);
    return node == null || ending.contains(name) ? Set.of() : blockers(node);
  }

  /** Definitions of which one at least has to end before a node does; none, if it ends. */
  private Set<String> blockers(NodeSchema schema) {
    if (schema instanceof NodeSchema.Reference reference) {
      String name = reference.definition();
      return ending.contains(name) ? Set.of() : Set.of(name);
    }
    if (schema instanceof NodeSchema.Group group) {
      return group.members().stream()
          .filter(Member::isRequired)
          .map(member -> blockers(member.node()))
          .filter(blockers -> !blockers.isEmpty())
          .findFirst()
          .orElse(Set.of());
    }
    Set<String> all = new LinkedHashSet<>();
    if (schema instanceof NodeSchema.Choice choice) {
      for (NodeSchema alternative : choice.alternatives().values()) {
        Set<String> some = blockers(alternative);
        if (some.isEmpty()) {
          return some;
        }
        all.addAll(some);
      }
    }
    return all;
  }
}
