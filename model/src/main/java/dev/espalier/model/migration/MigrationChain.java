package dev.espalier.model.migration;

import dev.espalier.model.error.RequestException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The migrations that lead from one version to another, one after the other.
 *
 * @param steps the migrations, none where the versions are the same
 */
public record MigrationChain(List<Migration> steps) {
  /** Copies the list. */
  public MigrationChain {
    steps = List.copyOf(steps);
  }

  /**
   * The chain with the fewest steps; among equals, the one whose migrations are listed first.
   *
   * @param convention what the convention is called, for messages
   * @param known the migrations that there are
   * @throws RequestException if no chain leads there; the message lists what there is
   */
  public static MigrationChain shortest(
      String convention, List<Migration> known, String from, String to) {
    Map<String, Migration> reachedBy = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty() && !next.peek().equals(to)) {
      String here = next.remove();
      for (Migration migration : known) {
        boolean isNew = !migration.to().equals(from) && !reachedBy.containsKey(migration.to());
        if (migration.from().equals(here) && isNew) {
          reachedBy.put(migration.to(), migration);
          next.add(migration.to());
        }
      }
    }
    if (next.isEmpty()) {
      throw new RequestException(noWay(convention, known, from, to));
    }
    Deque<Migration> steps = new ArrayDeque<>();
    for (String version = to; !version.equals(from); version = steps.getFirst().from()) {
      steps.addFirst(Objects.requireNonNull(reachedBy.get(version)));
    }
    return new MigrationChain(List.copyOf(steps));
  }

  private static String noWay(String convention, List<Migration> known, String from, String to) {
    String there =
        known.isEmpty()
            ? "none at all"
            : known.stream().map(Migration::toString).collect(Collectors.joining(", "));
    return "no migration of "
        + convention
        + " leads from version "
        + from
        + " to version "
        + to
        + "; there is "
        + there;
  }

  /**
   * The hierarchy after all of them.
   *
   * @throws RequestException if a migration does not fit what it meets
   */
  public MigrationDraft apply(MigrationDraft draft) {
    MigrationDraft here = draft;
    for (Migration step : steps) {
      here = step.apply(here);
    }
    return here;
  }
}
