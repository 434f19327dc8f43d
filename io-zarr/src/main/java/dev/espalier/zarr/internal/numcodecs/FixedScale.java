package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.model.json.JsonNumber;
import dev.espalier.zarr.internal.element.ElementCoding;
import dev.espalier.zarr.internal.number.FloatType;
import dev.espalier.zarr.internal.number.IntegerType;
import dev.espalier.zarr.internal.number.NumberCast;
import dev.espalier.zarr.internal.number.NumberType;
import java.util.function.Function;

/**
 * Numbers less an offset, multiplied and rounded. Floats are computed with in their own type,
 * integers with integers too, and with anything else as doubles.
 */
final class FixedScale implements ElementCoding {
  private static final int PIECE = 1024;
  private static final IntegerType WAY = IntegerType.int64();

  private final NumberType type;
  private final NumberType stored;
  private final JsonNumber offset;
  private final JsonNumber scale;

  /** In which it is encoded and decoded, where not in integers. */
  private final FloatType encoding;

  private final FloatType decoding;

  FixedScale(NumberType type, NumberType stored, JsonNumber offset, JsonNumber scale) {
    this.type = type;
    this.stored = stored;
    this.offset = offset;
    this.scale = scale;
    this.encoding = type instanceof FloatType floats ? floats : FilterType.floatOf(8);
    this.decoding = stored instanceof FloatType floats ? floats : FilterType.floatOf(8);
  }

  @Override
  public void encode(
      byte[] decoded,
      byte[] encoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    if (type instanceof IntegerType integers
        && offset.asLong().isPresent()
        && scale.asLong().isPresent()) {
      encodeIntegers(integers, decoded, encoded, count, failure);
      return;
    }
    double subtracted = encoding.result(offset.toDouble());
    double factor = encoding.result(scale.toDouble());
    NumberCast load = Casts.of(type, encoding);
    NumberCast store = Casts.of(encoding, stored);
    double[] numbers = new double[Math.min(count, PIECE)];
    byte[] piece = new byte[numbers.length * encoding.size()];
    for (int first = 0; first < count; first += PIECE) {
      int length = Math.min(PIECE, count - first);
      load.run(decoded, first, piece, 0, length, failure);
      encoding.read(piece, 0, numbers, length);
      for (int i = 0; i < length; i++) {
        double difference = encoding.result(numbers[i] - subtracted);
        numbers[i] = Math.rint(encoding.result(difference * factor));
      }
      encoding.write(numbers, piece, 0, length);
      store.run(piece, 0, encoded, first, length, failure);
    }
  }

  @Override
  public void decode(
      byte[] encoded,
      byte[] decoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    double added = decoding.result(offset.toDouble());
    double divisor = decoding.result(scale.toDouble());
    NumberCast load = Casts.of(stored, decoding);
    NumberCast give = Casts.of(decoding, type);
    double[] numbers = new double[Math.min(count, PIECE)];
    byte[] piece = new byte[numbers.length * decoding.size()];
    for (int first = 0; first < count; first += PIECE) {
      int length = Math.min(PIECE, count - first);
      load.run(encoded, first, piece, 0, length, failure);
      decoding.read(piece, 0, numbers, length);
      for (int i = 0; i < length; i++) {
        numbers[i] = decoding.result(decoding.result(numbers[i] / divisor) + added);
      }
      decoding.write(numbers, piece, 0, length);
      give.run(piece, 0, decoded, first, length, failure);
    }
  }

  /** Integers wrap where they are stored in fewer bits; on the way there are enough. */
  private void encodeIntegers(
      IntegerType integers,
      byte[] decoded,
      byte[] encoded,
      int count,
      Function<String, ? extends RuntimeException> failure) {
    long subtracted = offset.asLong().getAsLong();
    long factor = scale.asLong().getAsLong();
    IntegerType way = stored instanceof IntegerType ? WAY : integers;
    NumberCast store = Casts.of(way, stored);
    long[] numbers = new long[Math.min(count, PIECE)];
    byte[] piece = new byte[numbers.length * way.size()];
    for (int first = 0; first < count; first += PIECE) {
      int length = Math.min(PIECE, count - first);
      integers.read(decoded, first, numbers, length);
      for (int i = 0; i < length; i++) {
        numbers[i] = (numbers[i] - subtracted) * factor;
      }
      way.write(numbers, piece, 0, length);
      store.run(piece, 0, encoded, first, length, failure);
    }
  }
}
