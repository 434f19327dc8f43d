package dev.espalier.model.type;

import dev.espalier.model.json.JsonValue;

/**
 * The fill value of an array of texts.
 *
 * @param text the text
 */
public record TextFill(String text) implements FillValue {
  @Override
  public JsonValue toJson() {
    return JsonValue.of(text);
  }
}
