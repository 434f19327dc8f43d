package dev.espalier.model.evolve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
   * @return the alternatives that take in, or are asked for, anything else than before
   */
  Set<String> compare(Map<String, T> older, Map<String, T> newer) {
    Set<String> changed = new LinkedHashSet<>();
    Set<String> added = new LinkedHashSet<>(newer.keySet());
    List<String> heirs = new ArrayList<>();
    older.forEach(
        (name, before) -> {
          T namesake = newer.get(name);
          if (namesake != null) {
            added.remove(name);
          }
          Comparison.Trial own = comparison.attempt(() -> compareWith(before, namesake));
          if (namesake != null && !own.isBreaking()) {
            if (!own.isUnchanged()) {
              changed.add(name);
            }
            own.adopt();
            heirs.add(name);
            return;
          }
          Map<String, T> others = new LinkedHashMap<>(newer);
          others.remove(name);
          Optional<String> heir = takenIn(name, before, others, added, changed);
          if (heir.isPresent()) {
            heirs.add(heir.get());
            if (namesake != null) {
              added.add(name); // what has the name now is something else
            }
          } else if (namesake != null) {
            changed.add(name);
            own.adopt();
          } else {
            comparison.breaking(
                spot,
                "the alternative " + name + " was removed",
                "old data may be what is no alternative any more");
          }
        });
    for (String name : added) {
      comparison.widening(
          spot,
          "the alternative " + name + " was added",
          "readers of the older version may meet what they never met before");
    }
    changed.addAll(added);
    List<String> order = new ArrayList<>(newer.keySet());
    order.retainAll(heirs);
    if (!order.equals(heirs)) {
      changed.addAll(heirs); // among equals, the first is taken
    }
    return changed;
  }

  private void compareWith(T before, @Nullable T after) {
    if (after != null) {
      compare.compare(before, after);
    }
  }

  private Optional<String> takenIn(
      String name, T before, Map<String, T> others, Set<String> added, Set<String> changed) {
    for (Map.Entry<String, T> other : others.entrySet()) {
      Comparison.Trial trial = comparison.attempt(() -> compare.compare(before, other.getValue()));
      if (!trial.isBreaking()) {
        trial.adopt();
        if (trial.isCompatible()) {
          added.remove(other.getKey());
        }
        if (!trial.isUnchanged()) {
          changed.add(other.getKey());
        }
        comparison.compatible(
            spot,
            "the alternative " + other.getKey() + " takes in what was " + name,
            "all that was allowed still is");
        return Optional.of(other.getKey());
      }
    }
    return Optional.empty();
  }

  /** Whether every older alternative is taken in by some newer one; what changes counts if so. */
  boolean covers(Map<String, T> older, Map<String, T> newer) {
    List<Boolean> covered = new ArrayList<>();
    Comparison.Trial all =
        comparison.attempt(
            () -> {
              covered.clear();
              older.values().forEach(before -> covered.add(isCovered(before, newer)));
            });
    if (covered.contains(false)) {
      return false;
    }
    all.adopt();
    return true;
  }

  private boolean isCovered(T before, Map<String, T> newer) {
    for (T after : newer.values()) {
      Comparison.Trial trial = comparison.attempt(() -> compare.compare(before, after));
      if (!trial.isBreaking()) {
        trial.adopt();
        return true;
      }
    }
    return false;
  }
}
