package dev.espalier.model.fill;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.type.DataType;
import java.util.Arrays;

/** The fill value of an array whose elements have a fixed size: its bits. */
public final class BitsFill implements FillValue {
  private final DataType type;
  private final int size;

  /** Without the zeros at the end: elements may be long texts, and many arrays have such. */
  private final byte[] littleEndian;

  private BitsFill(DataType type, int size, byte[] littleEndian) {
    this.type = type;
    this.size = size;
    this.littleEndian = littleEndian;
  }

  /**
   * The fill value with these bits.
   *
   * @param type a type of fixed size
   * @param littleEndian the bytes of one element, least significant first within each number
   */
  public static BitsFill of(DataType type, byte[] littleEndian) {
    int expected =
        type.byteSize()
            .orElseThrow(() -> new IllegalArgumentException(type + " has no fixed size"));
    if (littleEndian.length != expected) {
      throw new IllegalArgumentException(
          "fill value of " + littleEndian.length + " bytes; " + type + " has " + expected);
    }
    int end = expected;
    while (end > 0 && littleEndian[end - 1] == 0) {
      end--;
    }
    return new BitsFill(type, expected, Arrays.copyOf(littleEndian, end));
  }

  /** The data type that gives the bits their meaning. */
  public DataType type() {
    return type;
  }

  /** A copy of the bytes of one element, least significant first within each number. */
  public byte[] littleEndianBytes() {
    return Arrays.copyOf(littleEndian, size);
  }

  /** Writes the bytes of one element. */
  public void copyTo(byte[] target, int offset) {
    System.arraycopy(littleEndian, 0, target, offset, littleEndian.length);
    Arrays.fill(target, offset + littleEndian.length, offset + size, (byte) 0);
  }

  /** Whether all bits are zero: true of 0.0, not of -0.0. */
  public boolean isAllZeroBits() {
    return littleEndian.length == 0;
  }

  @Override
  public JsonValue toJson() {
    return ElementForm.toJson(type, littleEndianBytes(), 0);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BitsFill that
        && type.equals(that.type)
        && Arrays.equals(littleEndian, that.littleEndian);
  }

  @Override
  public int hashCode() {
    return 31 * type.hashCode() + Arrays.hashCode(littleEndian);
  }

  @Override
  public String toString() {
    return toJson().toString();
  }

  @Override
  public boolean fits(DataType type) {
    return type.equals(this.type);
  }
}
