package dev.espalier.io.file;

import dev.espalier.io.file.FoundFile.Stamp;
import dev.espalier.io.store.StoreKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The files that were last read in parts: they stay open for a while, since one part is seldom the
 * last.
 *
 * <p>Safe for use by several threads at once.
 */
final class OpenFiles {
  /** Few enough for any limit of open files. */
  private static final int MOST = 64;

  private final LinkedHashMap<StoreKey, OpenFile> recent = new LinkedHashMap<>(16, 0.75f, true);
  private boolean closed;

  /** The file that is kept for a key, for one more reader, if it is the one that is there. */
  Optional<OpenFile> take(StoreKey key, Stamp there) throws IOException {
    OpenFile kept;
    synchronized (recent) {
      kept = recent.get(key);
      if (kept == null) {
        return Optional.empty();
      }
      if (kept.found().stamp().equals(there) && kept.take()) {
        return Optional.of(kept);
      }
      recent.remove(key);
    }
    kept.release();
    return Optional.empty();
  }

  /** Keeps a file that somebody is about to read. */
  void keep(StoreKey key, OpenFile file) throws IOException {
    if (file.found().stamp().fileKey().isEmpty()) {
      return; // nothing would tell it from what is there later
    }
    List<OpenFile> dropped = new ArrayList<>();
    synchronized (recent) {
      if (closed || !file.take()) {
        return;
      }
      Optional.ofNullable(recent.put(key, file)).ifPresent(dropped::add);
      Iterator<OpenFile> eldest = recent.values().iterator();
      if (recent.size() > MOST) {
        dropped.add(eldest.next());
        eldest.remove();
      }
    }
    release(dropped);
  }

  /** Lets go of what is kept for a key. */
  void drop(StoreKey key) throws IOException {
    List<OpenFile> dropped = new ArrayList<>();
    synchronized (recent) {
      Optional.ofNullable(recent.remove(key)).ifPresent(dropped::add);
    }
    release(dropped);
  }

  /** Lets go of everything that is kept; whether there was anything. */
  boolean dropAll() throws IOException {
    List<OpenFile> dropped;
    synchronized (recent) {
      dropped = List.copyOf(recent.values());
      recent.clear();
    }
    release(dropped);
    return !dropped.isEmpty();
  }

  /** Lets go of everything, and keeps nothing from now on. */
  void close() throws IOException {
    synchronized (recent) {
      closed = true;
    }
    dropAll();
  }

  private static void release(List<OpenFile> files) throws IOException {
    for (OpenFile file : files) {
      file.release();
    }
  }
}
