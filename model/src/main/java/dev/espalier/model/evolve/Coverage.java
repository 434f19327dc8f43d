package dev.espalier.model.evolve;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds for each alternative that there was one that takes in what it took in. */
final class Coverage<T> {
  private final Comparison comparison;
  private final Spot spot;
  private final Compare<T> compare;

  Coverage(Comparison comparison, Spot spot, Compare<T> compare) {
    this.comparison = comparison;
    this.spot = spot;
    this.compare = compare;
  }

  /** Compares two schemas. */
  interface Compare<T> {
    void compare(T older, T newer);
  }

  /**
   * Compares alternatives by name, and with others where that breaks something.
   *
   * @return the alternatives that take in more than before
   */
  Set<String> compare(Map<String, T> older, Map<String, T> newer) {
    Set<String> widened = new LinkedHashSet<>();
    Set<String> added = new LinkedHashSet<>(newer.keySet());
    older.forEach(
        (name, before) -> {
          T namesake = newer.get(name);
          if (namesake != null) {
            added.remove(name);
          }
          Comparison.Trial own = comparison.attempt(() -> compareWith(before, namesake));
          if (namesake != null && !own.isBreaking()) {
            if (!own.isCompatible()) {
              widened.add(name);
            }
            own.adopt();
            return;
          }
          Map<String, T> others = new LinkedHashMap<>(newer);
          others.remove(name);
          if (isTakenIn(name, before, others, added)) {
            if (namesake != null) {
              added.add(name); // what has the name now is something else
            }
          } else {
            if (namesake != null) {
              own.adopt();
            } else {
              comparison.breaking(
                  spot,
                  "the alternative " + name + " was removed",
                  "old data may be what is no alternative any more");
            }
          }
        });
    for (String name : added) {
      comparison.widening(
          spot,
          "the alternative " + name + " was added",
          "readers of the older version may meet what they never met before");
    }
    widened.addAll(added);
    return widened;
  }

  private void compareWith(T before, @Nullable T after) {
    if (after != null) {
      compare.compare(before, after);
    }
  }

  private boolean isTakenIn(String name, T before, Map<String, T> others, Set<String> added) {
    for (Map.Entry<String, T> other : others.entrySet()) {
      Comparison.Trial trial = comparison.attempt(() -> compare.compare(before, other.getValue()));
      if (!trial.isBreaking()) {
        trial.adopt();
        if (trial.isCompatible()) {
          added.remove(other.getKey());
        }
        comparison.compatible(
            spot,
            "the alternative " + other.getKey() + " takes in what was " + name,
            "all that was allowed still is");
        return true;
      }
    }
    return false;
  }

  /** Whether every older alternative is taken in by some newer one. */
  boolean covers(Map<String, T> older, Map<String, T> newer) {
    return older.values().stream()
        .allMatch(
            before ->
                newer.values().stream()
                    .anyMatch(
                        after ->
                            !comparison
                                .attempt(() -> compare.compare(before, after))
                                .isBreaking()));
  }
}
