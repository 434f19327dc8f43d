package dev.espalier.conventions.ngff;

import dev.espalier.model.convention.Quantity;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * An axis of an image that is being arranged.
 *
 * @param letter one of t, c, z, y, x
 * @param source the dimension of the source array that it is
 * @param pixel the distance between neighbouring pixels, 1 where it is not known
 * @param unit the unit of that distance, as UDUNITS-2 names it
 */
record ImageAxis(String letter, int source, BigDecimal pixel, Optional<String> unit) {
  /** The letters of axes, in the order that OME-NGFF wants. */
  static final String ORDER = "tczyx";

  private static final String HALVED = "yx";
  private static final int LONGEST_NUMBER = 40;
  private static final int LARGEST_EXPONENT = 300;

  /** An axis with the spacing that was asked for. */
  static ImageAxis of(String letter, int source, Optional<Quantity> spacing) {
    if (spacing.isEmpty()) {
      return new ImageAxis(letter, source, BigDecimal.ONE, Optional.empty());
    }
    if (letter.equals("c")) {
      throw new RequestException("spacing was given for \"c\", but channels have no distance");
    }
    BigDecimal pixel = positive(letter, spacing.get().value());
    return new ImageAxis(
        letter, source, pixel, spacing.get().unit().map(unit -> known(letter, unit)));
  }

  private static BigDecimal positive(String letter, JsonNumber number) {
    double nearest = number.toDouble();
    if (!(nearest > 0)
        || number.text().length() > LONGEST_NUMBER
        || Math.abs(Math.log10(nearest)) > LARGEST_EXPONENT) {
      throw new RequestException(
          "the spacing of \"" + letter + "\" is " + number + "; expected a number above 0");
    }
    return number.toBigDecimal();
  }

  private static String known(String letter, String written) {
    boolean isTime = letter.equals("t");
    return (isTime ? Units.ofTime(written) : Units.ofSpace(written))
        .orElseThrow(
            () -> {
              List<String> names = isTime ? Units.TIME : Units.SPACE;
              return new RequestException(
                  "the unit \""
                      + written
                      + "\" of \""
                      + letter
                      + "\" is not known; known are "
                      + String.join(", ", names)
                      + " and their usual symbols");
            });
  }

  /** By how much a level is smaller than the one before it. */
  int factor() {
    return HALVED.contains(letter) ? 2 : 1;
  }

  String type() {
    return switch (letter) {
      case "t" -> "time";
      case "c" -> "channel";
      default -> "space";
    };
  }

  /** The distance between neighbouring pixels of a level. */
  JsonNumber scale(int level) {
    return number(pixel.multiply(growth(level)));
  }

  /** Where the first pixel of a level lies: amid the pixels of level 0 that it is the mean of. */
  JsonNumber translation(int level) {
    BigDecimal half = new BigDecimal("0.5");
    return number(pixel.multiply(growth(level).subtract(BigDecimal.ONE)).multiply(half));
  }

  private BigDecimal growth(int level) {
    return BigDecimal.valueOf(factor()).pow(level);
  }

  JsonObject toJson() {
    JsonObject.Builder axis = JsonObject.builder().put("name", letter).put("type", type());
    unit.ifPresent(name -> axis.put("unit", name));
    return axis.build();
  }

  /** Exact, and with a fraction, so that readers that tell integers from floats see a float. */
  private static JsonNumber number(BigDecimal value) {
    if (value.signum() == 0) {
      return new JsonNumber("0.0");
    }
    BigDecimal stripped = value.stripTrailingZeros();
    return new JsonNumber(
        stripped.scale() <= 0 && stripped.precision() - stripped.scale() <= 15
            ? stripped.setScale(1).toPlainString()
            : stripped.toString());
  }
}
