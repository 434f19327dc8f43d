package dev.espalier.model.match;

import dev.espalier.model.pattern.NearNames;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which names of a node are misspelt ones of which missing names. A name is the misspelling of one
 * missing name at most, and the other way round: the nearest two belong together, of those that are
 * equally near the missing name that is declared first.
 */
final class Misspellings {
  /** Where nothing is misspelt. */
  static final Misspellings NONE = new Misspellings(null);

  private final @Nullable NearNames names;
  private final Map<String, String> byMissing = new HashMap<>();
  private final Map<String, Pair> byFound = new HashMap<>();

  private Misspellings(@Nullable NearNames names) {
    this.names = names;
  }

  /** Looks among names that are there; each pass has so many steps for that. */
  static Misspellings among(Collection<String> found, Run run) {
    return found.isEmpty() ? NONE : new Misspellings(new NearNames(found, run.nameSteps()));
  }

  /**
   * A name that is there for one that is missing.
   *
   * @param missing the name that was meant
   * @param found the name that is there, and how near it is
   */
  record Pair(String missing, NearNames.Near found) {}

  /**
   * Gives names that are not taken yet to missing ones.
   *
   * @param missing in the order of their declaration
   * @param mayBe which names may be taken for misspelt ones
   */
  void claim(List<String> missing, Predicate<NearNames.Near> mayBe) {
    if (names == null) {
      return;
    }
    List<Pair> pairs = new ArrayList<>();
    for (String name : missing) {
      names.of(name).stream().filter(mayBe).forEach(near -> pairs.add(new Pair(name, near)));
    }
    pairs.sort(Comparator.comparingInt(pair -> pair.found().rank()));
    for (Pair pair : pairs) {
      if (!isTaken(pair.found().name()) && !byMissing.containsKey(pair.missing())) {
        byFound.put(pair.found().name(), pair);
        byMissing.put(pair.missing(), pair.found().name());
      }
    }
  }

  /** Whether a name that is there was given to a missing one. */
  boolean isTaken(String found) {
    return byFound.containsKey(found);
  }

  /** What was written for a missing name. */
  Optional<String> of(String missing) {
    return Optional.ofNullable(byMissing.get(missing));
  }

  /** The missing name that was meant by one that is there. */
  Optional<Pair> meant(String found) {
    return Optional.ofNullable(byFound.get(found));
  }

  /** The nearest name that is taken for no other missing one. */
  Optional<NearNames.Near> nearest(String missing, Predicate<String> mayBe) {
    if (names == null) {
      return Optional.empty();
    }
    Optional<String> given = of(missing);
    return names.of(missing).stream()
        .filter(
            near ->
                given.isPresent()
                    ? given.get().equals(near.name())
                    : !isTaken(near.name()) && mayBe.test(near.name()))
        .findFirst();
  }
}
