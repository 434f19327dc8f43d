package dev.espalier.model.jsonschema;

import dev.espalier.model.json.JsonObject;
import java.util.List;

/**
 * A declaration as JSON Schema, with all that JSON Schema cannot say about it.
 *
 * <p>Data that breaks a rule of level MUST breaks the JSON Schema as well, unless the rule is in
 * the list; data that breaks no such rule is valid against it.
 *
 * @param schema the JSON Schema, of draft 2020-12; it holds the list too, in {@code
 *     x-espalier-not-expressed} and in words in its {@code description}
 * @param notExpressible the rules that it does not express
 */
public record Export(JsonObject schema, List<NotExpressible> notExpressible) {
  /** Copies the list. */
  public Export {
    notExpressible = List.copyOf(notExpressible);
  }
}
