package dev.espalier.json;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a JSON Schema of draft-07 or 2020-12 into a declaration of attributes.
 *
 * <p>What has a counterpart becomes a part of the declaration. What has none stays as it is, is
 * listed, and is checked by the JSON Schema itself, so that nothing is lost. References are
 * followed inside of the schema only.
 */
public final class AttributeSchemaImport {
  private AttributeSchemaImport() {}

  /**
   * Imports a JSON Schema of attributes.
   *
   * @throws IllegalArgumentException if it is no schema, is of another draft, or refers to another
   *     document, which the message names
   */
  public static ImportedSchema of(JsonObject schema) {
    return importing(schema, JsonPointer.root());
  }

  /**
   * Imports what a JSON Schema of a whole metadata document says about the attributes in it; what
   * it says about the rest is left aside.
   *
   * @throws IllegalArgumentException as with {@link #of}, and if it says nothing about attributes
   */
  public static ImportedSchema ofMetadata(JsonObject schema) {
    JsonPointer attributes = JsonPointer.of("properties", "attributes");
    if (attributes.find(schema).isEmpty()) {
      throw new IllegalArgumentException(
          "the JSON Schema says nothing about attributes: there is no " + attributes);
    }
    return importing(schema, attributes);
  }

  private static ImportedSchema importing(JsonObject schema, JsonPointer at) {
    SourceSchema source = SourceSchema.of(schema);
    source.requireSchema();
    SchemaReading reading = new SchemaReading(source);
    JsonValue part = at.find(schema).orElse(schema);
    ValueSchema value = reading.value(part, at, Set.of(), Optional.of("object"));
    return new ImportedSchema(value, reading.raw());
  }
}
