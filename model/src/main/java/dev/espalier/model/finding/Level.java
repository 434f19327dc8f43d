package dev.espalier.model.finding;

/** How strongly a specification demands a rule, in the words of RFC 2119. */
public enum Level {
  /** An absolute requirement. */
  MUST,
  /** A recommendation. */
  SHOULD,
  /** Truly optional. */
  MAY
}
