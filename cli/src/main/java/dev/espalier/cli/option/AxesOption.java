package dev.espalier.cli.option;

import dev.espalier.model.error.RequestException;
import java.util.Arrays;
import java.util.List;

/** The names of axes, slowest first: {@code czyx}, or {@code time,y,x} where one is longer. */
public final class AxesOption {
  private AxesOption() {}

  /** Reads the words. */
  public static List<String> parse(String text) {
    List<String> axes =
        text.indexOf(',') >= 0
            ? Arrays.stream(text.split(",", -1)).map(String::strip).toList()
            : text.codePoints().mapToObj(Character::toString).toList();
    if (axes.stream().anyMatch(String::isBlank) || axes.stream().distinct().count() < axes.size()) {
      throw new RequestException(
          "--axes " + text + ": expected a name for each axis, each once, as in czyx");
    }
    return axes;
  }
}
