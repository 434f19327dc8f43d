package dev.espalier.model.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A data type that the Zarr v3 core specification defines.
 *
 * @see <a
 *     href="https://zarr-specs.readthedocs.io/en/latest/v3/data-types/index.html#core-data-types">
 *     Zarr v3, core data types</a>
 */
public enum CoreType implements DataType {
  /** One byte, 0 or 1. */
  BOOL(Kind.BOOLEAN, 1),
  /** Two's complement, 1 byte. */
  INT8(Kind.SIGNED, 1),
  /** Two's complement, 2 bytes. */
  INT16(Kind.SIGNED, 2),
  /** Two's complement, 4 bytes. */
  INT32(Kind.SIGNED, 4),
  /** Two's complement, 8 bytes. */
  INT64(Kind.SIGNED, 8),
  /** Unsigned, 1 byte. */
  UINT8(Kind.UNSIGNED, 1),
  /** Unsigned, 2 bytes. */
  UINT16(Kind.UNSIGNED, 2),
  /** Unsigned, 4 bytes. */
  UINT32(Kind.UNSIGNED, 4),
  /** Unsigned, 8 bytes. */
  UINT64(Kind.UNSIGNED, 8),
  /** IEEE 754 binary16. */
  FLOAT16(Kind.FLOAT, 2),
  /** IEEE 754 binary32. */
  FLOAT32(Kind.FLOAT, 4),
  /** IEEE 754 binary64. */
  FLOAT64(Kind.FLOAT, 8),
  /** Real and imaginary binary32. */
  COMPLEX64(Kind.COMPLEX, 8),
  /** Real and imaginary binary64. */
  COMPLEX128(Kind.COMPLEX, 16);

  /** What the bits of an element mean. */
  public enum Kind {
    /** A truth value. */
    BOOLEAN,
    /** An integer with sign. */
    SIGNED,
    /** An integer without sign. */
    UNSIGNED,
    /** A floating point number. */
    FLOAT,
    /** A pair of floating point numbers: real, imaginary. */
    COMPLEX
  }

  private final Kind kind;
  private final int size;

  CoreType(Kind kind, int size) {
    this.kind = kind;
    this.size = size;
  }

  /** What the bits of an element mean. */
  public Kind kind() {
    return kind;
  }

  /** Bytes of one element. */
  public int size() {
    return size;
  }

  /** Bytes of one number: half the element for complex types, else all of it. */
  public int componentSize() {
    return kind == Kind.COMPLEX ? size / 2 : size;
  }

  /** The type of that identifier, if it is a core type. */
  public static Optional<CoreType> withId(String id) {
    return Arrays.stream(values()).filter(type -> type.id().equals(id)).findFirst();
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How its floats are made up; nothing for types without floats. */
  public Optional<FloatFormat> floatFormat() {
    return kind != Kind.FLOAT && kind != Kind.COMPLEX
        ? Optional.empty()
        : Optional.of(
            switch (componentSize()) {
              case 2 -> FloatFormat.BINARY16;
              case 4 -> FloatFormat.BINARY32;
              default -> FloatFormat.BINARY64;
            });
  }

  @Override
  public List<NumberRun> numbers() {
    return List.of(new NumberRun(kind == Kind.COMPLEX ? 2 : 1, componentSize()));
  }

  @Override
  public OptionalInt byteSize() {
    return OptionalInt.of(size);
  }

  @Override
  public String toString() {
    return id();
  }
}
