package dev.espalier.hdf5.internal.file;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * The heap in which a large group keeps its links and an object its many attributes: objects are
 * found by an id that says where they are.
 *
 * <p>Blocks are looked up one by one. jhdf loads them all, stops at the first that was freed, and
 * then finds nothing behind it.
 */
public final class FractalHeap {
  private final FileBytes file;
  private final long address;
  private final int idLength;
  private final long hugeTree;
  private final int width;
  private final long startSize;
  private final long largestDirect;
  private final int offsetWidth;
  private final int lengthWidth;
  private final long root;
  private final int rootRows;
  private final Map<Long, ByteBuffer> indirectBlocks = new HashMap<>();

  public FractalHeap(FileBytes file, long address) {
    this.file = file;
    this.address = address;
    int lengths = file.lengthWidth();
    int addresses = file.addressWidth();
    ByteBuffer header = file.read(address, 26L + 12L * lengths + 3L * addresses);
    Fields.expect(header, "FRHP", 0, address);
    this.idLength = Fields.count(header, 2);
    if (Fields.count(header, 2) > 0) {
      throw new UnsupportedException("a fractal heap with filters");
    }
    Fields.verifyChecksum(header, "the fractal heap", address);
    Fields.skip(header, 1);
    long largestManaged = Fields.unsigned(header, 4);
    Fields.skip(header, lengths);
    this.hugeTree = Fields.address(header, addresses);
    Fields.skip(header, 9 * lengths + addresses);
    this.width = Fields.count(header, 2);
    this.startSize = Fields.unsigned(header, lengths);
    this.largestDirect = Fields.unsigned(header, lengths);
    int heapBits = Fields.count(header, 2);
    Fields.skip(header, 2);
    this.root = Fields.address(header, addresses);
    this.rootRows = Fields.count(header, 2);
    this.offsetWidth = (heapBits + 7) / 8;
    if (!isPower(width) || !isPower(startSize) || !isPower(largestDirect) || heapBits > 63) {
      throw new CorruptException("the fractal heap at address " + address + " has odd sizes");
    }
    this.lengthWidth =
        Math.min((log2(largestDirect) + 7) / 8, (log2(Math.max(1, largestManaged)) + 7) / 8);
  }

  /** The object of an id. */
  public ByteBuffer object(ByteBuffer id) {
    if (id.remaining() < idLength) {
      throw new CorruptException("a heap id of " + id.remaining() + " bytes, not " + idLength);
    }
    int first = Fields.octet(id);
    if (first >> 6 != 0) {
      throw new UnsupportedException("a heap id of version " + (first >> 6));
    }
    return switch ((first >> 4) & 3) {
      case 0 -> managed(Fields.unsigned(id, offsetWidth), Fields.unsigned(id, lengthWidth));
      case 1 -> huge(id);
      case 2 -> tiny(first, id);
      default -> throw new CorruptException("a heap id of kind 3");
    };
  }

  private ByteBuffer managed(long offset, long length) {
    if (root == Fields.UNDEFINED) {
      throw new CorruptException("an object in the empty fractal heap at address " + address);
    }
    if (rootRows == 0) {
      return inDirect(root, startSize, offset, length);
    }
    return inIndirect(root, rootRows, offset, length);
  }

  private ByteBuffer inDirect(long block, long size, long offset, long length) {
    if (offset + length > size) {
      throw new CorruptException("an object that leaves its heap block at address " + block);
    }
    Fields.expect(file.read(block, 5), "FHDB", 0, block);
    return file.read(block + offset, length);
  }

  private ByteBuffer inIndirect(long block, int rows, long offset, long length) {
    int row = rowOf(offset);
    long size = blockSize(row);
    long inRow = offset - rowStart(row);
    if (row >= rows) {
      throw new CorruptException("an object behind the last row of the fractal heap");
    }
    int headerLength = 5 + file.addressWidth() + offsetWidth;
    int entry = (int) (row * (long) width + inRow / size);
    ByteBuffer entries =
        indirectBlocks.computeIfAbsent(block, at -> readIndirect(at, headerLength, rows));
    int at = headerLength + entry * file.addressWidth();
    long child = Fields.address(entries.duplicate().position(at), file.addressWidth());
    if (child == Fields.UNDEFINED) {
      throw new CorruptException("an object in a block that the fractal heap does not have");
    }
    if (size <= largestDirect) {
      return inDirect(child, size, inRow % size, length);
    }
    int childRows = log2(size) - log2(startSize * width) + 1;
    return inIndirect(child, childRows, inRow % size, length);
  }

  private ByteBuffer readIndirect(long block, int headerLength, int rows) {
    long length = headerLength + (long) rows * width * file.addressWidth() + 4;
    ByteBuffer entries = file.read(block, length);
    Fields.expect(entries, "FHIB", 0, block);
    Fields.verifyChecksum(entries, "the fractal heap block", block);
    return entries;
  }

  private ByteBuffer huge(ByteBuffer id) {
    int addresses = file.addressWidth();
    int lengths = file.lengthWidth();
    if (addresses + lengths <= idLength - 1) {
      long at = Fields.address(id, addresses);
      return file.read(at, Fields.unsigned(id, lengths));
    }
    long wanted = Fields.unsigned(id, Math.min(8, idLength - 1));
    long[] found = {Fields.UNDEFINED, 0};
    BTree2.walk(
        file,
        hugeTree,
        entry -> {
          long at = Fields.address(entry, addresses);
          long length = Fields.unsigned(entry, lengths);
          if (Fields.unsigned(entry, lengths) == wanted) {
            found[0] = at;
            found[1] = length;
          }
        });
    if (found[0] == Fields.UNDEFINED) {
      throw new CorruptException("no huge object " + wanted + " in the fractal heap");
    }
    return file.read(found[0], found[1]);
  }

  private ByteBuffer tiny(int first, ByteBuffer id) {
    boolean longForm = idLength - 1 > 16;
    int length = (longForm ? ((first & 0xf) << 8) | Fields.octet(id) : first & 0xf) + 1;
    return Fields.slice(id, length);
  }

  private int rowOf(long offset) {
    long firstRow = startSize * width;
    return offset < firstRow ? 0 : log2(offset) - log2(firstRow) + 1;
  }

  private long rowStart(int row) {
    return row == 0 ? 0 : (startSize * width) << (row - 1);
  }

  private long blockSize(int row) {
    return row == 0 ? startSize : startSize << (row - 1);
  }

  private static boolean isPower(long number) {
    return number > 0 && number <= 1L << 32 && Long.bitCount(number) == 1;
  }

  private static int log2(long number) {
    return 63 - Long.numberOfLeadingZeros(number);
  }
}
