package dev.espalier.bench.array;

import java.io.IOException;
import java.nio.file.Path;

/** Something that writes and reads arrays, with as many threads as it was given. */
public interface ArrayEngine extends AutoCloseable {
  /**
   * Writes a new array.
   *
   * @param elements all of them, little-endian and in C order
   * @param target where nothing is yet
   */
  void write(ArrayCase array, byte[] elements, Path target) throws IOException;

  /** Opens an array for reading. */
  Reader open(ArrayCase array, Path store) throws IOException;

  @Override
  void close();

  /** An array that is open; for one caller at a time. */
  interface Reader extends AutoCloseable {
    /** New room for all elements. */
    byte[] allocate();

    /** Fills such room. */
    void readAll(byte[] into) throws IOException;

    /**
     * Reads one chunk, on the calling thread.
     *
     * @param start where it starts in the array
     * @param into room for its elements
     */
    void readChunk(long[] start, byte[] into) throws IOException;

    @Override
    void close() throws IOException;
  }
}
