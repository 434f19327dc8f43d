package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * An archive that nobody but its writer sees yet: values are appended, and can be read.
 *
 * <p>One that takes the place of another is appended as well; the other one stays in the file until
 * the archive is copied without it. A write that fails leaves the file with what no archive may
 * have, so that it cannot be finished any more.
 */
final class GrowingArchive implements Store {
  private static final int LONGEST_NAME_BYTES = 0xFFFF;

  /**
   * A value that was appended.
   *
   * @param place where it is in the order of the keys that were set
   * @param start where its bytes begin in the file
   */
  record Written(long place, long start, long size, long crc) {}

  private final String name;
  private final FileChannel channel;
  private final ArchiveWriter writer;
  private final ConcurrentSkipListMap<String, Written> values = new ConcurrentSkipListMap<>();
  private long nextPlace;
  private boolean hasDeadBytes;
  private boolean broken;

  private GrowingArchive(String name, FileChannel channel) throws IOException {
    this.name = name;
    this.channel = channel;
    this.writer = new ArchiveWriter(channel);
  }

  /** An archive without values in a file that must not be there yet. */
  static GrowingArchive in(Path file, String name) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      return new GrowingArchive(name, channel);
    } catch (IOException | RuntimeException | Error e) {
      channel.close();
      throw e;
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void set(StoreKey key, ByteBuffer... value) {
    requireName(key);
    CRC32 crc = new CRC32();
    long size = 0;
    for (ByteBuffer piece : value) {
      crc.update(piece.duplicate());
      size += piece.remaining();
    }
    append(key, size, crc.getValue(), value);
  }

  private synchronized void append(StoreKey key, long size, long crc, ByteBuffer... value) {
    requireWhole();
    try (PiecesStream bytes = new PiecesStream(value)) {
      long start = writer.append(key.value(), size, crc, bytes);
      Written before = values.get(key.value());
      long place = before == null ? nextPlace++ : before.place();
      hasDeadBytes |= before != null;
      values.put(key.value(), new Written(place, start, size, crc));
    } catch (IOException e) {
      broken = true;
      throw FileFailures.writing(name, key.value(), e);
    } catch (RuntimeException | Error e) {
      broken = true;
      throw e;
    }
  }

  private void requireWhole() {
    if (broken) {
      throw new StorageException(
          Access.WRITE,
          name + ": writing to the archive failed before, so nothing can be added to it",
          null);
    }
  }

  private void requireName(StoreKey key) {
    if (key.value().indexOf('\\') >= 0) {
      throw new StorageException(
          Access.WRITE,
          name
              + ": "
              + key
              + " has a backslash, which others take for a slash in archives; use another name, or"
              + " write to a directory",
          null);
    }
    if (key.value().getBytes(UTF_8).length > LONGEST_NAME_BYTES) {
      throw new StorageException(
          Access.WRITE,
          name
              + ": "
              + StoreKey.shown(key.value())
              + " has more than the "
              + LONGEST_NAME_BYTES
              + " bytes that names in archives may have; use shorter ones",
          null);
    }
  }

  /** The same as {@link #set}: nobody sees the archive yet, and what is there stays readable. */
  @Override
  public void replace(StoreKey key, ByteBuffer... value) {
    set(key, value);
  }

  @Override
  public synchronized void erase(StoreKey key) {
    hasDeadBytes |= values.remove(key.value()) != null;
  }

  @Override
  public Optional<StoredValue> open(StoreKey key, ByteRange first) {
    return Optional.ofNullable(values.get(key.value()))
        .map(written -> new AppendedValue(channel, name, key, written));
  }

  @Override
  public boolean contains(StoreKey key) {
    return values.containsKey(key.value());
  }

  @Override
  public Stream<StoreEntry> list(StorePrefix prefix) {
    return prefix.entries(values.navigableKeySet());
  }

  /** Whether the file holds bytes of values that are no more. */
  synchronized boolean hasDeadBytes() {
    return hasDeadBytes;
  }

  /** Copies all values, in the order in which their keys were set, and nothing else. */
  synchronized void copyTo(GrowingArchive other) {
    requireWhole();
    List<Map.Entry<String, Written>> inOrder = new ArrayList<>(values.entrySet());
    inOrder.sort(Comparator.comparingLong(value -> value.getValue().place()));
    for (Map.Entry<String, Written> value : inOrder) {
      StoreKey key = new StoreKey(value.getKey());
      Written written = value.getValue();
      AppendedValue bytes = new AppendedValue(channel, name, key, written);
      other.take(key, written, bytes);
    }
  }

  private synchronized void take(StoreKey key, Written written, AppendedValue bytes) {
    try (BufferedInputStream stream = new BufferedInputStream(bytes.stream(), 1 << 16)) {
      long start = writer.append(key.value(), written.size(), written.crc(), stream);
      values.put(key.value(), new Written(nextPlace++, start, written.size(), written.crc()));
    } catch (IOException e) {
      broken = true;
      throw FileFailures.writing(name, key.value(), e);
    }
  }

  /** Makes the file an archive that is complete. */
  synchronized void finish(String comment) {
    requireWhole();
    try {
      writer.finish(comment);
      channel.close();
    } catch (IOException e) {
      broken = true;
      throw FileFailures.writing(name, "the directory of the archive", e);
    }
  }

  /** Lets go of the file. Closing the store does not: it belongs to who stages it. */
  void release() {
    try {
      channel.close();
    } catch (IOException e) {
      throw FileFailures.writing(name, "the archive", e);
    }
  }
}
