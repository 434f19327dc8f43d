package dev.espalier.bench.array;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The rows of a chunk, which lie one after the other in the chunk and apart in the array: copied
 * one by one, as nothing longer lies together. For arrays of three dimensions.
 */
public final class ChunkRows {
  private final int planes;
  private final int rows;
  private final int rowBytes;
  private final int arrayRowBytes;
  private final int arrayPlaneBytes;

  /** The rows of the chunks of an array. */
  public ChunkRows(ArrayCase array) {
    long[] shape = array.shape().toArray();
    long[] chunk = array.chunk().toArray();
    this.planes = (int) chunk[0];
    this.rows = (int) chunk[1];
    this.rowBytes = (int) chunk[2] * ArrayCase.ELEMENT_BYTES;
    this.arrayRowBytes = (int) shape[2] * ArrayCase.ELEMENT_BYTES;
    this.arrayPlaneBytes = (int) shape[1] * arrayRowBytes;
  }

  /** Copies a chunk out of an array. */
  public void gather(byte[] array, long[] start, ByteBuffer chunk) {
    int at = 0;
    for (int plane = 0; plane < planes; plane++) {
      int from = first(start) + plane * arrayPlaneBytes;
      for (int row = 0; row < rows; row++) {
        chunk.put(at, array, from, rowBytes);
        at += rowBytes;
        from += arrayRowBytes;
      }
    }
  }

  /** Copies a chunk out of an array. */
  public void gather(byte[] array, long[] start, byte[] chunk) {
    int at = 0;
    for (int plane = 0; plane < planes; plane++) {
      int from = first(start) + plane * arrayPlaneBytes;
      for (int row = 0; row < rows; row++) {
        System.arraycopy(array, from, chunk, at, rowBytes);
        at += rowBytes;
        from += arrayRowBytes;
      }
    }
  }

  /** Copies a chunk into an array. */
  public void scatter(ByteBuffer chunk, byte[] array, long[] start) {
    int at = 0;
    for (int plane = 0; plane < planes; plane++) {
      int to = first(start) + plane * arrayPlaneBytes;
      for (int row = 0; row < rows; row++) {
        chunk.get(at, array, to, rowBytes);
        at += rowBytes;
        to += arrayRowBytes;
      }
    }
  }

  /** Copies a chunk into an array. */
  public void scatter(byte[] chunk, byte[] array, long[] start) {
    int at = 0;
    for (int plane = 0; plane < planes; plane++) {
      int to = first(start) + plane * arrayPlaneBytes;
      for (int row = 0; row < rows; row++) {
        System.arraycopy(chunk, at, array, to, rowBytes);
        at += rowBytes;
        to += arrayRowBytes;
      }
    }
  }

  boolean equal(byte[] array, long[] start, byte[] chunk) {
    byte[] expected = new byte[chunk.length];
    gather(array, start, expected);
    return Arrays.equals(expected, chunk);
  }

  private int first(long[] start) {
    return (int) start[0] * arrayPlaneBytes
        + (int) start[1] * arrayRowBytes
        + (int) start[2] * ArrayCase.ELEMENT_BYTES;
  }
}
