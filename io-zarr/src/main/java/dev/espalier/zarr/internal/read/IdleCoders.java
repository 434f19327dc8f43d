package dev.espalier.zarr.internal.read;

import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.CodecPipeline;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/**
 * The coders of one open hierarchy that nobody is using. They hold buffers, so only those that were
 * used last are kept, whichever arrays they belong to, as far as their buffers take no more memory
 * than a bound; and few, since what libraries hold for them is not counted.
 */
final class IdleCoders implements AutoCloseable {
  private static final int KEPT = 64;
  private static final long LARGEST_SHARE_OF_HEAP = 8;

  /** A coder and what it holds while nobody uses it. */
  private record Idle(CodecPipeline pipeline, ChunkCoder coder, long bytes) {}

  private final Deque<Idle> idle = new ArrayDeque<>();
  private final long bound;
  private long bytes;
  private boolean closed;

  IdleCoders() {
    this(Runtime.getRuntime().maxMemory() / LARGEST_SHARE_OF_HEAP);
  }

  IdleCoders(long bound) {
    this.bound = bound;
  }

  /** How many bytes of buffers are held. */
  synchronized long bytes() {
    return bytes;
  }

  /** A coder for one thread, to be given back. */
  ChunkCoder take(CodecPipeline pipeline) {
    synchronized (this) {
      if (closed) {
        throw new IllegalStateException("the hierarchy has been closed");
      }
      for (Iterator<Idle> each = idle.iterator(); each.hasNext(); ) {
        Idle candidate = each.next();
        if (candidate.pipeline() == pipeline) {
          each.remove();
          bytes -= candidate.bytes();
          return candidate.coder();
        }
      }
    }
    return pipeline.newCoder();
  }

  void giveBack(CodecPipeline pipeline, ChunkCoder coder) {
    List<ChunkCoder> superfluous = new ArrayList<>();
    Idle given = new Idle(pipeline, coder, coder.memory());
    synchronized (this) {
      if (closed || given.bytes() > bound) {
        superfluous.add(coder); // one that is too large by itself does not drive out the others
      } else {
        idle.addFirst(given);
        bytes += given.bytes();
      }
      while (bytes > bound || idle.size() > KEPT) {
        Idle eldest = idle.removeLast();
        bytes -= eldest.bytes();
        superfluous.add(eldest.coder());
      }
    }
    superfluous.forEach(ChunkCoder::close);
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(i -> i.coder().close());
    idle.clear();
    bytes = 0;
  }
}
