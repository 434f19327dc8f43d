package dev.espalier.model.schema.value;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.List;

/**
 * Selects objects by the text in one of their fields.
 *
 * @param field the field
 * @param texts the texts that select
 * @param orAbsent whether objects without the field are selected as well
 */
public record Selector(String field, List<String> texts, boolean orAbsent) {
  /** Copies the texts. */
  public Selector {
    texts = List.copyOf(texts);
  }

  /** Selects objects in whose field there is one of the texts. */
  public static Selector where(String field, String... texts) {
    return new Selector(field, List.of(texts), false);
  }

  /** Selects objects in whose field there is one of the texts, or that do not have the field. */
  public static Selector whereOrAbsent(String field, String... texts) {
    return new Selector(field, List.of(texts), true);
  }

  /** Whether a value is selected. */
  public boolean selects(JsonValue value) {
    return value instanceof JsonObject object
        && object
            .get(field)
            .map(found -> found instanceof JsonString text && texts.contains(text.value()))
            .orElse(orAbsent);
  }
}
