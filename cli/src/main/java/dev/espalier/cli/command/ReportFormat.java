package dev.espalier.cli.command;

import dev.espalier.model.error.RequestException;
import java.util.Arrays;
import java.util.Locale;

/** The forms in which validate gives its results. */
enum ReportFormat {
  /** Lines for people. */
  TEXT,
  /** A document for each hierarchy and convention, one a line. */
  JSON,
  /** One document, for code scanners. */
  SARIF,
  /** One document, for servers that show the results of tests. */
  JUNIT;

  /** The format of that word. */
  static ReportFormat named(String word, boolean json) {
    ReportFormat format =
        Arrays.stream(values())
            .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(word))
            .findFirst()
            .orElseThrow(
                () ->
                    new RequestException(
                        "--format " + word + ": expected text, json, sarif or junit"));
    if (json && format != TEXT && format != JSON) {
      throw new RequestException(
          "--json and --format " + word + " contradict each other; give one of them");
    }
    return json ? JSON : format;
  }
}
