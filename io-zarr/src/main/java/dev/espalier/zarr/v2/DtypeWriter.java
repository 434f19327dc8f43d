package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.FixedLengthType;
import dev.espalier.model.type.RawBits;
import dev.espalier.model.type.StructType;
import dev.espalier.model.type.TimeType;
import dev.espalier.zarr.v2.Dtype.ByteOrder;

/** Spells data types as NumPy does. */
final class DtypeWriter {
  private static final int CODE_POINT = 4;

  private DtypeWriter() {}

  /**
   * The spelling of a type.
   *
   * @param order how the bytes of its numbers are ordered, where that makes a difference
   * @throws IllegalArgumentException if NumPy has no such type
   */
  static JsonValue write(DataType type, ByteOrder order) {
    if (type instanceof StructType struct) {
      return new JsonArray(
          struct.fields().stream()
              .<JsonValue>map(
                  field -> JsonArray.of(JsonValue.of(field.name()), write(field.type(), order)))
              .toList());
    }
    if (type.isText() || type.isBinary()) {
      return JsonValue.of("|O");
    }
    return JsonValue.of((type.hasByteOrder() ? order.sign() : "|") + kindAndSize(type));
  }

  private static String kindAndSize(DataType type) {
    if (type instanceof CoreType core) {
      return kind(core) + core.size();
    } else if (type instanceof RawBits raw) {
      return "V" + raw.bits() / Byte.SIZE;
    } else if (type instanceof FixedLengthType fixed) {
      return switch (fixed.form()) {
        case UTF32 -> "U" + fixed.length() / CODE_POINT;
        case NULL_TERMINATED -> "S" + fixed.length();
        case RAW -> "V" + fixed.length();
      };
    } else if (type instanceof TimeType time) {
      String kind = time.kind() == TimeType.Kind.POINT ? "M8" : "m8";
      if (time.scale() == 1) {
        boolean generic = time.unit() == TimeType.Unit.GENERIC;
        return generic ? kind : kind + "[" + time.unit().symbol() + "]";
      }
      return kind + "[" + time.scale() + time.unit().symbol() + "]";
    }
    throw new IllegalArgumentException("Zarr v2 has no data type " + type);
  }

  private static String kind(CoreType core) {
    return switch (core.kind()) {
      case BOOLEAN -> "b";
      case SIGNED -> "i";
      case UNSIGNED -> "u";
      case FLOAT -> "f";
      case COMPLEX -> "c";
    };
  }
}
