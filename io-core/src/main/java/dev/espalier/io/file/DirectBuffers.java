package dev.espalier.io.file;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;

/** Buffers outside the heap that are used again, as making one costs more than filling it. */
final class DirectBuffers {
  private static final int SIZE = 1 << 20;
  private static final int KEPT = 16;

  private final ArrayBlockingQueue<ByteBuffer> idle = new ArrayBlockingQueue<>(KEPT);

  /** An empty buffer, to be given back. */
  ByteBuffer take() {
    ByteBuffer buffer = idle.poll();
    return buffer == null ? ByteBuffer.allocateDirect(SIZE) : buffer.clear();
  }

  void giveBack(ByteBuffer buffer) {
    idle.offer(buffer); // one too many is left to the garbage collector
  }
}
