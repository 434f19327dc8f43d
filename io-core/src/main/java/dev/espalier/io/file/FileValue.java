package dev.espalier.io.file;

import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.internal.file.FileTransfer;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** The bytes of a file. */
final class FileValue implements StoredValue {
  private final String store;
  private final StoreKey key;
  private final FileChannel channel;
  private final long size;

  private final Optional<String> version;

  private FileValue(
      String store, StoreKey key, FileChannel channel, long size, Optional<String> version) {
    this.version = version;
    this.store = store;
    this.key = key;
    this.channel = channel;
    this.size = size;
  }

  static FileValue of(String store, StoreKey key, FileChannel channel, Optional<String> version)
      throws IOException {
    return new FileValue(store, key, channel, channel.size(), version);
  }

  @Override
  public Optional<String> version() {
    return version;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    if (offset < 0 || into.remaining() > size - offset) {
      throw endsEarly(offset, into.remaining());
    }
    int wanted = into.remaining();
    long at = offset;
    try {
      while (into.hasRemaining()) {
        int count = FileTransfer.read(channel, into, at);
        if (count < 0) {
          throw endsEarly(offset, wanted);
        }
        at += count;
      }
    } catch (IOException e) {
      throw FileFailures.reading(store, key.value(), e);
    }
  }

  /** Store and key are added by whoever knows what the bytes were to mean. */
  private CorruptException endsEarly(long offset, int wanted) {
    return new CorruptException(
        "ends after " + size + " bytes; expected " + wanted + " bytes from offset " + offset);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw FileFailures.reading(store, key.value(), e);
    }
  }
}
