package dev.espalier.io.zip;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A zip archive as a store, for reading: every entry is a value under its name.
 *
 * <p>The list of entries is read once, when the archive is opened. Entries that are stored are read
 * from the file in any part; those that are deflated are inflated as a whole, up to the size that
 * the archive says, when they are first read, and those read in parts are kept for a while. The
 * checksum of an entry is compared whenever it is inflated, and where it is stored, whenever all of
 * it is read at once; parts of stored entries are not compared.
 *
 * <p>Nothing is ever unpacked. An archive with an entry whose name could not be a key, such as one
 * that is absolute, has a segment {@code ..} or a backslash, or is not in UTF-8, is refused as a
 * whole, as what it stands for would silently be missing otherwise. A name that is both that of an
 * entry and the beginning of others is both; a drive letter is a segment like any other. Of several
 * entries with one name the last one counts, which is how others replace a value by appending.
 *
 * <p>A file that is replaced or deleted is read on: what is open is the old one. That somebody
 * wrote into it is noticed by checksums, and by its size and time where a part is read.
 *
 * @see <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">APPNOTE.TXT, the
 *     format of archives</a>
 */
public final class ZipStore implements ReadableStore, ListableStore {
  private final ArchiveFile file;
  private final ArchiveIndex index;
  private final String root;
  private final String name;

  /** Where the bytes of entries begin, 0 where that is not known yet: there is a header before. */
  private final AtomicLongArray dataOffsets;

  private final InflatedEntries inflated = new InflatedEntries();

  private ZipStore(ArchiveFile file, ArchiveIndex index, String root, String name) {
    this.file = file;
    this.index = index;
    this.root = root;
    this.name = name;
    this.dataOffsets = new AtomicLongArray(index.count());
  }

  /**
   * Opens an archive; close it.
   *
   * @param name what messages call it
   * @throws dev.espalier.model.error.StorageException if it cannot be read
   * @throws dev.espalier.model.error.CorruptException if it is no archive, or contradicts itself,
   *     or has entries that cannot be told from each other or cannot be keys
   * @throws dev.espalier.model.error.UnsupportedException if it is an archive in several parts
   */
  public static ZipStore open(Path file, String name) {
    return open(file, name, false);
  }

  /**
   * Opens what an archive has in its only folder, if everything is in one, and in it if that holds
   * a folder alone, and so on; else the archive itself. Whoever packs a folder often packs the
   * folder with what is in it.
   *
   * @param name what messages call the archive
   */
  static ZipStore openOnlyFolder(Path file, String name) {
    return open(file, name, true);
  }

  private static ZipStore open(Path path, String name, boolean enter) {
    ArchiveFile file = ArchiveFile.open(path, name);
    try {
      ArchiveIndex index = DirectoryReader.read(file);
      String root = enter ? OnlyFolder.of(index) : "";
      String called =
          root.isEmpty()
              ? name
              : name + ": " + StoreKey.shown(root.substring(0, root.length() - 1));
      return new ZipStore(file, index, root, called);
    } catch (RuntimeException | Error e) {
      file.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean contains(StoreKey key) {
    return index.find(root + key).isPresent();
  }

  @Override
  public Optional<StoredValue> open(StoreKey key, ByteRange first) {
    OptionalInt place = index.find(root + key);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    ArchiveIndex.Entry entry = index.entry(place.getAsInt());
    StoredEntry stored =
        new StoredEntry(file, key.value(), entry, dataOffset(place.getAsInt(), entry));
    if (entry.method() == EntryMethods.STORED) {
      return Optional.of(stored);
    }
    return Optional.of(
        first.equals(ByteRange.all())
            ? DeflatedEntry.whole(stored)
            : DeflatedEntry.inParts(stored, place.getAsInt(), inflated));
  }

  private long dataOffset(int place, ArchiveIndex.Entry entry) {
    long known = dataOffsets.get(place);
    if (known != 0) {
      return known;
    }
    EntryMethods.check(file.name(), index.name(place), entry);
    long offset = LocalHeader.dataOffset(file, index.name(place), entry);
    dataOffsets.set(place, offset);
    return offset;
  }

  @Override
  public Stream<StoreEntry> list(StorePrefix prefix) {
    Iterable<StoreEntry> entries = () -> new KeyWalk(index, root + prefix.value());
    return StreamSupport.stream(entries.spliterator(), false);
  }

  @Override
  public void close() {
    inflated.clear();
    file.close();
  }
}
