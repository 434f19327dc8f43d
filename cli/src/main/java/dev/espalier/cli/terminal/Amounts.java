package dev.espalier.cli.terminal;

import java.util.Locale;

/** Numbers with their words. */
public final class Amounts {
  private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private Amounts() {}

  /** A number of things: {@code 1 array}, {@code 2 arrays}. */
  public static String of(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** A number of bytes, in the unit that fits. */
  public static String bytes(long bytes) {
    double amount = bytes;
    int unit = 0;
    while (amount >= 1024 && unit < UNITS.length - 1) {
      amount /= 1024;
      unit++;
    }
    return unit == 0
        ? of(bytes, "byte")
        : String.format(Locale.ROOT, "%.1f %s", amount, UNITS[unit]);
  }
}
