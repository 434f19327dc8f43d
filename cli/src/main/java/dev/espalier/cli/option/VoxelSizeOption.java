package dev.espalier.cli.option;

import dev.espalier.convert.Spacing;
import dev.espalier.model.convention.Quantity;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The distance between elements: {@code z=0.5um,y=0.1um,x=0.1um}, the name of an attribute of the
 * array, or {@code /path@name} for an attribute of another node.
 */
public final class VoxelSizeOption {
  private static final Pattern LENGTH =
      Pattern.compile(
          "\\s*([^=,\\s]+)\\s*=\\s*"
              + "((?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\\s*([^0-9,=\\s]*)\\s*");

  private VoxelSizeOption() {}

  /** Reads the words. */
  public static Spacing parse(String text) {
    if (text.indexOf('=') >= 0) {
      return new Spacing.Given(lengths(text));
    }
    int at = text.indexOf('@');
    if (text.startsWith("/") && at > 0) {
      return new Spacing.FromAttribute(
          Optional.of(SourceOption.path(text.substring(0, at))), text.substring(at + 1));
    }
    return new Spacing.FromAttribute(Optional.empty(), text);
  }

  private static Map<String, Quantity> lengths(String text) {
    Map<String, Quantity> byAxis = new LinkedHashMap<>();
    for (String part : text.split(",", -1)) {
      Matcher length = LENGTH.matcher(part);
      if (!length.matches()) {
        throw new RequestException(
            "--voxel-size "
                + text
                + ": \""
                + part
                + "\" is not AXIS=NUMBER[UNIT], as in z=0.5um,y=0.1um,x=0.1um");
      }
      Optional<String> unit = Optional.of(length.group(3)).filter(u -> !u.isEmpty());
      Quantity quantity = new Quantity(new JsonNumber(length.group(2)), unit);
      if (byAxis.put(length.group(1), quantity) != null) {
        throw new RequestException(
            "--voxel-size " + text + ": axis " + length.group(1) + " is given twice");
      }
    }
    return byAxis;
  }
}
