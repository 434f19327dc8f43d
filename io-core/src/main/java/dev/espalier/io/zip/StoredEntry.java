package dev.espalier.io.zip;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32;

/** The bytes of an entry as they are in the archive, which are its own where it is stored. */
final class StoredEntry implements StoredValue {
  private final ArchiveFile file;
  private final String key;
  private final ArchiveIndex.Entry entry;
  private final long start;

  /**
   * An entry of an archive.
   *
   * @param start where its bytes begin, in bytes from the beginning of the file
   */
  StoredEntry(ArchiveFile file, String key, ArchiveIndex.Entry entry, long start) {
    this.file = file;
    this.key = key;
    this.entry = entry;
    this.start = start;
  }

  ArchiveIndex.Entry entry() {
    return entry;
  }

  /** How many bytes there are in the archive. */
  @Override
  public long size() {
    return entry.compressed();
  }

  @Override
  public Optional<String> version() {
    return Optional.of(file.version() + " " + entry.offset() + " " + entry.crc());
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    boolean isWhole = offset == 0 && into.remaining() == size() && into.hasRemaining();
    int begin = into.position();
    readRaw(offset, into);
    if (isWhole) {
      requireChecksum(into.duplicate().flip().position(begin));
    } else {
      requireUnchanged(); // nothing else tells whether a part is what it was
    }
  }

  /** Refuses an archive into which somebody wrote meanwhile. */
  void requireUnchanged() {
    file.requireUnchanged();
  }

  /** Some bytes as they are in the archive, which no checksum tells of. */
  void readRaw(long offset, ByteBuffer into) {
    ByteSource.requireWithin(size(), offset, into.remaining());
    file.read(start + offset, into, key);
  }

  void requireChecksum(ByteBuffer bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    if ((int) crc.getValue() != entry.crc()) {
      throw corrupt(
          String.format(
              "its bytes have the checksum %08x, expected %08x", crc.getValue(), entry.crc()));
    }
  }

  CorruptException corrupt(String found) {
    return new CorruptException(where() + "is damaged: " + found + "; fetch the archive again");
  }

  /** The beginning of a message. */
  String where() {
    return file.name() + ": the entry \"" + StoreKey.shown(key) + "\" ";
  }

  /** Nothing: the file belongs to the store. */
  @Override
  public void close() {}
}
