package dev.espalier.model.type;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Elements made of named fields of fixed size, one after the other without gaps.
 *
 * @param fields the fields in their order, at least one, each of another name
 * @see <a href="https://github.com/zarr-developers/zarr-extensions/tree/main/data-types/struct">
 *     zarr-extensions, struct</a>
 */
public record StructType(List<Field> fields) implements DataType {
  private static final String ID = "struct";
  private static final String LEGACY_ID = "structured";
  private static final String FIELDS = "fields";
  private static final String EXPECTED =
      "a list of at least one object with \"name\" and \"data_type\"";

  /**
   * A part of an element.
   *
   * @param name the name, not empty
   * @param type a type of fixed size
   */
  public record Field(String name, DataType type) {}

  /** Checks names and sizes. */
  public StructType {
    fields = List.copyOf(fields);
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("a struct without fields; expected at least one");
    }
    Set<String> names = new HashSet<>();
    long size = 0;
    for (Field field : fields) {
      if (field.name().isEmpty() || !names.add(field.name())) {
        throw new IllegalArgumentException(
            "field \"" + field.name() + "\" of a struct: names are not empty and differ");
      }
      if (!StandardCharsets.UTF_8.newEncoder().canEncode(field.name())) {
        // Elements have these names in JSON, where half a pair is no name.
        throw new IllegalArgumentException(
            "field "
                + fields.indexOf(field)
                + " of a struct: its name has half of a surrogate pair");
      }
      size +=
          field
              .type()
              .byteSize()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "field \""
                              + field.name()
                              + "\" of a struct is of data type "
                              + field.type()
                              + "; expected one of fixed size"));
    }
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("a struct of " + size + " bytes; expected less than 2^31");
    }
  }

  /** Reads both the registered form and the one that older zarr-python wrote. */
  static Optional<StructType> read(String id, JsonObject configuration, int depth) {
    boolean legacy = id.equals(LEGACY_ID);
    if (!legacy && !id.equals(ID)) {
      return Optional.empty();
    }
    TypeParameters.allowOnly(id, configuration, Set.of(FIELDS));
    JsonValue list = TypeParameters.required(id, configuration, FIELDS, EXPECTED);
    if (!(list instanceof JsonArray array) || array.size() == 0) {
      throw TypeParameters.wrong(id, FIELDS, list, EXPECTED);
    }
    List<Field> fields = new ArrayList<>();
    for (JsonValue field : array.elements()) {
      fields.add(field(id, field, legacy, depth));
    }
    return Optional.of(new StructType(fields));
  }

  private static Field field(String id, JsonValue value, boolean legacy, int depth) {
    if (value instanceof JsonObject object
        && object.get("name").orElse(null) instanceof JsonString name
        && object.has("data_type")
        && object.members().size() == 2) {
      return new Field(
          name.value(), TypeForm.read(object.get("data_type").orElseThrow(), depth + 1));
    }
    if (legacy
        && value instanceof JsonArray pair
        && pair.size() == 2
        && pair.elements().get(0) instanceof JsonString name) {
      return new Field(name.value(), TypeForm.read(pair.elements().get(1), depth + 1));
    }
    throw TypeParameters.wrong(
        id, FIELDS, value, legacy ? "pairs of a name and a data type" : EXPECTED);
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public JsonObject configuration() {
    List<JsonValue> list = new ArrayList<>();
    for (Field field : fields) {
      list.add(
          JsonObject.builder()
              .put("name", field.name())
              .put("data_type", field.type().toJson())
              .build());
    }
    return JsonObject.of(FIELDS, new JsonArray(list));
  }

  @Override
  public OptionalInt byteSize() {
    return OptionalInt.of(
        fields.stream().mapToInt(field -> field.type().byteSize().orElseThrow()).sum());
  }

  @Override
  public List<NumberRun> numbers() {
    List<NumberRun> runs = new ArrayList<>();
    for (Field field : fields) {
      for (NumberRun run : field.type().numbers()) {
        NumberRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && last.size() == run.size()) {
          runs.set(runs.size() - 1, new NumberRun(last.count() + run.count(), run.size()));
        } else {
          runs.add(run);
        }
      }
    }
    return List.copyOf(runs);
  }

  @Override
  public String toString() {
    return fields.stream()
        .map(field -> field.name() + ": " + field.type())
        .collect(Collectors.joining(", ", ID + "{", "}"));
  }
}
