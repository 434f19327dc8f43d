package dev.espalier.io.zip;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;

/**
 * Finds the central directory of an archive from the record at the archive's end.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.14 to
 *     4.3.16</a>
 */
final class DirectoryLocator {
  /**
   * Where the central directory is.
   *
   * @param start of its first byte
   * @param size in bytes
   * @param entries how many it lists
   * @param shift what to add to the offsets that it names, as bytes may precede the archive
   */
  record Found(long start, long size, long entries, long shift) {
    long end() {
      return start + size;
    }
  }

  private static final int END = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LOCATOR64 = 0x07064b50;
  private static final int LOCATOR64_BYTES = 20;
  private static final int END64 = 0x06064b50;
  private static final int END64_BYTES = 56;
  private static final int MOST_COMMENT_BYTES = 0xFFFF;
  private static final int ALL_16 = 0xFFFF;
  private static final long ALL_32 = 0xFFFFFFFFL;

  private final ArchiveFile file;

  DirectoryLocator(ArchiveFile file) {
    this.file = file;
  }

  /** Whether the first bytes of a file are those of an archive. */
  static boolean isMagic(ByteBuffer firstFour) {
    int magic = firstFour.getInt(0);
    return magic == LocalHeader.MAGIC || magic == END;
  }

  Found find() {
    int length = (int) Math.min(file.size(), END_BYTES + MOST_COMMENT_BYTES);
    long tailStart = file.size() - length;
    ByteBuffer tail = file.read(tailStart, length, "its end");
    for (int at = length - END_BYTES; at >= 0; at--) {
      if (tail.getInt(at) == END && at + END_BYTES + (tail.getShort(at + 20) & ALL_16) == length) {
        return found(tailStart + at, tail.slice(at, END_BYTES).order(tail.order()));
      }
    }
    throw new CorruptException(
        file.name()
            + ": no record of a zip archive's end was found; it was cut off, or something was"
            + " appended to it, fetch it again");
  }

  private Found found(long at, ByteBuffer end) {
    long entries = end.getShort(10) & ALL_16;
    long size = end.getInt(12) & ALL_32;
    long offset = end.getInt(16) & ALL_32;
    if (at >= LOCATOR64_BYTES) {
      ByteBuffer locator = file.read(at - LOCATOR64_BYTES, LOCATOR64_BYTES, "its end");
      if (locator.getInt(0) == LOCATOR64) {
        return found64(at, entries, size, offset, locator);
      }
    }
    requireOnePart(end.getShort(4) | end.getShort(6) | (end.getShort(8) ^ end.getShort(10)));
    return checked(at, entries, size, offset);
  }

  private Found found64(long at, long entries, long size, long offset, ByteBuffer locator) {
    long before = at - LOCATOR64_BYTES;
    long start = before - END64_BYTES;
    ByteBuffer end = start < 0 ? ByteBuffer.allocate(4) : file.read(start, END64_BYTES, "its end");
    if (end.getInt(0) != END64) {
      start = locator.getLong(8);
      if (start < 0 || start > before - END64_BYTES) {
        throw corrupt("the zip64 record of its end lies at " + Long.toUnsignedString(start));
      }
      end = file.read(start, END64_BYTES, "its end");
      if (end.getInt(0) != END64) {
        throw corrupt("at " + start + " there is no zip64 record of its end");
      }
    }
    requireOnePart(end.getInt(16) | end.getInt(20));
    requireSame("entries", entries, ALL_16, end.getLong(32));
    requireSame("bytes in its directory", size, ALL_32, end.getLong(40));
    requireSame("bytes before its directory", offset, ALL_32, end.getLong(48));
    return checked(start, end.getLong(32), end.getLong(40), end.getLong(48));
  }

  private Found checked(long end, long entries, long size, long offset) {
    if (size < 0 || size > end) {
      throw corrupt(
          "its directory is said to have " + Long.toUnsignedString(size) + " bytes, more than fit");
    }
    long start = end - size;
    if (offset < 0 || offset > start) {
      throw corrupt(
          "its directory is said to lie at "
              + Long.toUnsignedString(offset)
              + " and to have "
              + size
              + " bytes, which reaches beyond the end");
    }
    if (entries < 0 || entries > size / DirectoryReader.RECORD_BYTES) {
      throw corrupt(
          "its directory is said to list "
              + Long.toUnsignedString(entries)
              + " entries in "
              + size
              + " bytes");
    }
    if (entries > 0 && !isDirectory(start) && isDirectory(offset)) {
      return new Found(offset, size, entries, 0); // something lies between it and the end
    }
    return new Found(start, size, entries, start - offset);
  }

  private boolean isDirectory(long at) {
    return file.read(at, Integer.BYTES, "its directory").getInt(0) == DirectoryReader.MAGIC;
  }

  private void requireSame(String what, long found, long saturated, long found64) {
    if (found != saturated && found != found64) {
      throw corrupt(
          "it is said to have "
              + found
              + " "
              + what
              + ", and "
              + Long.toUnsignedString(found64)
              + " in the zip64 record");
    }
  }

  private void requireOnePart(int others) {
    if (others != 0) {
      throw new UnsupportedException(
          file.name() + ": archives in several parts are not read; join them to one");
    }
  }

  private CorruptException corrupt(String found) {
    return new CorruptException(
        file.name() + ": the archive contradicts itself: " + found + "; fetch it again");
  }
}
