package dev.espalier.zarr.internal.element;

import dev.espalier.zarr.internal.number.NumberCast;
import java.util.function.Function;

/**
 * Elements as the same numbers of another type.
 *
 * @param forth from the decoded to the encoded type
 * @param back from the encoded to the decoded type
 */
public record CastCoding(NumberCast forth, NumberCast back) implements ElementCoding {
  @Override
  public void encode(
      byte[] decoded,
      byte[] encoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    forth.run(decoded, encoded, count, failure);
  }

  @Override
  public void decode(
      byte[] encoded,
      byte[] decoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    back.run(encoded, decoded, count, failure);
  }
}
