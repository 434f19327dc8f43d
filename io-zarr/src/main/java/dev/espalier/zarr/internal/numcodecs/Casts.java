package dev.espalier.zarr.internal.numcodecs;

import dev.espalier.zarr.internal.number.Beyond;
import dev.espalier.zarr.internal.number.FloatType;
import dev.espalier.zarr.internal.number.NumberCast;
import dev.espalier.zarr.internal.number.NumberType;
import dev.espalier.zarr.internal.number.Rounding;
import dev.espalier.zarr.internal.number.ScalarMap;

/**
 * Casts as NumPy does them: fractions are cut off, integers keep their low bits, floats become
 * infinite. What it leaves to the processor, a NaN or an infinity as an integer, is refused.
 */
final class Casts {
  private Casts() {}

  static NumberCast of(NumberType from, NumberType to) {
    return to instanceof FloatType
        ? new NumberCast(from, to, Rounding.NEAREST_EVEN, Beyond.CLAMPED, ScalarMap.empty())
        : new NumberCast(from, to, Rounding.TOWARDS_ZERO, Beyond.WRAPPED, ScalarMap.empty());
  }
}
