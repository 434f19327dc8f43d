package dev.espalier.model.type;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A number type outside the core specification, without parameters.
 *
 * <p>Elements take whole bytes in memory; of the integers and floats of fewer than eight bits, the
 * high bits of a byte say nothing and are given as the sign or as zero.
 *
 * @see <a href="https://github.com/zarr-developers/zarr-extensions/tree/main/data-types">
 *     zarr-extensions, data types</a>
 */
public enum NarrowType implements DataType {
  /** Two's complement, 2 bits. */
  INT2(CoreType.Kind.SIGNED, 2),
  /** Two's complement, 4 bits. */
  INT4(CoreType.Kind.SIGNED, 4),
  /** Unsigned, 2 bits. */
  UINT2(CoreType.Kind.UNSIGNED, 2),
  /** Unsigned, 4 bits. */
  UINT4(CoreType.Kind.UNSIGNED, 4),
  /** The upper half of a binary32: 8 exponent and 7 mantissa bits. */
  BFLOAT16(FloatFormat.BFLOAT16),
  /** 2 exponent and 1 mantissa bits, finite numbers only. */
  FLOAT4_E2M1FN(FloatFormat.E2M1FN),
  /** 2 exponent and 3 mantissa bits, finite numbers only. */
  FLOAT6_E2M3FN(FloatFormat.E2M3FN),
  /** 3 exponent and 2 mantissa bits, finite numbers only. */
  FLOAT6_E3M2FN(FloatFormat.E3M2FN),
  /** 3 exponent and 4 mantissa bits. */
  FLOAT8_E3M4(FloatFormat.E3M4),
  /** 4 exponent and 3 mantissa bits. */
  FLOAT8_E4M3(FloatFormat.E4M3),
  /** 4 exponent and 3 mantissa bits, no infinity. */
  FLOAT8_E4M3FN(FloatFormat.E4M3FN),
  /** 4 exponent bits with a bias of 11 and 3 mantissa bits, no infinity, one zero. */
  FLOAT8_E4M3B11FNUZ(FloatFormat.E4M3B11FNUZ),
  /** 4 exponent and 3 mantissa bits, no infinity, one zero. */
  FLOAT8_E4M3FNUZ(FloatFormat.E4M3FNUZ),
  /** 5 exponent and 2 mantissa bits. */
  FLOAT8_E5M2(FloatFormat.E5M2),
  /** 5 exponent and 2 mantissa bits, no infinity, one zero. */
  FLOAT8_E5M2FNUZ(FloatFormat.E5M2FNUZ),
  /** A power of two: 8 exponent bits, no sign, no zero, no infinity. */
  FLOAT8_E8M0FNU(FloatFormat.E8M0FNU),
  /** Real and imaginary bfloat16. */
  COMPLEX_BFLOAT16(FloatFormat.BFLOAT16, CoreType.Kind.COMPLEX),
  /** Real and imaginary float16. */
  COMPLEX_FLOAT16(FloatFormat.BINARY16, CoreType.Kind.COMPLEX),
  /** Real and imaginary float4_e2m1fn. */
  COMPLEX_FLOAT4_E2M1FN(FloatFormat.E2M1FN, CoreType.Kind.COMPLEX),
  /** Real and imaginary float6_e2m3fn. */
  COMPLEX_FLOAT6_E2M3FN(FloatFormat.E2M3FN, CoreType.Kind.COMPLEX),
  /** Real and imaginary float6_e3m2fn. */
  COMPLEX_FLOAT6_E3M2FN(FloatFormat.E3M2FN, CoreType.Kind.COMPLEX),
  /** Real and imaginary float8_e3m4. */
  COMPLEX_FLOAT8_E3M4(FloatFormat.E3M4, CoreType.Kind.COMPLEX),
  /** Real and imaginary float8_e4m3. */
  COMPLEX_FLOAT8_E4M3(FloatFormat.E4M3, CoreType.Kind.COMPLEX),
  /** Real and imaginary float8_e4m3fn. */
  COMPLEX_FLOAT8_E4M3FN(FloatFormat.E4M3FN, CoreType.Kind.COMPLEX),
  /** Real and imaginary float8_e4m3b11fnuz. */
  COMPLEX_FLOAT8_E4M3B11FNUZ(FloatFormat.E4M3B11FNUZ, CoreType.Kind.COMPLEX),
  /** Real and imaginary float8_e4m3fnuz. */
  COMPLEX_FLOAT8_E4M3FNUZ(FloatFormat.E4M3FNUZ, CoreType.Kind.COMPLEX),
  /** Real and imaginary float8_e5m2. */
  COMPLEX_FLOAT8_E5M2(FloatFormat.E5M2, CoreType.Kind.COMPLEX),
  /** Real and imaginary float8_e5m2fnuz. */
  COMPLEX_FLOAT8_E5M2FNUZ(FloatFormat.E5M2FNUZ, CoreType.Kind.COMPLEX),
  /** Real and imaginary float8_e8m0fnu. */
  COMPLEX_FLOAT8_E8M0FNU(FloatFormat.E8M0FNU, CoreType.Kind.COMPLEX);

  private static final Map<String, NarrowType> BY_ID =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(DataType::id, Function.identity()));

  private final CoreType.Kind kind;
  private final int bits;
  private final Optional<FloatFormat> format;

  NarrowType(CoreType.Kind kind, int bits) {
    this.kind = kind;
    this.bits = bits;
    this.format = Optional.empty();
  }

  NarrowType(FloatFormat format) {
    this(format, CoreType.Kind.FLOAT);
  }

  NarrowType(FloatFormat format, CoreType.Kind kind) {
    this.kind = kind;
    this.bits = format.bits();
    this.format = Optional.of(format);
  }

  /** What the bits of an element mean. */
  public CoreType.Kind kind() {
    return kind;
  }

  /** How many bits one number has that mean something: half the element for complex types. */
  public int componentBits() {
    return bits;
  }

  /** How its floats are made up; nothing for integers. */
  public Optional<FloatFormat> floatFormat() {
    return format;
  }

  /** The type of that identifier, if it is one of these. */
  public static Optional<NarrowType> withId(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  @Override
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public OptionalInt byteSize() {
    return OptionalInt.of(componentSize() * (kind == CoreType.Kind.COMPLEX ? 2 : 1));
  }

  /** Bytes of one number: half the element for complex types, else all of it. */
  public int componentSize() {
    return (bits + 7) / 8;
  }

  @Override
  public List<NumberRun> numbers() {
    return List.of(new NumberRun(kind == CoreType.Kind.COMPLEX ? 2 : 1, componentSize()));
  }

  @Override
  public String toString() {
    return id();
  }
}
