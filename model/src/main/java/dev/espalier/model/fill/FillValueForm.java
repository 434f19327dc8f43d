package dev.espalier.model.fill;

import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.DataType;

/** Reads fill values from their JSON form. */
final class FillValueForm {
  private FillValueForm() {}

  static FillValue parse(DataType type, JsonValue value) {
    if (type.byteSize().isPresent()) {
      byte[] bytes = new byte[type.byteSize().getAsInt()];
      ElementForm.parse(type, value, bytes, 0);
      return BitsFill.of(type, bytes);
    }
    if (type.isText()) {
      if (value instanceof JsonString text) {
        return new TextFill(text.value());
      }
      throw ElementForm.wrong(type, value, "a string");
    }
    if (type.isBinary()) {
      return ElementForm.bytesOf(value)
          .map(BinaryFill::of)
          .orElseThrow(
              () ->
                  ElementForm.wrong(
                      type, value, "bytes in Base64, or a list of bytes from 0 to 255"));
    }
    return new OpaqueFill(value);
  }
}
