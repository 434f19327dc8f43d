package dev.espalier.io.http;

/**
 * What is known of how a server deals with parts of values, from its last answers.
 *
 * <p>Threads that see an older state ask once more than needed, and nothing else.
 */
final class ServerRanges {
  private volatile boolean partsIgnored;
  private volatile boolean endsIgnored;

  /** Whether it gives the whole value to who asks for a part. */
  boolean ignoresParts() {
    return partsIgnored;
  }

  /** Whether it gives parts, but not to who asks for the last bytes. */
  boolean ignoresEnds() {
    return endsIgnored && !partsIgnored;
  }

  void noteParts(boolean ignored) {
    partsIgnored = ignored;
  }

  void noteEnds(boolean ignored) {
    endsIgnored = ignored;
  }
}
