package dev.espalier.model.fill;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.DataType;

/**
 * The value of elements that were never written, kept to the bit.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/data-types/index.html">Zarr v3, fill
 *     values of the data types</a>
 */
public sealed interface FillValue permits BitsFill, TextFill, BinaryFill, OpaqueFill {
  /** The fill value in the form that the specification gives it in documents. */
  JsonValue toJson();

  /**
   * Reads a fill value from the form that the specification gives it in documents.
   *
   * @throws IllegalArgumentException if it is not a value of that type; the message says what was
   *     expected
   */
  static FillValue parse(DataType type, JsonValue value) {
    return FillValueForm.parse(type, value);
  }

  /** Whether the elements of a type can have this value. */
  boolean fits(DataType type);

  /** The value whose bits are all zero: 0, {@code false}, the empty text or byte string. */
  static FillValue zero(DataType type) {
    if (type.isText()) {
      return new TextFill("");
    }
    if (type.isBinary()) {
      return BinaryFill.of(new byte[0]);
    }
    if (type.byteSize().isEmpty()) {
      throw new IllegalArgumentException("data type " + type + " has no known zero");
    }
    return BitsFill.of(type, new byte[type.byteSize().getAsInt()]);
  }
}
