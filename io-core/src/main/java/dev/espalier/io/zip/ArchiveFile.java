package dev.espalier.io.zip;

import dev.espalier.io.internal.file.FileFailures;
import dev.espalier.io.internal.file.FileTransfer;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The file of an archive, read at any place by several threads at once.
 *
 * <p>One channel serves all of them. The runtime closes it when one of them is interrupted; the
 * others open it again.
 */
final class ArchiveFile implements AutoCloseable {
  /**
   * What tells one state of a file from another.
   *
   * @param key which file it is, where the file system tells
   */
  private record Stamp(@Nullable Object key, long modified, long size) {
    static Stamp of(Path path) throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(
          attributes.fileKey(),
          attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS),
          attributes.size());
    }
  }

  private final Path path;
  private final String name;
  private final Stamp stamp;
  private volatile FileChannel channel;
  private boolean closed;

  private ArchiveFile(Path path, String name, Stamp stamp, FileChannel channel) {
    this.path = path;
    this.name = name;
    this.stamp = stamp;
    this.channel = channel;
  }

  /**
   * Opens a file.
   *
   * @param name what messages call it
   */
  static ArchiveFile open(Path path, String name) {
    try {
      Stamp stamp = Stamp.of(path);
      return new ArchiveFile(path, name, stamp, openChannel(path, stamp, name));
    } catch (IOException e) {
      throw FileFailures.reading(name, "the archive", e);
    }
  }

  private static FileChannel openChannel(Path path, Stamp stamp, String name) throws IOException {
    FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
    try {
      if (Stamp.of(path).equals(stamp)) {
        return channel;
      }
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    channel.close();
    throw changed(name);
  }

  private static StorageException changed(String name) {
    return new StorageException(
        Access.READ,
        name + ": the archive was changed while it was open; open it again when that is done",
        null);
  }

  String name() {
    return name;
  }

  /** In bytes. */
  long size() {
    return stamp.size();
  }

  /** What is another once the bytes of the file are others. */
  String version() {
    return stamp.key() + " " + stamp.modified() + " " + stamp.size();
  }

  /**
   * Refuses a file into which somebody wrote meanwhile. One that was replaced or deleted is read
   * on: what is open is the old one.
   */
  void requireUnchanged() {
    try {
      Stamp now = Stamp.of(path);
      boolean isAnother = now.key() != null && !now.key().equals(stamp.key());
      if (!isAnother && !now.equals(stamp)) {
        throw changed(name);
      }
    } catch (NoSuchFileException e) {
      return;
    } catch (IOException e) {
      throw FileFailures.reading(name, "the archive", e);
    }
  }

  /**
   * Fills what remains of a buffer.
   *
   * @param what a message calls it
   * @throws CorruptException if the file ends before
   */
  void read(long offset, ByteBuffer into, String what) {
    int start = into.position();
    FileChannel used = channel;
    while (true) {
      try {
        into.position(start);
        fill(used, offset, into, what);
        return;
      } catch (ClosedByInterruptException e) {
        throw FileFailures.reading(name, what, e);
      } catch (ClosedChannelException e) {
        used = reopened(used, what); // somebody else who reads was interrupted
      } catch (IOException e) {
        throw FileFailures.reading(name, what, e);
      }
    }
  }

  /** Some bytes, lowest byte of numbers first, as all numbers of an archive are. */
  ByteBuffer read(long offset, int length, String what) {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    read(offset, bytes, what);
    return bytes.flip();
  }

  private void fill(FileChannel from, long offset, ByteBuffer into, String what)
      throws IOException {
    long at = offset;
    while (into.hasRemaining()) {
      int count = FileTransfer.read(from, into, at);
      if (count < 0) {
        throw new CorruptException(
            name
                + ": the archive ends at byte "
                + at
                + ", within "
                + what
                + "; it was cut off, fetch it again");
      }
      at += count;
    }
  }

  private synchronized FileChannel reopened(FileChannel broken, String what) {
    if (closed) {
      throw new StorageException(
          Access.READ, name + ": cannot read " + what + ": the store was closed", null);
    }
    if (channel == broken) {
      try {
        channel = openChannel(path, stamp, name);
      } catch (IOException e) {
        throw FileFailures.reading(name, what, e);
      }
    }
    return channel;
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      channel.close();
    } catch (IOException e) {
      throw FileFailures.reading(name, "the archive", e);
    }
  }
}
