package dev.espalier.model.type;

import dev.espalier.model.json.JsonObject;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The type of an array's elements.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/data-types/index.html">Zarr v3, data
 *     types</a>
 */
public sealed interface DataType permits CoreType, RawBits, ExtensionType {
  /** The identifier in metadata documents: {@code int16}, {@code r24}, {@code string}. */
  String id();

  /** The parameters of an extension type; core types have none. */
  default JsonObject configuration() {
    return JsonObject.empty();
  }

  /** Bytes of one element in memory, or nothing where elements differ in length. */
  OptionalInt byteSize();

  /** Whether an element is a Unicode text of any length. */
  default boolean isText() {
    return equals(ExtensionType.STRING);
  }

  /** The type that an identifier without parameters names; unknown ones become extension types. */
  static DataType named(String id) {
    Optional<CoreType> core = CoreType.withId(id);
    if (core.isPresent()) {
      return core.get();
    }
    Optional<RawBits> raw = RawBits.parse(id);
    return raw.isPresent() ? raw.get() : new ExtensionType(id, JsonObject.empty());
  }
}
