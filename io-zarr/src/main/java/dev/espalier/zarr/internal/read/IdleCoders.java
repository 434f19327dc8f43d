package dev.espalier.zarr.internal.read;

import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.CodecPipeline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The coders of one open hierarchy that nobody is using. They hold buffers, so only the few that
 * were used last are kept, whichever arrays they belong to.
 */
final class IdleCoders implements AutoCloseable {
  private static final int KEPT = 16;

  private record Idle(CodecPipeline pipeline, ChunkCoder coder) {}

  private final Deque<Idle> idle = new ArrayDeque<>();
  private boolean closed;

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
          return candidate.coder();
        }
      }
    }
    return pipeline.newCoder();
  }

  void giveBack(CodecPipeline pipeline, ChunkCoder coder) {
    ChunkCoder superfluous = coder;
    synchronized (this) {
      if (!closed) {
        idle.addFirst(new Idle(pipeline, coder));
        if (idle.size() <= KEPT) {
          return;
        }
        superfluous = idle.removeLast().coder();
      }
    }
    superfluous.close();
  }

  @Override
  public synchronized void close() {
    closed = true;
    idle.forEach(i -> i.coder().close());
    idle.clear();
  }
}
