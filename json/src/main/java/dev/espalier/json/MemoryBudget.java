package dev.espalier.json;

/** How much memory the values of a document may still take; used by one thread. */
final class MemoryBudget {
  private long left;

  MemoryBudget(long bytes) {
    this.left = bytes;
  }

  /** Counts memory before it is taken; false if there is not enough. */
  boolean take(long bytes) {
    left -= bytes;
    return left >= 0;
  }
}
