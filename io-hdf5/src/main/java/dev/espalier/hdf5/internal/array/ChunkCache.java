package dev.espalier.hdf5.internal.array;

import dev.espalier.model.shape.ChunkIndex;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the datasets of an open file share: the decoded chunks last used, up to a bound, and scratch
 * memory; safe for use by several threads at once.
 */
public final class ChunkCache implements AutoCloseable {
  private static final long BOUND_BYTES = 32L << 20;
  private static final long LARGEST_SHARE_OF_HEAP = 8;
  private static final int MOST_SCRATCHES = 64;

  private final long bound =
      Math.min(BOUND_BYTES, Runtime.getRuntime().maxMemory() / LARGEST_SHARE_OF_HEAP);
  private final LinkedHashMap<Key, byte[]> recent = new LinkedHashMap<>(16, 0.75f, true);
  private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();
  private long recentBytes;
  private volatile boolean closed;

  /** A chunk of a dataset, which is known by the address of its header. */
  record Key(long dataset, ChunkIndex chunk) {}

  synchronized Optional<byte[]> get(Key key) {
    return Optional.ofNullable(recent.get(key));
  }

  /** Keeps a chunk; a single one may be larger than the bound. */
  synchronized void put(Key key, byte[] chunk) {
    byte[] replaced = recent.put(key, chunk);
    recentBytes += chunk.length - (replaced == null ? 0 : replaced.length);
    Iterator<byte[]> oldest = recent.values().iterator();
    while (recentBytes > bound && recent.size() > 1) {
      recentBytes -= oldest.next().length;
      oldest.remove();
    }
  }

  Scratch borrow() {
    Scratch scratch = idle.poll();
    return scratch == null ? new Scratch() : scratch;
  }

  void giveBack(Scratch scratch) {
    if (closed || scratch.weight() > bound || idle.size() >= MOST_SCRATCHES) {
      scratch.close();
    } else {
      idle.add(scratch);
    }
  }

  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      recent.clear();
      recentBytes = 0;
    }
    for (Scratch scratch = idle.poll(); scratch != null; scratch = idle.poll()) {
      scratch.close();
    }
  }
}
