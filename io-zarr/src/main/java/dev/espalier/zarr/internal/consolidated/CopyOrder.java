package dev.espalier.zarr.internal.consolidated;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/**
 * The order that zarr-python gives the copies: by depth, then by path without regard to case and to
 * how characters are composed.
 */
public final class CopyOrder {
  private CopyOrder() {}

  /** The order of keys: paths without a leading slash. */
  public static Comparator<String> ofKeys() {
    Comparator<String> byDepth = Comparator.comparingLong(CopyOrder::slashes);
    return byDepth.thenComparing(CopyOrder::folded, CopyOrder::compareCodePoints);
  }

  private static long slashes(String key) {
    return key.chars().filter(c -> c == '/').count();
  }

  /** Upper case first, so that letters such as the sharp s become two, as when they are folded. */
  private static String folded(String key) {
    return Normalizer.normalize(key, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }

  private static int compareCodePoints(String left, String right) {
    int[] mine = left.codePoints().toArray();
    int[] theirs = right.codePoints().toArray();
    return Arrays.compare(mine, theirs);
  }
}
