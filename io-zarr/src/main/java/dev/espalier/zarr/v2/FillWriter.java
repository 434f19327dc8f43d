package dev.espalier.zarr.v2;

import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.OpaqueFill;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.Base64;
import java.util.Optional;

/** Spells fill values. */
final class FillWriter {
  private FillWriter() {}

  /**
   * The spelling of a fill value; {@code null} where there is none.
   *
   * @throws IllegalArgumentException if there is no spelling
   */
  static JsonValue write(Dtype dtype, Optional<FillValue> fill) {
    if (fill.isEmpty()) {
      return JsonNull.NULL;
    }
    if (fill.get() instanceof OpaqueFill) {
      throw new IllegalArgumentException("Zarr v2 has no fill value of data type " + dtype.type());
    }
    if (fill.get() instanceof BitsFill bits && FillReader.isBytes(dtype.type())) {
      byte[] element = NumberOrder.littleEndian(dtype, bits.littleEndianBytes());
      return JsonValue.of(Base64.getEncoder().encodeToString(element));
    }
    JsonValue json = fill.get().toJson();
    if (fill.get() instanceof BitsFill && hasBitPattern(json)) {
      throw new IllegalArgumentException(
          "Zarr v2 has one NaN only; the fill value " + json + " is another one");
    }
    return json;
  }

  private static boolean hasBitPattern(JsonValue json) {
    if (json instanceof JsonArray pair) {
      return pair.elements().stream().anyMatch(FillWriter::hasBitPattern);
    }
    return json instanceof JsonString text && text.value().startsWith("0x");
  }
}
