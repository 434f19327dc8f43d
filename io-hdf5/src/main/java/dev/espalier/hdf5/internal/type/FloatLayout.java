package dev.espalier.hdf5.internal.type;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.type.StoredType.FloatingNumber;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * Where the sign, the exponent and the mantissa of a float are; types of one size may differ in it.
 */
record FloatLayout(
    int size,
    int offset,
    int precision,
    int normalization,
    int sign,
    int exponentAt,
    int exponentBits,
    int mantissaAt,
    int mantissaBits,
    long bias) {
  private static final int LEADING_BIT_IMPLIED = 2;

  private static final Map<FloatLayout, String> IEEE =
      Map.of(
          new FloatLayout(2, 0, 16, LEADING_BIT_IMPLIED, 15, 10, 5, 0, 10, 15), "float16",
          new FloatLayout(4, 0, 32, LEADING_BIT_IMPLIED, 31, 23, 8, 0, 23, 127), "float32",
          new FloatLayout(8, 0, 64, LEADING_BIT_IMPLIED, 63, 52, 11, 0, 52, 1023), "float64");

  private static final FloatLayout BFLOAT16 =
      new FloatLayout(2, 0, 16, LEADING_BIT_IMPLIED, 15, 7, 8, 0, 7, 127);

  static FloatingNumber parse(int bits, int size, ByteBuffer properties) {
    FloatLayout layout =
        new FloatLayout(
            size,
            Fields.count(properties, 2),
            Fields.count(properties, 2),
            (bits >> 4) & 3,
            (bits >> 8) & 0xff,
            Fields.octet(properties),
            Fields.octet(properties),
            Fields.octet(properties),
            Fields.octet(properties),
            Fields.unsigned(properties, 4));
    boolean vax = (bits & 0x40) != 0;
    boolean ieee = !vax && IEEE.containsKey(layout);
    return new FloatingNumber(size, (bits & 1) != 0, ieee, name(layout, vax));
  }

  private static String name(FloatLayout layout, boolean vax) {
    if (vax) {
      return "float of " + layout.size + " bytes in VAX order";
    }
    if (layout.equals(BFLOAT16)) {
      return "bfloat16";
    }
    String known = IEEE.get(layout);
    return known != null
        ? known
        : "float of "
            + layout.size
            + " bytes that is none of IEEE 754 ("
            + layout.exponentBits
            + " bits of exponent, "
            + layout.mantissaBits
            + " of mantissa)";
  }
}
