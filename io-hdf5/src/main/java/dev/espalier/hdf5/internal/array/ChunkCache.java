package dev.espalier.hdf5.internal.array;

import dev.espalier.model.shape.ChunkIndex;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the datasets of an open file share: the decoded chunks last used, up to a bound; scratch
 * memory; and a budget for it, so that large chunks are decoded one after another. Safe for use by
 * several threads at once.
 */
public final class ChunkCache implements AutoCloseable {
  private static final long BOUND_BYTES = 32L << 20;
  private static final long SHARE_OF_HEAP_TO_KEEP = 16;
  private static final long SHARE_OF_HEAP_TO_WORK = 8;
  private static final int MOST_SCRATCHES = 64;
  private static final long PERMIT_BYTES = 1024;

  private final long bound;
  private final int allPermits;
  private final Semaphore permits;
  private final LinkedHashMap<Key, byte[]> recent = new LinkedHashMap<>(16, 0.75f, true);
  private final ConcurrentHashMap<Key, Object> locks = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Scratch> idle = new ConcurrentLinkedQueue<>();
  private long recentBytes;
  private volatile boolean closed;

  /** A cache whose bounds follow from the heap of this process. */
  public ChunkCache() {
    long heap = Runtime.getRuntime().maxMemory();
    this.bound = Math.min(BOUND_BYTES, heap / SHARE_OF_HEAP_TO_KEEP);
    this.allPermits =
        (int) Math.min(heap / SHARE_OF_HEAP_TO_WORK / PERMIT_BYTES, Integer.MAX_VALUE);
    this.permits = new Semaphore(allPermits);
  }

  /** A chunk of a dataset, which is known by the address of its header. */
  record Key(long dataset, ChunkIndex chunk) {}

  synchronized Optional<byte[]> get(Key key) {
    return Optional.ofNullable(recent.get(key));
  }

  /**
   * A chunk from the cache, or, if it is not there, from where it can be loaded; one thread loads
   * it while others that want the same chunk wait.
   *
   * @param bytes how large it is; a single chunk may be larger than the bound
   */
  Optional<byte[]> get(Key key, long bytes, Supplier<Optional<byte[]>> load) {
    synchronized (locks.computeIfAbsent(key, k -> new Object())) {
      try {
        Optional<byte[]> chunk = get(key);
        if (chunk.isEmpty()) {
          makeRoom(bytes);
          chunk = load.get();
          chunk.ifPresent(loaded -> put(key, loaded));
        }
        return chunk;
      } finally {
        locks.remove(key);
      }
    }
  }

  private synchronized void put(Key key, byte[] chunk) {
    makeRoom(chunk.length);
    byte[] replaced = recent.put(key, chunk);
    recentBytes += chunk.length - (replaced == null ? 0 : replaced.length);
  }

  private synchronized void makeRoom(long bytes) {
    Iterator<byte[]> oldest = recent.values().iterator();
    while (oldest.hasNext() && recentBytes + bytes > bound) {
      recentBytes -= oldest.next().length;
      oldest.remove();
    }
  }

  /**
   * Does work that needs scratch memory, as soon as there is enough of it.
   *
   * @param bytes how much it needs; more than the whole budget means all of it
   */
  <T> T withScratch(long bytes, Function<Scratch, T> work) {
    int needed = (int) Math.min(bytes / PERMIT_BYTES + 1, allPermits);
    permits.acquireUninterruptibly(needed);
    Scratch pooled = idle.poll();
    Scratch scratch = pooled == null ? new Scratch() : pooled;
    try {
      return work.apply(scratch);
    } finally {
      giveBack(scratch);
      permits.release(needed);
    }
  }

  private void giveBack(Scratch scratch) {
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
