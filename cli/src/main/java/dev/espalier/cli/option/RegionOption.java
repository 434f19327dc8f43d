package dev.espalier.cli.option;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A box of elements: {@code 0:2,5:9}; a missing end is that of the array. */
public final class RegionOption {
  private static final Pattern RANGE = Pattern.compile("([0-9]{0,18}):([0-9]{0,18})");

  private RegionOption() {}

  /**
   * Reads the words.
   *
   * @param array the shape of the array that the box lies in
   */
  public static Region parse(String text, Shape array) {
    String[] ranges = array.rank() == 0 && text.isBlank() ? new String[0] : text.split(",", -1);
    if (ranges.length != array.rank()) {
      throw wrong(text, array, "expected " + array.rank() + " ranges START:END, as in 0:2,5:9");
    }
    long[] start = new long[ranges.length];
    long[] extents = new long[ranges.length];
    for (int d = 0; d < ranges.length; d++) {
      Matcher range = RANGE.matcher(ranges[d].strip());
      if (!range.matches()) {
        throw wrong(text, array, "\"" + ranges[d] + "\" is no range; expected START:END");
      }
      start[d] = range.group(1).isEmpty() ? 0 : Long.parseLong(range.group(1));
      long end = range.group(2).isEmpty() ? array.extent(d) : Long.parseLong(range.group(2));
      if (start[d] > end || end > array.extent(d)) {
        throw wrong(text, array, "\"" + ranges[d] + "\" leaves the array or ends before it starts");
      }
      extents[d] = end - start[d];
    }
    return Region.of(start, Shape.of(extents));
  }

  private static RequestException wrong(String text, Shape array, String reason) {
    return new RequestException(
        "--region " + text + " of an array of shape " + array + ": " + reason);
  }
}
