package dev.espalier.zarr.internal.number;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Values with a number of their own in another type. Values are compared as numbers: every NaN is
 * the same, and so are both zeros.
 */
public final class ScalarMap {
  private static final ScalarMap EMPTY = new ScalarMap(new TreeMap<>());

  private final long[] keys;
  private final long[] targets;

  private ScalarMap(SortedMap<Long, Long> entries) {
    this.keys = new long[entries.size()];
    this.targets = new long[keys.length];
    int at = 0;
    for (Map.Entry<Long, Long> entry : entries.entrySet()) {
      keys[at] = entry.getKey();
      targets[at++] = entry.getValue();
    }
  }

  /** Without any value. */
  public static ScalarMap empty() {
    return EMPTY;
  }

  /**
   * These values.
   *
   * @param from the type of the values
   * @param elements the bytes of each value, least significant first, and of what it becomes; of
   *     several for one value the first counts
   */
  public static ScalarMap of(NumberType from, Iterable<Map.Entry<byte[], byte[]>> elements) {
    SortedMap<Long, Long> entries = new TreeMap<>();
    for (Map.Entry<byte[], byte[]> element : elements) {
      entries.putIfAbsent(keyOf(from, element.getKey()), bitsOf(element.getValue()));
    }
    return new ScalarMap(entries);
  }

  boolean isEmpty() {
    return keys.length == 0;
  }

  /** Which entry an integer has; negative for none. */
  int find(long value) {
    return Arrays.binarySearch(keys, value);
  }

  /** Which entry a float has; negative for none. */
  int find(double value) {
    return Arrays.binarySearch(keys, key(value));
  }

  /** Writes what an entry's value becomes. */
  void write(int entry, byte[] into, int at, int size) {
    for (int i = 0; i < size; i++) {
      into[at + i] = (byte) (targets[entry] >>> (Byte.SIZE * i));
    }
  }

  private static long keyOf(NumberType from, byte[] element) {
    if (from instanceof FloatType floats) {
      double[] value = new double[1];
      floats.read(element, 0, value, 1);
      return key(value[0]);
    }
    long[] value = new long[1];
    ((IntegerType) from).read(element, 0, value, 1);
    return value[0];
  }

  /** Adding a positive zero makes one zero of both; the bits are those of one NaN. */
  private static long key(double value) {
    return Double.doubleToLongBits(value + 0.0);
  }

  private static long bitsOf(byte[] element) {
    long bits = 0;
    for (int i = element.length - 1; i >= 0; i--) {
      bits = (bits << Byte.SIZE) | (element[i] & 0xff);
    }
    return bits;
  }
}
