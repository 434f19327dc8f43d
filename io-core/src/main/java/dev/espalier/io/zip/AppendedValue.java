package dev.espalier.io.zip;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.internal.file.FileTransfer;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;

/** A value in an archive that is not finished; what was appended is never written over. */
final class AppendedValue implements StoredValue {
  private final FileChannel channel;
  private final String store;
  private final StoreKey key;
  private final GrowingArchive.Written written;

  AppendedValue(FileChannel channel, String store, StoreKey key, GrowingArchive.Written written) {
    this.channel = channel;
    this.store = store;
    this.key = key;
    this.written = written;
  }

  @Override
  public Optional<String> version() {
    return Optional.of(Long.toString(written.start()));
  }

  @Override
  public long size() {
    return written.size();
  }

  @Override
  public void read(long offset, ByteBuffer into) {
    ByteSource.requireWithin(size(), offset, into.remaining());
    long at = written.start() + offset;
    try {
      while (into.hasRemaining()) {
        int count = FileTransfer.read(channel, into, at);
        if (count < 0) {
          throw new CorruptException("was cut off while the archive was being written");
        }
        at += count;
      }
    } catch (IOException e) {
      throw FileFailures.reading(store, key.value(), e);
    }
  }

  InputStream stream() {
    return new InputStream() {
      private long at;

      @Override
      public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] into, int offset, int length) {
        int count = (int) Math.min(length, size() - at);
        if (count == 0 && length > 0) {
          return -1;
        }
        AppendedValue.this.read(at, ByteBuffer.wrap(into, offset, count));
        at += count;
        return count;
      }
    };
  }

  /** Nothing: the file belongs to the archive. */
  @Override
  public void close() {}
}
