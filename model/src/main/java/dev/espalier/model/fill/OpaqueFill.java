package dev.espalier.model.fill;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.DataType;

/**
 * The fill value of an extension type that is not known here, as it was written.
 *
 * @param toJson the value in the document
 */
public record OpaqueFill(JsonValue toJson) implements FillValue {
  @Override
  public boolean fits(DataType type) {
    return !type.isHandled();
  }
}
