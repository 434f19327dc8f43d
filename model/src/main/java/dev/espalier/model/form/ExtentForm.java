package dev.espalier.model.form;

import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.array.Extent;
import java.util.Optional;

/** Extents in the form: a number where it is one, else an expression as a text. */
final class ExtentForm {
  private ExtentForm() {}

  static JsonValue write(Extent extent) {
    return write(extent instanceof Extent.Fixed, extent.toString());
  }

  /** A chunk's extent: a number, {@code *} or {@code full}. */
  static JsonValue write(String tile) {
    return write(Character.isDigit(tile.charAt(0)), tile);
  }

  private static JsonValue write(boolean number, String text) {
    return number ? new JsonNumber(text) : JsonValue.of(text);
  }

  static Optional<Extent> read(At at, Uses uses) {
    Optional<Extent> extent = at.parsed(text(at, "an extent, such as rows+1"), Extent::parse);
    extent.ifPresent(e -> e.symbols().forEach(symbol -> uses.symbol(at, symbol)));
    return extent;
  }

  static Optional<String> text(At at, String expected) {
    return at.value() instanceof JsonNumber number ? Optional.of(number.text()) : at.text(expected);
  }
}
