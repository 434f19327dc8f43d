package dev.espalier.io.zip;

import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;

/** How entries may be packed. */
final class EntryMethods {
  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int ENCRYPTED = 1;

  /** No stream of that format gets longer by more than this. */
  private static final long MOST_INFLATION = 1032;

  private EntryMethods() {}

  /**
   * Refuses what is not read here, and what cannot be.
   *
   * @throws UnsupportedException if the entry is encrypted or packed in another way
   * @throws CorruptException if its sizes contradict its method
   */
  static void check(String archive, String name, ArchiveIndex.Entry entry) {
    String where = archive + ": the entry \"" + StoreKey.shown(name) + "\" ";
    if ((entry.flags() & ENCRYPTED) != 0) {
      throw new UnsupportedException(
          where + "is encrypted, which is not supported; pack the archive without a password");
    }
    if (entry.method() == STORED) {
      if (entry.size() != entry.compressed()) {
        throw new CorruptException(
            where
                + "is stored as it is, and has "
                + entry.size()
                + " bytes of which "
                + entry.compressed()
                + " are in the archive; fetch it again");
      }
    } else if (entry.method() == DEFLATED) {
      if (entry.size() / MOST_INFLATION > entry.compressed()) {
        throw new CorruptException(
            where
                + "is said to become "
                + entry.size()
                + " bytes from "
                + entry.compressed()
                + ", which no deflated bytes do; fetch the archive again");
      }
    } else {
      throw new UnsupportedException(
          where
              + "is compressed with method "
              + entry.method()
              + named(entry.method())
              + ", and only stored (0) and deflated (8) entries are read; pack the archive anew,"
              + " best without compression");
    }
  }

  /** The more common ones of APPNOTE, 4.4.5. */
  private static String named(int method) {
    return switch (method) {
      case 9 -> " (Deflate64)";
      case 12 -> " (bzip2)";
      case 14 -> " (LZMA)";
      case 93 -> " (zstd)";
      case 95 -> " (xz)";
      case 98 -> " (PPMd)";
      case 99 -> " (AES encryption)";
      default -> "";
    };
  }
}
