package dev.espalier.model.fill;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.DataType;

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

  @Override
  public boolean fits(DataType type) {
    return type.isText();
  }
}
