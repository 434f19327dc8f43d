package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.zarr.internal.element.ElementCoding;
import dev.espalier.zarr.internal.number.FloatType;
import java.util.function.Function;

/**
 * Floats rounded to a fraction.
 *
 * @param type the type of the chunk, in which it is computed
 * @param stored the type of what is stored
 * @param scale how many steps there are between two integers
 */
record Quantization(FloatType type, FloatType stored, double scale) implements ElementCoding {
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
        double steps = Math.rint(type.result(scale * numbers[i]));
        double result = stored.result(type.result(steps / scale));
        if (!Double.isFinite(result) && Double.isFinite(numbers[i])) {
          throw failure.apply("the value " + numbers[i] + " is too large to be rounded");
        }
        numbers[i] = result;
      }
      stored.write(numbers, encoded, first, length);
    }
  }

  /** What was rounded away does not come back. */
  @Override
  public void decode(
      byte[] encoded,
      byte[] decoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    Casts.of(stored, type).run(encoded, decoded, count, failure);
  }
}
