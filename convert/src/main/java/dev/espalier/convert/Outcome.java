package dev.espalier.convert;

import java.util.Locale;

/** What became of one object of a source. */
public enum Outcome {
  /** It is in the result under the same path, and nothing about it differs. */
  COPIED,
  /** It is in the result under another path, and nothing else about it differs. */
  MOVED,
  /** It is in the result with the same values, and something else about it differs. */
  CHANGED,
  /** The convention said what it says in its own way. */
  USED,
  /** It is not in the result. */
  LEFT_OUT;

  /** The words for people and for JSON. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
