package dev.espalier.json;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;

/**
 * A JSON Schema as a declaration.
 *
 * @param schema what a value has to be: it is broken by the values that the JSON Schema is broken
 *     by
 * @param raw the keywords that have no counterpart in declarations; a value is held to them by the
 *     JSON Schema itself
 */
public record ImportedSchema(ValueSchema schema, List<RawKeyword> raw) {
  /** Copies the list. */
  public ImportedSchema {
    raw = List.copyOf(raw);
  }

  /**
   * A keyword that stayed what it was.
   *
   * @param pointer the place of the keyword in the JSON Schema
   * @param why what keeps it from being a part of the declaration
   */
  public record RawKeyword(JsonPointer pointer, String why) {
    @Override
    public String toString() {
      return pointer + ": " + why;
    }
  }

  /**
   * The declaration of the attributes, if the JSON Schema is about objects.
   *
   * @throws IllegalArgumentException if it allows something else than an object
   */
  public ValueSchema.Obj attributes() {
    if (schema instanceof ValueSchema.Obj object) {
      return object;
    }
    throw new IllegalArgumentException(
        "the JSON Schema is not one of attributes: it does not say that the value is an object");
  }
}
