package dev.espalier.model.form;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.schema.Schema;

/**
 * The JSON form of schemas: one spelling for each meaning, with what goes without saying left out.
 * Its grammar is told in {@code docs/reference/schema-form.md}.
 */
public final class SchemaForm {
  private SchemaForm() {}

  /** A schema as JSON; reading it gives an equal schema. */
  public static JsonObject write(Schema schema) {
    return new SchemaWriter(schema).write();
  }

  /**
   * The schema that JSON spells, without code for the rules that need some.
   *
   * @throws dev.espalier.model.error.InvalidHierarchyException with every mistake and its place
   */
  public static Schema read(JsonObject form) {
    return read(form, CodeBinding.none());
  }

  /**
   * The schema that JSON spells.
   *
   * @param code gives the code of rules that need some
   * @throws dev.espalier.model.error.InvalidHierarchyException with every mistake and its place
   */
  public static Schema read(JsonObject form, CodeBinding code) {
    return new SchemaReader(code).read(form);
  }
}
