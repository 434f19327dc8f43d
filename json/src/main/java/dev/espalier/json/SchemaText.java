package dev.espalier.json;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.form.CodeBinding;
import dev.espalier.model.form.SchemaForm;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Schema;
import java.io.IOException;
import java.io.InputStream;

/** Schemas to and from JSON text, and the JSON Schema of that text. */
public final class SchemaText {
  private static final String FORM = "schema-form.schema.json";

  private SchemaText() {}

  /**
   * The schema that a text spells, without code for the rules that need some.
   *
   * @throws CorruptException if the text is not JSON, or no object
   * @throws dev.espalier.model.error.InvalidHierarchyException if it spells no schema, with every
   *     mistake and its place
   */
  public static Schema parse(String text) {
    return parse(text, CodeBinding.none());
  }

  /**
   * The schema that a text spells.
   *
   * @param code gives the code of rules that need some
   * @throws CorruptException if the text is not JSON, or no object
   * @throws dev.espalier.model.error.InvalidHierarchyException if it spells no schema, with every
   *     mistake and its place
   */
  public static Schema parse(String text, CodeBinding code) {
    return SchemaForm.read(object(JsonReader.parse(text)), code);
  }

  /** A schema as text for people to read, in lines. */
  public static String write(Schema schema) {
    return JsonWriter.pretty(SchemaForm.write(schema));
  }

  /** The JSON Schema (2020-12) of the form, for editors that complete and check what is typed. */
  public static JsonObject jsonSchema() {
    try (InputStream in = SchemaText.class.getResourceAsStream(FORM)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + FORM + " is missing from the jar");
      }
      return object(JsonReader.parse(in));
    } catch (IOException e) {
      throw new StorageException(
          StorageException.Access.READ, FORM + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static JsonObject object(JsonValue document) {
    if (document instanceof JsonObject object) {
      return object;
    }
    throw new CorruptException("a schema is a JSON object, not " + document.typeName());
  }
}
