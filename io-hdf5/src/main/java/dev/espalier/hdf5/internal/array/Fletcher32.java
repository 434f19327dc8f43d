package dev.espalier.hdf5.internal.array;

/** The checksum of the filter of that name: two running sums over big-endian pairs of bytes. */
final class Fletcher32 {
  /** So many pairs fit into 32 bits before the sums have to be folded. */
  private static final int PAIRS_BETWEEN_FOLDS = 360;

  private Fletcher32() {}

  static int of(byte[] bytes, int length) {
    int sum1 = 0;
    int sum2 = 0;
    int pairs = length / 2;
    int at = 0;
    while (pairs > 0) {
      int run = Math.min(pairs, PAIRS_BETWEEN_FOLDS);
      pairs -= run;
      for (int i = 0; i < run; i++, at += 2) {
        sum1 += ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
        sum2 += sum1;
      }
      sum1 = fold(sum1);
      sum2 = fold(sum2);
    }
    if (length % 2 != 0) {
      sum1 = fold(sum1 + ((bytes[length - 1] & 0xff) << 8));
      sum2 = fold(sum2 + sum1);
    }
    return (fold(sum2) << 16) | fold(sum1);
  }

  private static int fold(int sum) {
    return (sum & 0xffff) + (sum >>> 16);
  }
}
