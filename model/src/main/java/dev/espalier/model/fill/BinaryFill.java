package dev.espalier.model.fill;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.DataType;
import java.util.Arrays;
import java.util.Base64;

/** The fill value of an array of byte strings. */
public final class BinaryFill implements FillValue {
  private final byte[] bytes;

  private BinaryFill(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The fill value of these bytes. */
  public static BinaryFill of(byte[] bytes) {
    return new BinaryFill(bytes.clone());
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes in Base64, which more readers know than a list of numbers. */
  @Override
  public JsonValue toJson() {
    return JsonValue.of(Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BinaryFill that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return toJson().toString();
  }

  @Override
  public boolean fits(DataType type) {
    return type.isBinary();
  }
}
