package dev.espalier.cli.option;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.form.SchemaForm;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;

/** A convention that a user names: one that is known, or a schema in a file of JSON. */
public final class ConventionOption {
  private static final String ENDING = ".json";

  private ConventionOption() {}

  /**
   * The convention of that name or file.
   *
   * @param text {@code NAME}, {@code NAME@VERSION}, or a file whose name ends in {@code .json}
   * @throws dev.espalier.model.error.RequestException if no convention is called so
   * @throws dev.espalier.model.error.MissingException if there is no such file
   * @throws CorruptException if the file holds no schema; the message has every mistake
   */
  public static Convention of(Conventions known, String text) {
    if (!text.endsWith(ENDING)) {
      return known.named(text);
    }
    JsonValue document = JsonFile.read(text);
    if (!(document instanceof JsonObject form)) {
      throw new CorruptException(text + ": a schema is a JSON object, not " + document.typeName());
    }
    try {
      return new SchemaConvention(SchemaForm.read(form));
    } catch (InvalidHierarchyException e) {
      throw new CorruptException(text + ": " + e.getMessage(), e);
    }
  }
}
