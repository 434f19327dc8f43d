package dev.espalier.model.type;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.List;
import java.util.OptionalInt;

/**
 * The type of an array's elements.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/data-types/index.html">Zarr v3, data
 *     types</a>
 */
public sealed interface DataType
    permits CoreType, RawBits, NarrowType, TimeType, FixedLengthType, StructType, ExtensionType {
  /** The identifier in metadata documents: {@code int16}, {@code r24}, {@code string}. */
  String id();

  /** The parameters of an extension type; core types have none. */
  default JsonObject configuration() {
    return JsonObject.empty();
  }

  /** Bytes of one element in memory, or nothing where elements differ in length. */
  OptionalInt byteSize();

  /**
   * Bytes that one element is taken to need in memory where room is reckoned: its size, or where
   * elements differ in length, that of a short text.
   */
  default int assumedByteSize() {
    return byteSize().orElse(64);
  }

  /** Whether an element is a Unicode text of any length. */
  default boolean isText() {
    return equals(ExtensionType.STRING);
  }

  /** Whether an element is a byte string of any length. */
  default boolean isBinary() {
    return equals(ExtensionType.BYTES);
  }

  /** Whether elements of this type can be held in memory, read and written. */
  default boolean isHandled() {
    return byteSize().isPresent() || isText() || isBinary();
  }

  /**
   * The numbers that one element consists of, in their order: a byte order applies to each. Empty
   * where elements differ in length.
   */
  List<NumberRun> numbers();

  /** Whether an element holds numbers of several bytes, so that their order has to be told. */
  default boolean hasByteOrder() {
    return numbers().stream().anyMatch(run -> run.size() > 1);
  }

  /** The form in metadata documents: a name, or an object with name and configuration. */
  default JsonValue toJson() {
    return configuration().isEmpty()
        ? JsonValue.of(id())
        : JsonObject.builder().put("name", id()).put("configuration", configuration()).build();
  }

  /** The type that an identifier without parameters names; unknown ones become extension types. */
  static DataType named(String id) {
    return TypeForm.named(id);
  }

  /**
   * The type of that identifier with parameters; unknown ones become extension types.
   *
   * @throws IllegalArgumentException if the type is known and the parameters are not its own; the
   *     message says what was expected
   */
  static DataType of(String id, JsonObject configuration) {
    return TypeForm.read(id, configuration, 0);
  }

  /**
   * Reads the form of metadata documents: a name, or an object with name and configuration.
   *
   * @throws IllegalArgumentException if it is no data type; the message says what was expected
   */
  static DataType fromJson(JsonValue value) {
    return TypeForm.read(value, 0);
  }
}
