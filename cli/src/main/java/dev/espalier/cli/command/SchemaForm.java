package dev.espalier.cli.command;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.jsonschema.JsonSchemaExport;
import java.util.Arrays;
import java.util.Locale;

/** The forms in which the schema of a convention is printed. */
enum SchemaForm {
  /** The JSON Schema of the document of a node. */
  JSON_SCHEMA {
    @Override
    JsonObject of(Convention convention) {
      return convention.jsonSchema();
    }
  },
  /** The JSON Schema of a whole hierarchy in its flat form. */
  JSON_SCHEMA_TREE {
    @Override
    JsonObject of(Convention convention) {
      return JsonSchemaExport.tree(Declared.schemaOf(convention)).schema();
    }
  },
  /** The JSON Schema of the attributes of a node alone. */
  ATTRIBUTES {
    @Override
    JsonObject of(Convention convention) {
      return JsonSchemaExport.attributes(Declared.schemaOf(convention)).schema();
    }
  },
  /** The declaration itself, which can be read again. */
  ESPALIER {
    @Override
    JsonObject of(Convention convention) {
      return dev.espalier.model.form.SchemaForm.write(Declared.schemaOf(convention));
    }
  };

  /** The schema of a convention in this form. */
  abstract JsonObject of(Convention convention);

  /** The form of that word. */
  static SchemaForm named(String word) {
    return Arrays.stream(values())
        .filter(form -> form.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    "--form "
                        + word
                        + ": expected one of "
                        + String.join(
                            ", ", Arrays.stream(values()).map(SchemaForm::word).toList())));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
