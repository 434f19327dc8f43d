package dev.espalier.model.type;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** Reads data types from the form that metadata documents give them. */
final class TypeForm {
  /** Far deeper than anybody nests structs, and sure to have the stack. */
  private static final int DEEPEST = 30;

  /** Other names under which types that are known here are found. */
  private static final Map<String, DataType> ALIASES =
      Map.of(
          "variable_length_bytes", ExtensionType.BYTES,
          "complex_float32", CoreType.COMPLEX64,
          "complex_float64", CoreType.COMPLEX128);

  private TypeForm() {}

  static DataType read(JsonValue value, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "structs are nested deeper than " + DEEPEST + " levels; expected fewer");
    }
    if (value instanceof JsonString name && !name.value().isEmpty()) {
      return read(name.value(), JsonObject.empty(), depth);
    }
    if (value instanceof JsonObject object
        && object.get("name").orElse(null) instanceof JsonString name
        && !name.value().isEmpty()
        && object.get("configuration").orElse(JsonObject.empty()) instanceof JsonObject members) {
      return read(name.value(), members, depth);
    }
    String text = value.toString();
    throw new IllegalArgumentException(
        "expected a data type, a name or an object with \"name\" and \"configuration\", found "
            + (text.length() <= 80 ? text : text.substring(0, 80) + "..."));
  }

  static DataType read(String id, JsonObject configuration, int depth) {
    Optional<? extends DataType> withParameters =
        TimeType.read(id, configuration)
            .<DataType>map(type -> type)
            .or(() -> FixedLengthType.read(id, configuration))
            .or(() -> StructType.read(id, configuration, depth));
    if (withParameters.isPresent()) {
      return withParameters.get();
    }
    if (id.matches("r[0-9]+") && RawBits.parse(id).isEmpty()) {
      throw new IllegalArgumentException(
          "expected \"r\" and a number of bits that is a positive multiple of 8, found \""
              + (id.length() <= 20 ? id : id.substring(0, 20) + "...")
              + "\"; use the next larger multiple, or a core data type");
    }
    DataType plain = named(id);
    if (configuration.isEmpty()) {
      return plain;
    }
    if (plain instanceof ExtensionType extension && !extension.isText() && !extension.isBinary()) {
      return new ExtensionType(id, configuration);
    }
    throw new IllegalArgumentException(
        "expected the name \"" + id + "\" alone; this data type has no configuration");
  }

  /** The type that a name alone stands for. */
  static DataType named(String id) {
    return CoreType.withId(id)
        .<DataType>map(type -> type)
        .or(() -> RawBits.parse(id))
        .or(() -> NarrowType.withId(id))
        .or(() -> Optional.ofNullable(ALIASES.get(id)))
        .orElseGet(() -> new ExtensionType(id, JsonObject.empty()));
  }
}
