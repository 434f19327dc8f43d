package dev.espalier.zarr.internal.compress.blosc;

import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;

/** Makes blocks of bytes fewer, and more again; for one thread. */
interface BlockCompressor extends AutoCloseable {
  /** Told instead of a number of bytes where they did not become fewer. */
  int NOT_FEWER = -1;

  /** The most bytes that this may come to need for its result, also where that is not smaller. */
  int bound(int size);

  /**
   * Compresses bytes.
   *
   * @param from the first of them
   * @param to where the result goes, and as many bytes as {@link #bound} says have room there
   * @return how many bytes the result has, or {@link #NOT_FEWER}
   */
  int compress(byte[] source, int from, int size, byte[] target, int to);

  /**
   * Decompresses bytes.
   *
   * @param encoded all that remains of it; backed by an array, or outside the heap
   * @param to where the result goes
   * @param size how many bytes it has to have
   * @throws CorruptException if they are not of this compressor, or have another number
   */
  void decompress(ByteBuffer encoded, byte[] target, int to, int size);

  /** Gives back what is held outside the heap. */
  @Override
  default void close() {}

  /** Says that a block holds something else than it should. */
  static CorruptException corrupt(String compressor, int size, String found) {
    return new CorruptException(
        "expected a block of " + size + " bytes, compressed by " + compressor + "; found " + found);
  }
}
