package dev.espalier.zarr.internal.element;

import dev.espalier.zarr.internal.number.FloatType;
import java.util.function.Function;

/**
 * Floats less an offset, multiplied, rounded to their type after each step.
 *
 * @param type their type
 * @param offset what is subtracted first
 * @param scale what is multiplied by then, not 0
 */
record FloatScale(FloatType type, double offset, double scale) implements ElementCoding {
  private static final int PIECE = 1024;

  @Override
  public void encode(
      byte[] decoded,
      byte[] encoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    double[] numbers = new double[Math.min(count, PIECE)];
    for (int first = 0; first < count; first += PIECE) {
      int length = Math.min(PIECE, count - first);
      type.read(decoded, first, numbers, length);
      for (int i = 0; i < length; i++) {
        // Doubles have bits enough that rounding their result again gives what the type would.
        double result = type.result(type.result(numbers[i] - offset) * scale);
        if (!Double.isFinite(result) && Double.isFinite(numbers[i])) {
          throw beyond(failure, "(" + numbers[i] + " - " + offset + ") * " + scale);
        }
        numbers[i] = result;
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
    double[] numbers = new double[Math.min(count, PIECE)];
    for (int first = 0; first < count; first += PIECE) {
      int length = Math.min(PIECE, count - first);
      type.read(encoded, first, numbers, length);
      for (int i = 0; i < length; i++) {
        double result = type.result(type.result(numbers[i] / scale) + offset);
        if (!Double.isFinite(result) && Double.isFinite(numbers[i])) {
          throw beyond(failure, numbers[i] + " / " + scale + " + " + offset);
        }
        numbers[i] = result;
      }
      type.write(numbers, decoded, first, length);
    }
  }

  private RuntimeException beyond(
      Function<String, ? extends RuntimeException> failure, String computation) {
    return failure.apply(computation + " is no number of " + type.type());
  }
}
