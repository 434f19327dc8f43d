package dev.espalier.zarr.internal.element;

import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.NarrowType;
import dev.espalier.model.type.TimeType;
import java.util.Optional;

/**
 * What is packed of the elements of a data type: one number, or two of complex types.
 *
 * @param size how many bytes it takes in memory
 * @param bits how many bits of it mean something
 * @param signed whether the highest of these bits is that of the sign
 * @param truth whether it is a truth value
 */
record PackedNumber(int size, int bits, boolean signed, boolean truth) {
  static Optional<PackedNumber> of(DataType type) {
    if (type == CoreType.BOOL) {
      return Optional.of(new PackedNumber(1, 1, false, true));
    }
    if (type instanceof CoreType core) {
      boolean signed = core.kind() == CoreType.Kind.SIGNED;
      int size = core.componentSize();
      return Optional.of(new PackedNumber(size, Byte.SIZE * size, signed, false));
    }
    if (type instanceof NarrowType narrow) {
      boolean signed = narrow.kind() == CoreType.Kind.SIGNED;
      return Optional.of(
          new PackedNumber(narrow.componentSize(), narrow.componentBits(), signed, false));
    }
    return type instanceof TimeType
        ? Optional.of(new PackedNumber(Long.BYTES, Long.SIZE, true, false))
        : Optional.empty();
  }
}
