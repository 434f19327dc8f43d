package dev.espalier.io.http;

import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The values last read from a server that gives no parts, or no lengths, so that the next part does
 * not cost the whole value again; safe for use by several threads at once.
 */
final class KeptValues {
  private static final float LOAD = 0.75f;

  /** Each takes some memory beside its bytes. */
  private static final int MOST_VALUES = 4_096;

  private final long most;
  private final Map<URI, Kept> byUrl = new LinkedHashMap<>(16, LOAD, true);

  /** What is kept, and what open values reserved. */
  private long used;

  /** What is kept, and may go. */
  private long idle;

  /**
   * A value as it was.
   *
   * @param validators tell whether it still is
   * @param bytes all of them
   */
  record Kept(Validators validators, KeptBytes bytes) {}

  /** Values of so many bytes in all. */
  KeptValues(long most) {
    this.most = most;
  }

  /** The value that was kept, if it was. */
  synchronized Optional<Kept> find(URI url) {
    return Optional.ofNullable(byUrl.get(url));
  }

  /** Makes room for a value of so many bytes, if there can be; others may have to go for it. */
  synchronized boolean reserve(long bytes) {
    if (bytes > most - (used - idle)) {
      return false; // not even if all the others went
    }
    Iterator<Kept> oldest = byUrl.values().iterator();
    while (bytes > most - used) {
      dropOldest(oldest);
    }
    used += bytes;
    return true;
  }

  private void dropOldest(Iterator<Kept> oldest) {
    drop(oldest.next());
    oldest.remove();
  }

  private void drop(Kept value) {
    used -= value.bytes().size();
    idle -= value.bytes().size();
  }

  /** Gives room back. */
  synchronized void release(long bytes) {
    used -= bytes;
  }

  /** Keeps a value in the room that was made for it. */
  synchronized void keep(URI url, Kept value) {
    Kept before = byUrl.put(url, value);
    if (before != null) {
      drop(before);
    }
    idle += value.bytes().size();
    if (byUrl.size() > MOST_VALUES) {
      dropOldest(byUrl.values().iterator());
    }
  }
}
