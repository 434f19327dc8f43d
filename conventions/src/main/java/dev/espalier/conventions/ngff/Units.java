package dev.espalier.conventions.ngff;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The units that OME-NGFF recommends, by the names that UDUNITS-2 gives them, and the ways in which
 * people write them.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/#axes-md">OME-NGFF 0.5, axes</a>
 */
final class Units {
  /** Units of axes of type space. */
  static final List<String> SPACE =
      List.of(
          "angstrom",
          "attometer",
          "centimeter",
          "decimeter",
          "exameter",
          "femtometer",
          "foot",
          "gigameter",
          "hectometer",
          "inch",
          "kilometer",
          "megameter",
          "meter",
          "micrometer",
          "mile",
          "millimeter",
          "nanometer",
          "parsec",
          "petameter",
          "picometer",
          "terameter",
          "yard",
          "yoctometer",
          "yottameter",
          "zeptometer",
          "zettameter");

  /** Units of axes of type time. */
  static final List<String> TIME =
      List.of(
          "attosecond",
          "centisecond",
          "day",
          "decisecond",
          "exasecond",
          "femtosecond",
          "gigasecond",
          "hectosecond",
          "hour",
          "kilosecond",
          "megasecond",
          "microsecond",
          "millisecond",
          "minute",
          "nanosecond",
          "petasecond",
          "picosecond",
          "second",
          "terasecond",
          "yoctosecond",
          "yottasecond",
          "zeptosecond",
          "zettasecond");

  private static final int LONGEST_SYMBOL = 2;

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("y", "yocto"),
          Map.entry("z", "zepto"),
          Map.entry("a", "atto"),
          Map.entry("f", "femto"),
          Map.entry("p", "pico"),
          Map.entry("n", "nano"),
          Map.entry("u", "micro"),
          Map.entry("\u00b5", "micro"),
          Map.entry("\u03bc", "micro"),
          Map.entry("m", "milli"),
          Map.entry("c", "centi"),
          Map.entry("d", "deci"),
          Map.entry("", ""),
          Map.entry("h", "hecto"),
          Map.entry("k", "kilo"),
          Map.entry("M", "mega"),
          Map.entry("G", "giga"),
          Map.entry("T", "tera"),
          Map.entry("P", "peta"),
          Map.entry("E", "exa"),
          Map.entry("Z", "zetta"),
          Map.entry("Y", "yotta"));

  private static final Map<String, String> SPACE_SYMBOLS =
      symbols(
          "m",
          "meter",
          SPACE,
          Map.ofEntries(
              Map.entry("micron", "micrometer"),
              Map.entry("\u00c5", "angstrom"),
              Map.entry("\u212b", "angstrom"),
              Map.entry("\u00e5ngstr\u00f6m", "angstrom"),
              Map.entry("feet", "foot"),
              Map.entry("ft", "foot"),
              Map.entry("in", "inch"),
              Map.entry("inches", "inch"),
              Map.entry("mi", "mile"),
              Map.entry("yd", "yard"),
              Map.entry("pc", "parsec")));

  private static final Map<String, String> TIME_SYMBOLS =
      symbols(
          "s",
          "second",
          TIME,
          Map.of("sec", "second", "min", "minute", "h", "hour", "hr", "hour", "d", "day"));

  private Units() {}

  /** The name of a unit of space that somebody wrote in their own way, if it is one. */
  static Optional<String> ofSpace(String written) {
    return find(written, SPACE, SPACE_SYMBOLS);
  }

  /** The name of a unit of time that somebody wrote in their own way, if it is one. */
  static Optional<String> ofTime(String written) {
    return find(written, TIME, TIME_SYMBOLS);
  }

  /** Symbols are taken as they are, for case matters in them; words in any case and number. */
  private static Optional<String> find(
      String written, List<String> names, Map<String, String> symbols) {
    String unit = written.strip();
    if (symbols.containsKey(unit)) {
      return Optional.ofNullable(symbols.get(unit));
    }
    String word = unit.toLowerCase(Locale.ROOT);
    String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    String american =
        singular.endsWith("metre")
            ? singular.substring(0, singular.length() - "metre".length()) + "meter"
            : singular;
    if (names.contains(american)) {
      return Optional.of(american);
    }
    return american.length() > LONGEST_SYMBOL
        ? Optional.ofNullable(symbols.get(american))
        : Optional.empty();
  }

  private static Map<String, String> symbols(
      String symbol, String base, List<String> names, Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    PREFIXES.forEach(
        (prefix, word) -> {
          if (names.contains(word + base)) {
            all.putIfAbsent(prefix + symbol, word + base);
          }
        });
    return Map.copyOf(all);
  }
}
