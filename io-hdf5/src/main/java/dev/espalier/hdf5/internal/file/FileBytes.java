package dev.espalier.hdf5.internal.file;

import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import dev.espalier.model.error.UnsupportedException;
import io.jhdf.Superblock;
import io.jhdf.storage.HdfBackingStorage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;

/**
 * The bytes of an open HDF5 file, by address; safe for use by several threads at once.
 *
 * <p>jhdf reads through this as well. It never maps memory, and it checks each range against the
 * file before anything is allocated, so that a made-up length costs nothing.
 */
public final class FileBytes implements HdfBackingStorage {
  /** Structures are far smaller; raw data is read with {@link #read(long, byte[], int, int)}. */
  private static final long LARGEST_STRUCTURE =
      Math.min(256 << 20, Runtime.getRuntime().maxMemory() / 4);

  /** The JDK copies through a direct buffer of this size, one for each thread, outside the heap. */
  private static final int LONGEST_READ = 1 << 20;

  private final FileChannel channel;
  private final Superblock superblock;
  private final long base;
  private final long end;

  /**
   * The bytes of an open file.
   *
   * @param base where address 0 is: behind the user block
   * @param end where the part of the file ends that its superblock speaks of
   */
  public FileBytes(FileChannel channel, Superblock superblock, long base, long end) {
    this.channel = channel;
    this.superblock = superblock;
    this.base = base;
    this.end = end;
  }

  /** How many bytes an address takes. */
  public int addressWidth() {
    return superblock.getSizeOfOffsets();
  }

  /** How many bytes a length takes. */
  public int lengthWidth() {
    return superblock.getSizeOfLengths();
  }

  /** How many bytes there are from an address to the end of the file. */
  public long available(long address) {
    return address < 0 ? 0 : Math.max(0, end - base - address);
  }

  /** A structure, as a little-endian buffer of its own. */
  public ByteBuffer read(long address, long length) {
    if (length > LARGEST_STRUCTURE && length <= available(address)) {
      throw new UnsupportedException(
          "a structure of " + length + " bytes, which does not fit the memory of this process");
    }
    checkRange(address, length);
    byte[] bytes = new byte[(int) length];
    read(address, bytes, 0, bytes.length);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Up to that many bytes, fewer where the file ends. */
  public ByteBuffer readUpTo(long address, int length) {
    return read(address, Math.min(length, available(address)));
  }

  /** Reads bytes into an array. */
  public void read(long address, byte[] into, int offset, int length) {
    checkRange(address, length);
    readAbsolute(base + address, into, offset, length);
  }

  /**
   * Checks that what was read is all there: who is interrupted while reading closes the file, and
   * everything after that fails.
   *
   * @throws CancelledException if the file has been closed
   */
  public void requireOpen() {
    if (!channel.isOpen()) {
      throw new CancelledException("reading was interrupted");
    }
  }

  private void checkRange(long address, long length) {
    if (address < 0 || length < 0 || length > available(address)) {
      throw new CorruptException(
          "bytes "
              + address
              + " to "
              + (address + length)
              + " were expected, but the file ends at "
              + (end - base)
              + "; it is damaged or was cut off");
    }
  }

  private void readAbsolute(long position, byte[] into, int offset, int length) {
    try {
      int done = 0;
      while (done < length) {
        ByteBuffer piece =
            ByteBuffer.wrap(into, offset + done, Math.min(LONGEST_READ, length - done));
        int count = channel.read(piece, position + done);
        if (count < 0) {
          throw new CorruptException(
              "the file ended at byte " + (position + done) + " while it was read");
        }
        done += count;
      }
    } catch (AsynchronousCloseException e) {
      throw new CancelledException("reading was interrupted", e);
    } catch (IOException e) {
      throw new StorageException(Access.READ, "reading failed at byte " + position + ": " + e, e);
    }
  }

  @Override
  public ByteBuffer readBufferFromAddress(long address, int length) {
    return read(address, length);
  }

  @Override
  public ByteBuffer map(long address, long length) {
    return read(address, length);
  }

  @Override
  public ByteBuffer mapNoOffset(long address, long length) {
    return read(address - base, length);
  }

  @Override
  public long getUserBlockSize() {
    return base;
  }

  @Override
  public Superblock getSuperblock() {
    return superblock;
  }

  @Override
  public FileChannel getFileChannel() {
    return channel;
  }

  @Override
  public int getSizeOfOffsets() {
    return superblock.getSizeOfOffsets();
  }

  @Override
  public int getSizeOfLengths() {
    return superblock.getSizeOfLengths();
  }

  @Override
  public long size() {
    return end;
  }

  @Override
  public boolean inMemory() {
    return false;
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StorageException(Access.READ, "closing failed: " + e, e);
    }
  }
}
