package dev.espalier.zarr.internal.compress;

import dev.espalier.model.error.UnsupportedException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.UnsupportedOptionsException;

/**
 * Parameters of LZMA in one number, as liblzma counts them.
 *
 * @param number a level from 0 to 9, and {@link #EXTREME} added to it for one that takes longer
 */
record LzmaPreset(long number) {
  /** Added to a level for one that takes longer. */
  static final long EXTREME = 1L << 31;

  static final LzmaPreset USUAL = new LzmaPreset(LZMA2Options.PRESET_DEFAULT);

  private static final int LARGEST_DICTIONARY = 1 << 28;

  /** The parameters for so many bytes: a dictionary beyond them would be memory for nothing. */
  LZMA2Options options(int size) throws UnsupportedOptionsException {
    LZMA2Options options = full();
    options.setDictSize(dictionary(options.getDictSize(), size));
    return options;
  }

  /** The parameters, whatever there is to compress. */
  LZMA2Options full() throws UnsupportedOptionsException {
    int level = (int) (number & ~EXTREME);
    LZMA2Options options = new LZMA2Options(level);
    if ((number & EXTREME) != 0) {
      boolean middle = level == 3 || level == 5;
      options.setMode(LZMA2Options.MODE_NORMAL);
      options.setMatchFinder(LZMA2Options.MF_BT4);
      options.setNiceLen(middle ? 192 : LZMA2Options.NICE_LEN_MAX);
      options.setDepthLimit(middle ? 0 : 512);
    }
    return options;
  }

  /** The dictionary of a declared size that so many bytes can make use of. */
  static int dictionary(long declared, long content) {
    long useful = LZMA2Options.DICT_SIZE_MIN;
    while (useful < content && useful < declared) {
      useful *= 2;
    }
    long size = Math.max(Math.min(useful, declared), LZMA2Options.DICT_SIZE_MIN);
    if (size > LARGEST_DICTIONARY) {
      throw new UnsupportedException(
          "a dictionary of " + size + " bytes; up to " + LARGEST_DICTIONARY + " are handled");
    }
    return (int) size;
  }
}
