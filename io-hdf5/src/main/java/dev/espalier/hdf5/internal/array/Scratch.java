package dev.espalier.hdf5.internal.array;

import dev.espalier.model.error.UnsupportedException;
import java.util.Arrays;
import java.util.zip.Inflater;

/** Buffers and an inflater that one thread uses at a time, kept for the next. */
final class Scratch implements AutoCloseable {
  private final Inflater inflater = new Inflater();
  private byte[] current = new byte[0];
  private byte[] other = new byte[0];
  private int length;

  /** The bytes at hand; the first {@link #length} count. */
  byte[] bytes() {
    return current;
  }

  int length() {
    return length;
  }

  /** The bytes at hand as an array of their own, which is not used here any more. */
  byte[] takeAll() {
    byte[] all = current.length == length ? current : Arrays.copyOf(current, length);
    current = new byte[0];
    return all;
  }

  /** Makes room for bytes to be read into {@link #bytes}. */
  byte[] fill(int count) {
    current = atLeast(current, count);
    length = count;
    return current;
  }

  /** Room for the result of the next filter, to be followed by {@link #flip}. */
  byte[] target(int count) {
    other = atLeast(other, count);
    return other;
  }

  /** Makes the result of a filter the bytes at hand. */
  void flip(int count) {
    byte[] kept = current;
    current = other;
    other = kept;
    length = count;
  }

  /** Drops bytes at the end. */
  void shorten(int count) {
    length = count;
  }

  /** The inflater, ready for a new stream. */
  Inflater inflater() {
    inflater.reset();
    return inflater;
  }

  /** How much memory is held. */
  long weight() {
    return (long) current.length + other.length;
  }

  private static byte[] atLeast(byte[] bytes, int count) {
    if (bytes.length >= count) {
      return bytes;
    }
    try {
      return new byte[count];
    } catch (OutOfMemoryError e) {
      throw new UnsupportedException(
          count + " bytes for one chunk do not fit memory; start with a larger heap (-Xmx)", e);
    }
  }

  @Override
  public void close() {
    inflater.end();
  }
}
