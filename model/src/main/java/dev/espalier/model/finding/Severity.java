package dev.espalier.model.finding;

import java.util.Locale;

/** How much a finding matters to whoever asked. */
public enum Severity {
  /** The hierarchy is not valid. */
  ERROR,
  /** The hierarchy is valid and could be better. */
  WARNING,
  /** Worth knowing. */
  INFO;

  /** The word in messages and in JSON. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
