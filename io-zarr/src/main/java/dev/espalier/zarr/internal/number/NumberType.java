package dev.espalier.zarr.internal.number;

import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.FloatFormat;
import dev.espalier.model.type.NarrowType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the real numbers of a data type are held in memory and what they can express. */
public sealed interface NumberType permits IntegerType, FloatType {
  /** The data type. */
  DataType type();

  /** How many bytes a number takes. */
  int size();

  /** The numbers of a data type, if its elements are integers or floats. */
  static Optional<NumberType> of(DataType type) {
    return kindOf(type) == CoreType.Kind.COMPLEX ? Optional.empty() : componentOf(type);
  }

  /**
   * The numbers that the elements of a data type consist of: the parts of complex numbers, else the
   * same as {@link #of}.
   */
  static Optional<NumberType> componentOf(DataType type) {
    CoreType.Kind kind = kindOf(type);
    if (kind == CoreType.Kind.SIGNED || kind == CoreType.Kind.UNSIGNED) {
      return Optional.of(IntegerType.of(type, kind == CoreType.Kind.SIGNED));
    }
    Optional<FloatFormat> format =
        type instanceof CoreType core
            ? core.floatFormat()
            : type instanceof NarrowType narrow ? narrow.floatFormat() : Optional.empty();
    // Powers of two alone, without a zero, are no numbers to compute with.
    return format.filter(one -> one.mantissaBits() > 0).map(one -> FloatType.of(type, one));
  }

  private static CoreType.@Nullable Kind kindOf(DataType type) {
    if (type instanceof CoreType core) {
      return core.kind();
    }
    return type instanceof NarrowType narrow ? narrow.kind() : null;
  }
}
