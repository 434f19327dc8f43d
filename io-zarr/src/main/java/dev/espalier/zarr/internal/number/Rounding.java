package dev.espalier.zarr.internal.number;

/** Which of two neighbours a value between them becomes. */
public enum Rounding {
  /** The nearer one; of two that are equally near, the one whose last bit is 0. */
  NEAREST_EVEN("nearest-even"),
  /** The one nearer to zero. */
  TOWARDS_ZERO("towards-zero"),
  /** The larger one. */
  TOWARDS_POSITIVE("towards-positive"),
  /** The smaller one. */
  TOWARDS_NEGATIVE("towards-negative"),
  /** The nearer one; of two that are equally near, the one farther from zero. */
  NEAREST_AWAY("nearest-away");

  private final String word;

  Rounding(String word) {
    this.word = word;
  }

  /** The word for it in documents. */
  public String word() {
    return word;
  }

  /** An integer next to a value, or the value if it is one. */
  double toInteger(double value) {
    return switch (this) {
      case NEAREST_EVEN -> Math.rint(value);
      case TOWARDS_ZERO -> value < 0 ? Math.ceil(value) : Math.floor(value);
      case TOWARDS_POSITIVE -> Math.ceil(value);
      case TOWARDS_NEGATIVE -> Math.floor(value);
      case NEAREST_AWAY -> nearestAway(value);
    };
  }

  /**
   * Drops the last bits of the magnitude of a number.
   *
   * @param magnitude 64 bits without sign
   * @param negative whether the number is negative
   * @param dropped how many bits, from 1 to 63
   * @return what remains of the magnitude, in steps of 2<sup>dropped</sup>
   */
  long drop(long magnitude, boolean negative, int dropped) {
    long kept = magnitude >>> dropped;
    long rest = magnitude & ((1L << dropped) - 1);
    long half = 1L << (dropped - 1);
    boolean up =
        switch (this) {
          case NEAREST_EVEN -> rest > half || (rest == half && (kept & 1) != 0);
          case TOWARDS_ZERO -> false;
          case TOWARDS_POSITIVE -> rest != 0 && !negative;
          case TOWARDS_NEGATIVE -> rest != 0 && negative;
          case NEAREST_AWAY -> rest >= half;
        };
    return up ? kept + 1 : kept;
  }

  /** Adding a half first would be rounded itself, for the largest number below a half. */
  private static double nearestAway(double value) {
    double magnitude = Math.abs(value);
    double below = Math.floor(magnitude);
    return Math.copySign(magnitude - below >= 0.5 ? below + 1 : below, value);
  }
}
