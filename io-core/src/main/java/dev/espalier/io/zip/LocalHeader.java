package dev.espalier.io.zip;

import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What stands before the bytes of an entry. It repeats what the central directory has, and has to
 * agree with it.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.7</a>
 */
final class LocalHeader {
  static final int MAGIC = 0x04034b50;
  static final int FIXED_BYTES = 30;

  private static final int USUAL_EXTRA_BYTES = 40;
  private static final int ENCRYPTED = 1;
  private static final int SIZES_FOLLOW = 1 << 3;
  private static final int ALL_16 = 0xFFFF;
  private static final int ALL_32 = 0xFFFFFFFF;

  private LocalHeader() {}

  /**
   * Where the bytes of an entry begin, in bytes from the beginning of the file.
   *
   * @throws CorruptException if header and directory disagree
   */
  static long dataOffset(ArchiveFile file, String name, ArchiveIndex.Entry entry) {
    String what = "the header of " + name;
    ByteBuffer header = file.read(entry.offset(), usualBytes(name, entry), what);
    if (header.getInt(0) != MAGIC) {
      throw disagrees(file, name, "there is none at byte " + entry.offset());
    }
    int flags = header.getShort(6) & ALL_16;
    int method = header.getShort(8) & ALL_16;
    int nameBytes = header.getShort(26) & ALL_16;
    int extraBytes = header.getShort(28) & ALL_16;
    long start = entry.offset() + FIXED_BYTES + nameBytes + extraBytes;
    if (entry.compressed() > entry.end() - start) {
      throw disagrees(file, name, "it leaves too few bytes for the entry");
    }
    if (method != entry.method() || (flags & ENCRYPTED) != (entry.flags() & ENCRYPTED)) {
      throw disagrees(file, name, "it has compression " + method);
    }
    int length = FIXED_BYTES + nameBytes + extraBytes;
    if (length > header.limit()) {
      header = file.read(entry.offset(), length, what);
    }
    requireName(file, name, flags, header, nameBytes, extraBytes);
    if ((flags & SIZES_FOLLOW) == 0) {
      if (header.getInt(14) != entry.crc()) {
        throw disagrees(file, name, "it has another checksum");
      }
      requireSize(file, name, header.getInt(18), entry.compressed());
      requireSize(file, name, header.getInt(22), entry.size());
    }
    return start;
  }

  /** How long the header is likely to be, so that it is mostly read at once. */
  private static int usualBytes(String name, ArchiveIndex.Entry entry) {
    return (int)
        Math.min(FIXED_BYTES + name.length() + USUAL_EXTRA_BYTES, entry.end() - entry.offset());
  }

  private static void requireName(
      ArchiveFile file, String name, int flags, ByteBuffer header, int nameBytes, int extraBytes) {
    ByteBuffer extra =
        header.slice(FIXED_BYTES + nameBytes, extraBytes).order(ByteOrder.LITTLE_ENDIAN);
    EntryName found = EntryName.of(header.slice(FIXED_BYTES, nameBytes), flags, extra);
    if (!found.text().equals(name)) {
      throw disagrees(file, name, "it names \"" + StoreKey.shown(found.text()) + "\"");
    }
  }

  /** A size that takes more than 32 bits stands elsewhere in the header. */
  private static void requireSize(ArchiveFile file, String name, int found, long expected) {
    if (found != ALL_32 && (found & 0xFFFFFFFFL) != expected) {
      throw disagrees(file, name, "it has the size " + (found & 0xFFFFFFFFL));
    }
  }

  private static CorruptException disagrees(ArchiveFile file, String name, String found) {
    return new CorruptException(
        file.name()
            + ": the header of the entry \""
            + StoreKey.shown(name)
            + "\" does not agree with the directory of the archive: "
            + found
            + "; fetch the archive again, or pack it anew");
  }
}
