package dev.espalier.cli.option;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.shape.Shape;
import java.util.Arrays;
import java.util.Optional;

/** The extents of shards: {@code 1,1,256,256}, or {@code auto}. */
public final class ShapeOption {
  private static final String AUTO = "auto";

  private ShapeOption() {}

  /**
   * Reads the words.
   *
   * @param option what it is called on the command line
   * @return nothing where the choice is left to us
   */
  public static Optional<Shape> parse(String option, String text) {
    if (text.equals(AUTO)) {
      return Optional.empty();
    }
    try {
      long[] extents =
          Arrays.stream(text.split(",", -1))
              .map(String::strip)
              .mapToLong(Long::parseLong)
              .toArray();
      if (Arrays.stream(extents).allMatch(extent -> extent >= 1)) {
        return Optional.of(Shape.of(extents));
      }
    } catch (NumberFormatException e) {
      // Said below, with what was expected.
    }
    throw new RequestException(
        option
            + " "
            + text
            + ": expected an extent of at least 1 for each dimension, as in 1,256,256, or \"auto\"");
  }
}
