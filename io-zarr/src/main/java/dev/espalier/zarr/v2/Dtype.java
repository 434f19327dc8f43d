package dev.espalier.zarr.v2;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.NumberRun;
import java.util.List;
import java.util.Optional;

/**
 * A data type as Zarr v2 has it: with the order of the bytes.
 *
 * @param type the type
 * @param order how the bytes of its numbers are ordered; nothing where that makes no difference, or
 *     where fields differ in it
 * @param swapped the numbers of an element whose bytes are stored most significant first, in runs
 *     of one size; bytes that stay where they are count as numbers of one byte
 */
record Dtype(DataType type, Optional<ByteOrder> order, List<NumberRun> swapped) {
  /** A type whose numbers are all in one order. */
  Dtype(DataType type, Optional<ByteOrder> order) {
    this(type, order, order.equals(Optional.of(ByteOrder.BIG)) ? type.numbers() : List.of());
  }

  /** The codec for fields in both byte orders, of which Zarr v3 has no word. */
  static final String MIXED = "zarr2.bytes";

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
    if (order.isEmpty() && !swapped.isEmpty()) {
      long[] counts = swapped.stream().mapToLong(NumberRun::count).toArray();
      long[] sizes = swapped.stream().mapToLong(NumberRun::size).toArray();
      return new CodecSpec(
          MIXED,
          JsonObject.builder()
              .put("counts", JsonArray.ofLongs(counts))
              .put("sizes", JsonArray.ofLongs(sizes))
              .build());
    }
    JsonObject configuration =
        order.map(o -> JsonObject.of("endian", JsonValue.of(o.word()))).orElse(JsonObject.empty());
    return new CodecSpec("bytes", configuration);
  }

  /** The bytes of one element, or 1 where elements differ in length. */
  int itemSize() {
    return type.byteSize().orElse(1);
  }
}
