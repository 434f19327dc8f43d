package dev.espalier.zarr.internal.element;

import dev.espalier.zarr.internal.number.ExactIntegers;
import dev.espalier.zarr.internal.number.IntegerType;
import java.util.function.Function;

/**
 * Integers less an offset, multiplied, to the last bit.
 *
 * @param type their type, which is also that of every result on the way
 * @param offset what is subtracted first
 * @param scale what is multiplied by then, not 0
 */
record IntegerScale(IntegerType type, long offset, long scale) implements ElementCoding {
  private static final int PIECE = 1024;

  @Override
  public void encode(
      byte[] decoded,
      byte[] encoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    ExactIntegers exact = new ExactIntegers(type, failure);
    long[] numbers = new long[Math.min(count, PIECE)];
    for (int first = 0; first < count; first += PIECE) {
      int length = Math.min(PIECE, count - first);
      type.read(decoded, first, numbers, length);
      for (int i = 0; i < length; i++) {
        numbers[i] = exact.multiply(exact.subtract(numbers[i], offset), scale);
      }
      type.write(numbers, encoded, first, length);
    }
  }

  @Override
  public void decode(
      byte[] encoded,
      byte[] decoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    ExactIntegers exact = new ExactIntegers(type, failure);
    long[] numbers = new long[Math.min(count, PIECE)];
    for (int first = 0; first < count; first += PIECE) {
      int length = Math.min(PIECE, count - first);
      type.read(encoded, first, numbers, length);
      for (int i = 0; i < length; i++) {
        numbers[i] = exact.add(exact.divide(numbers[i], scale), offset);
      }
      type.write(numbers, decoded, first, length);
    }
  }
}
