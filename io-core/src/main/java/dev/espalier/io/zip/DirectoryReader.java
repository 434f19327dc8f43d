package dev.espalier.io.zip;

import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads the central directory of an archive, record by record, and keeps of it what an {@link
 * ArchiveIndex} needs.
 *
 * <p>The library that writes archives keeps some 475 bytes in objects for each entry that it reads,
 * and shows neither entries of one name nor ones that overlap.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE, 4.3.12</a>
 */
final class DirectoryReader {
  static final int MAGIC = 0x02014b50;
  static final int RECORD_BYTES = 46;

  private static final int BUFFER_BYTES = 1 << 18; // more than the longest record has
  private static final int ZIP64_FIELD = 0x0001;
  private static final int ALL_16 = 0xFFFF;
  private static final long ALL_32 = 0xFFFFFFFFL;

  private final ArchiveFile file;
  private final DirectoryLocator.Found directory;
  private final ByteBuffer buffer;
  private long next;

  private DirectoryReader(ArchiveFile file, DirectoryLocator.Found directory) {
    this.file = file;
    this.directory = directory;
    this.next = directory.start();
    int capacity = (int) Math.min(BUFFER_BYTES, directory.size());
    this.buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN).flip();
  }

  /** The index of an archive. */
  static ArchiveIndex read(ArchiveFile file) {
    DirectoryLocator.Found directory = new DirectoryLocator(file).find();
    return new DirectoryReader(file, directory).read();
  }

  private ArchiveIndex read() {
    EntryTable entries = new EntryTable(file.name());
    for (long i = 0; i < directory.entries(); i++) {
      require(RECORD_BYTES);
      if (buffer.getInt(buffer.position()) != MAGIC) {
        throw corrupt("entry " + i + " of " + directory.entries() + " is not in its directory");
      }
      readRecord(entries);
    }
    if (buffer.hasRemaining() || next < directory.end()) {
      throw corrupt(
          "its directory lists more than the " + directory.entries() + " entries that it says");
    }
    entries.trim();
    return ArchiveIndex.of(entries, file.name(), directory.start());
  }

  /** Sees to it that so many bytes are in the buffer. */
  private void require(int bytes) {
    if (buffer.remaining() >= bytes) {
      return;
    }
    buffer.compact();
    buffer.limit((int) Math.min(buffer.capacity(), buffer.position() + directory.end() - next));
    int before = buffer.position();
    file.read(next, buffer, "its directory");
    next += buffer.position() - before;
    buffer.flip();
    if (buffer.remaining() < bytes) {
      throw corrupt("its directory ends within an entry");
    }
  }

  private void readRecord(EntryTable entries) {
    int at = buffer.position();
    int nameBytes = buffer.getShort(at + 28) & ALL_16;
    int extraBytes = buffer.getShort(at + 30) & ALL_16;
    int commentBytes = buffer.getShort(at + 32) & ALL_16;
    require(RECORD_BYTES + nameBytes + extraBytes + commentBytes);
    at = buffer.position();
    ByteBuffer name = buffer.slice(at + RECORD_BYTES, nameBytes);
    ByteBuffer extra =
        buffer.slice(at + RECORD_BYTES + nameBytes, extraBytes).order(ByteOrder.LITTLE_ENDIAN);
    int flags = buffer.getShort(at + 8) & ALL_16;
    EntryName entryName = EntryName.of(name, flags, extra);
    if (!entryName.isDirectory()) {
      entryName
          .problem()
          .ifPresent(
              problem -> {
                throw notAKey(StoreKey.shown(entryName.text()), problem);
              });
      addRecord(at, entryName.text(), extra, entries);
    }
    buffer.position(at + RECORD_BYTES + nameBytes + extraBytes + commentBytes);
  }

  private void addRecord(int at, String name, ByteBuffer extra, EntryTable entries) {
    ByteBuffer wide = ExtraFields.find(extra, ZIP64_FIELD);
    long size = widened(buffer.getInt(at + 24), wide, name);
    long compressed = widened(buffer.getInt(at + 20), wide, name);
    long offset = widened(buffer.getInt(at + 42), wide, name);
    int part = buffer.getShort(at + 34) & ALL_16;
    if (part != 0 && part != ALL_16) {
      throw new UnsupportedException(
          file.name() + ": archives in several parts are not read; join them to one");
    }
    if (offset > directory.start() - directory.shift() - LocalHeader.FIXED_BYTES) {
      throw corrupt("the entry \"" + StoreKey.shown(name) + "\" is said to lie at " + offset);
    }
    int crc = buffer.getInt(at + 16);
    int method = buffer.getShort(at + 10) & ALL_16;
    int flags = buffer.getShort(at + 8) & ALL_16;
    entries.add(name, offset + directory.shift(), compressed, size, crc, method, flags);
  }

  private long widened(int narrow, ByteBuffer wide, String name) {
    long value = narrow & ALL_32;
    if (value == ALL_32) {
      if (wide.remaining() < Long.BYTES) {
        throw corrupt(
            "the entry \"" + StoreKey.shown(name) + "\" lacks the zip64 field that it refers to");
      }
      value = wide.getLong();
    }
    if (value < 0) {
      throw corrupt(
          "a number of the entry \""
              + StoreKey.shown(name)
              + "\" is "
              + Long.toUnsignedString(value));
    }
    return value;
  }

  private CorruptException notAKey(String name, String problem) {
    return new CorruptException(
        file.name()
            + ": the name of the entry \""
            + name
            + "\" "
            + problem
            + ", so nothing is read from this archive; pack it anew, with names like a/b/zarr.json"
            + " from its root on");
  }

  private CorruptException corrupt(String found) {
    return new CorruptException(
        file.name() + ": the archive contradicts itself: " + found + "; fetch it again");
  }
}
