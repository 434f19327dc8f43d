package dev.espalier.hdf5.internal.object;

import dev.espalier.hdf5.internal.file.Failures;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.hdf5.internal.file.Signature;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import dev.espalier.model.error.UnsupportedException;
import io.jhdf.Superblock;
import io.jhdf.Superblock.SuperblockV0V1;
import io.jhdf.Superblock.SuperblockV2V3;
import io.jhdf.SymbolTableEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An HDF5 file that is open for reading: its bytes, and where its root group is.
 *
 * @param bytes the bytes, by address
 * @param rootAddress the address of the root group's object header
 */
public record Hdf5File(FileBytes bytes, long rootAddress) implements AutoCloseable {
  private static final Set<Integer> WIDTHS = Set.of(2, 4, 8);
  private static final int FLAGS_BYTE = 11;
  private static final int OPEN_FOR_WRITING = 0b101;

  /**
   * Opens a file and checks its superblock.
   *
   * @throws EspalierException if there is no file, it is none of HDF5, or its superblock cannot be
   *     read
   */
  public static Hdf5File open(Path path) {
    FileChannel channel = openChannel(path);
    try {
      return read(channel);
    } catch (ClosedByInterruptException e) {
      throw new CancelledException(path + ": reading was interrupted", e);
    } catch (IOException e) {
      closeQuietly(channel, e);
      throw new StorageException(Access.READ, path + ": reading failed: " + e, e);
    } catch (RuntimeException e) {
      closeQuietly(channel, e);
      throw Failures.at(path.toString(), e);
    }
  }

  @Override
  public void close() {
    bytes.close();
  }

  private static FileChannel openChannel(Path path) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new MissingException(path + ": a directory or a device, not an HDF5 file");
      }
      return FileChannel.open(path, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new MissingException(path + ": no such file", e);
    } catch (IOException e) {
      throw new StorageException(Access.READ, path + ": cannot be opened: " + e, e);
    }
  }

  private static Hdf5File read(FileChannel channel) throws IOException {
    OptionalLong signature = Signature.find(channel);
    if (signature.isEmpty()) {
      throw new CorruptException(
          "not an HDF5 file, whatever its name says: no HDF5 signature at byte 0, 512, 1024, ...; "
              + (channel.size() == 0 ? "the file is empty" : "check that it is the right file"));
    }
    long start = signature.getAsLong();
    Superblock superblock = readSuperblock(channel, start);
    long end = checkedEnd(superblock, start, channel.size());
    checkClosedByWriter(channel, superblock, start);
    FileBytes bytes = new FileBytes(channel, superblock, start, end);
    checkSelfContained(bytes, superblock);
    return new Hdf5File(bytes, rootAddress(bytes, superblock, start));
  }

  private static Superblock readSuperblock(FileChannel channel, long start) throws IOException {
    int shortest = 48;
    if (channel.size() - start < shortest) {
      throw new CorruptException(
          "cut off within the superblock: the file has only " + channel.size() + " bytes");
    }
    Superblock superblock = Superblock.readSuperblock(channel, start);
    if (!WIDTHS.contains(superblock.getSizeOfOffsets())
        || !WIDTHS.contains(superblock.getSizeOfLengths())) {
      throw new UnsupportedException(
          "addresses of "
              + superblock.getSizeOfOffsets()
              + " and lengths of "
              + superblock.getSizeOfLengths()
              + " bytes; expected 2, 4 or 8");
    }
    return superblock;
  }

  /** A file that was moved behind a user block still says where it was when it was written. */
  private static long checkedEnd(Superblock superblock, long start, long size) {
    long moved = start - superblock.getBaseAddressByte();
    long expected = superblock.getEndOfFileAddress() + moved;
    if (expected > size) {
      throw new CorruptException(
          "truncated: the superblock speaks of "
              + expected
              + " bytes, but the file has "
              + size
              + "; copy it again");
    }
    return expected;
  }

  private static void checkClosedByWriter(FileChannel channel, Superblock superblock, long start)
      throws IOException {
    if (superblock.getVersionOfSuperblock() < 3) {
      return;
    }
    ByteBuffer flags = ByteBuffer.allocate(1);
    channel.read(flags, start + FLAGS_BYTE);
    if ((flags.get(0) & OPEN_FOR_WRITING) != 0) {
      throw new CorruptException(
          "a writer has not closed the file, so it may be incomplete; close it, or run h5clear -s"
              + " on a copy if the writer died");
    }
  }

  /** A family or a split file names its driver; its addresses then lead into other files. */
  private static void checkSelfContained(FileBytes bytes, Superblock superblock) {
    boolean severalFiles;
    if (superblock instanceof SuperblockV0V1 old) {
      long none = old.getSizeOfOffsets() == 8 ? -1 : (1L << (8 * old.getSizeOfOffsets())) - 1;
      severalFiles = old.getDriverInformationBlockAddress() != none;
    } else {
      long address = ((SuperblockV2V3) superblock).getSuperblockExtensionAddress();
      boolean extended = bytes.available(address) > 0;
      ObjectHeader extension =
          extended ? ObjectHeader.read(bytes, address) : new ObjectHeader(address, List.of());
      severalFiles = extension.has(MessageType.DRIVER_INFO);
      if (extension.has(MessageType.CACHE_IMAGE)) {
        throw new UnsupportedException("structures in an image of the library's cache");
      }
    }
    if (severalFiles) {
      throw new UnsupportedException("one of several files that are read together (file driver)");
    }
  }

  private static long rootAddress(FileBytes bytes, Superblock superblock, long start) {
    if (superblock instanceof SuperblockV0V1 old) {
      SymbolTableEntry root =
          new SymbolTableEntry(bytes, old.getRootGroupSymbolTableAddress() - start);
      return root.getObjectHeaderAddress();
    }
    return ((SuperblockV2V3) superblock).getRootGroupObjectHeaderAddress();
  }

  private static void closeQuietly(FileChannel channel, Exception reason) {
    try {
      channel.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
