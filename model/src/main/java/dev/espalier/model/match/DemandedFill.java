package dev.espalier.model.match;

import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.type.DataType;
import java.util.Optional;

/**
 * A declared fill value as an array of another admitted data type has it: NaN is NaN in float32 and
 * in float64, though its bits differ.
 */
final class DemandedFill {
  private DemandedFill() {}

  /** The same value in a data type, unless that type has no such value. */
  static Optional<FillValue> in(DataType type, FillValue declared) {
    if (declared instanceof BitsFill bits && bits.type().equals(type)) {
      return Optional.of(declared);
    }
    try {
      return Optional.of(FillValue.parse(type, declared.toJson()));
    } catch (IllegalArgumentException noSuchValue) {
      return Optional.empty();
    }
  }
}
