package dev.espalier.cli.command;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.schema.Schema;

/** The declarations of conventions. */
final class Declared {
  private Declared() {}

  /**
   * The schema that says all about a convention.
   *
   * @throws RequestException if the convention is code only
   */
  static Schema schemaOf(Convention convention) {
    return convention
        .schema()
        .orElseThrow(
            () ->
                new RequestException(
                    convention.id()
                        + " is not declared as a schema; there is only its --form json-schema"));
  }
}
