package dev.espalier.bench.open;

import java.util.List;

/** Shares a list out among workers. */
final class Parts {
  private Parts() {}

  /** What one of them gets: a run of the list. */
  static <T> List<T> of(List<T> all, int part, int parts) {
    int size = all.size();
    return all.subList(
        (int) ((long) size * part / parts), (int) ((long) size * (part + 1) / parts));
  }
}
