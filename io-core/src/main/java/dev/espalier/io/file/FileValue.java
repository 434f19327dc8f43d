package dev.espalier.io.file;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.internal.file.FileTransfer;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.Optional;

/** The bytes of a file, which other values may read as well. */
final class FileValue implements StoredValue {
  private static final int TRIES_AGAINST_INTERRUPTIONS = 8;

  private final String store;
  private final StoreKey key;
  private final long size;
  private final Optional<String> version;

  /** Another one after the interruption of another reader has closed the one before. */
  private volatile OpenFile file;

  private volatile boolean closed;

  private FileValue(
      String store, StoreKey key, OpenFile file, long size, Optional<String> version) {
    this.store = store;
    this.key = key;
    this.file = file;
    this.size = size;
    this.version = version;
  }

  /**
   * The value of a file that is read by nobody else, as it is now; the file is let go of when the
   * value is closed, or right now if this fails.
   */
  static FileValue whole(String store, StoreKey key, OpenFile file) throws IOException {
    try {
      return new FileValue(store, key, file, file.channel().size(), Optional.empty());
    } catch (IOException | RuntimeException e) {
      file.release();
      throw e;
    }
  }

  /** The value of a file that still is as it was found; it is let go of with the value. */
  static FileValue inParts(String store, StoreKey key, OpenFile file) {
    return new FileValue(
        store, key, file, file.found().stamp().size(), Optional.of(file.version()));
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
    int wanted = into.remaining();
    ByteSource.requireWithin(size, offset, wanted);
    long at = offset;
    try {
      while (into.hasRemaining()) {
        int count = readSome(at, into);
        if (count < 0) {
          throw ByteSource.endEarly(end(at), offset, wanted);
        }
        at += count;
      }
    } catch (IOException e) {
      throw FileFailures.reading(store, key.value(), e);
    }
  }

  /** Where a file ends that has nothing at a position; it may be long before that. */
  private long end(long position) throws IOException {
    return Math.min(position, file.channel().size());
  }

  private int readSome(long at, ByteBuffer into) throws IOException {
    for (int tries = 1; ; tries++) {
      OpenFile now = file;
      try {
        if (closed) {
          throw new ClosedChannelException(); // others may have the file open still
        }
        return FileTransfer.read(now.channel(), into, at);
      } catch (ClosedByInterruptException e) {
        throw e;
      } catch (ClosedChannelException e) {
        if (tries == TRIES_AGAINST_INTERRUPTIONS || !reopen(now)) {
          throw e;
        }
      }
    }
  }

  /** The interruption of any reader closes the file for all of them; false if there is no other. */
  private synchronized boolean reopen(OpenFile broken) throws IOException {
    if (file == broken && !closed) {
      OpenFile again = OpenFile.open(broken.found());
      if (!again.isAsFound()) {
        again.release();
        return false;
      }
      broken.release();
      file = again;
    }
    return !closed;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      file.release();
    } catch (IOException e) {
      throw FileFailures.reading(store, key.value(), e);
    }
  }
}
