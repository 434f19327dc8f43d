package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.type.DataType;
import java.util.Optional;

/**
 * A data type as Zarr v2 has it: with the order of the bytes.
 *
 * @param type the type
 * @param order how the bytes of its numbers are ordered; nothing where that makes no difference
 */
record Dtype(DataType type, Optional<ByteOrder> order) {

  /** How the bytes of a number are ordered. */
  enum ByteOrder {
    /** Least significant first. */
    LITTLE("<", "little"),
    /** Most significant first. */
    BIG(">", "big");

    private final String sign;
    private final String word;

    ByteOrder(String sign, String word) {
      this.sign = sign;
      this.word = word;
    }

    /** The first character of a data type in Zarr v2. */
    String sign() {
      return sign;
    }

    /** The value of {@code endian} in Zarr v3. */
    String word() {
      return word;
    }
  }

  /** The codec that makes these bytes of elements. */
  CodecSpec toBytes() {
    JsonObject configuration =
        order.map(o -> JsonObject.of("endian", JsonValue.of(o.word()))).orElse(JsonObject.empty());
    return new CodecSpec("bytes", configuration);
  }

  /** The bytes of one element, or 1 where elements differ in length. */
  int itemSize() {
    return type.byteSize().orElse(1);
  }
}
