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
    return Optional.of(read(option, text, 1, ", or \"auto\""));
  }

  /**
   * Reads the extents of an array, of which there are none for a scalar.
   *
   * @param option what it is called on the command line
   */
  public static Shape extents(String option, String text) {
    return text.isBlank() ? Shape.scalar() : read(option, text, 0, "");
  }

  private static Shape read(String option, String text, long least, String otherwise) {
    try {
      long[] extents =
          Arrays.stream(text.split(",", -1))
              .map(String::strip)
              .mapToLong(Long::parseLong)
              .toArray();
      if (Arrays.stream(extents).allMatch(extent -> extent >= least)) {
        return Shape.of(extents);
      }
    } catch (NumberFormatException e) {
      // Said below, with what was expected.
    }
    throw new RequestException(
        option
            + " "
            + text
            + ": expected an extent of at least "
            + least
            + " for each dimension, as in 1,256,256"
            + otherwise);
  }
}
