package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.Shape;
import java.nio.ByteBuffer;

/**
 * How the raw data of a dataset lies in the file.
 *
 * <p>Parsed here because jhdf drops the flag that leaves chunks at the edges unfiltered, and takes
 * an address of four bytes for one that is there when nothing is.
 *
 * @see <a
 *     href="https://support.hdfgroup.org/documentation/hdf5/latest/_f_m_t3.html#LayoutMessage">HDF5
 *     format, data layout message</a>
 */
sealed interface DataLayout {
  /**
   * In the header itself.
   *
   * @param bytes all of it
   */
  record Compact(ByteBuffer bytes) implements DataLayout {}

  /**
   * In one piece.
   *
   * @param address where it starts, undefined if nothing was written
   */
  record Contiguous(long address) implements DataLayout {}

  /**
   * In chunks.
   *
   * @param chunk the extents of a chunk, in elements
   * @param elementSize how many bytes an element takes
   * @param index how the chunks are found
   * @param address where the index is, undefined if nothing was written
   * @param edgesUnfiltered whether chunks that hang over the edges are stored as they are
   * @param single the size and filter mask of the only chunk, where the index is that
   */
  record Chunked(
      Shape chunk,
      int elementSize,
      Index index,
      long address,
      boolean edgesUnfiltered,
      StoredChunk single)
      implements DataLayout {}

  /** The ways in which chunks are found. */
  enum Index {
    /** A B-tree of version 1. */
    BTREE_1,
    /** There is one chunk. */
    SINGLE,
    /** All chunks are there, one after another. */
    IMPLICIT,
    /** An array, for extents that cannot grow. */
    FIXED_ARRAY,
    /** An array that grows, for one unlimited dimension. */
    EXTENSIBLE_ARRAY,
    /** A B-tree of version 2, for several unlimited dimensions. */
    BTREE_2
  }

  /** The layout that a message describes. */
  static DataLayout parse(ByteBuffer message, FileBytes file) {
    return new Parser(message, file).parse();
  }

  /** Reads one layout message. */
  final class Parser {
    private static final int EDGES_UNFILTERED = 0b01;
    private static final int SINGLE_IS_FILTERED = 0b10;
    private static final int COMPACT = 0;
    private static final int CONTIGUOUS = 1;
    private static final int CHUNKED = 2;
    private static final StoredChunk NO_SINGLE = new StoredChunk(Fields.UNDEFINED, -1, 0);

    private final ByteBuffer message;
    private final FileBytes file;

    private Parser(ByteBuffer message, FileBytes file) {
      this.message = message;
      this.file = file;
    }

    private DataLayout parse() {
      int version = Fields.octet(message);
      if (version < 1 || version > 5) {
        throw new UnsupportedException("a data layout message of version " + version);
      }
      if (version < 3) {
        return parseOld();
      }
      int layoutClass = Fields.octet(message);
      return switch (layoutClass) {
        case COMPACT -> new Compact(Fields.slice(message, Fields.count(message, 2)));
        case CONTIGUOUS -> new Contiguous(address());
        case CHUNKED -> version == 3 ? chunked3() : chunked4();
        case 3 -> throw new UnsupportedException("a virtual dataset (parts of other datasets)");
        default -> throw new UnsupportedException("a data layout of class " + layoutClass);
      };
    }

    private DataLayout parseOld() {
      int rank = Fields.octet(message);
      int layoutClass = Fields.octet(message);
      Fields.skip(message, 5);
      long address = layoutClass == COMPACT ? Fields.UNDEFINED : address();
      long[] extents = extents(rank, 4);
      return switch (layoutClass) {
        case COMPACT -> new Compact(Fields.slice(message, Fields.count(message, 4)));
        case CONTIGUOUS -> new Contiguous(address);
        case CHUNKED -> chunked(extents, Index.BTREE_1, address, 0, NO_SINGLE);
        default -> throw new UnsupportedException("a data layout of class " + layoutClass);
      };
    }

    private DataLayout chunked3() {
      int rank = Fields.octet(message);
      long address = address();
      return chunked(extents(rank, 4), Index.BTREE_1, address, 0, NO_SINGLE);
    }

    private DataLayout chunked4() {
      int flags = Fields.octet(message);
      int rank = Fields.octet(message);
      int width = Fields.octet(message);
      if (width < 1 || width > 8) {
        throw new CorruptException("extents of a chunk in " + width + " bytes");
      }
      long[] extents = extents(rank, width);
      int kind = Fields.octet(message);
      long size = -1;
      int mask = 0;
      Index index =
          switch (kind) {
            case 1 -> Index.SINGLE;
            case 2 -> Index.IMPLICIT;
            case 3 -> skipping(1, Index.FIXED_ARRAY);
            case 4 -> skipping(5, Index.EXTENSIBLE_ARRAY);
            case 5 -> skipping(6, Index.BTREE_2);
            default -> throw new UnsupportedException("a chunk index of type " + kind);
          };
      if (index == Index.SINGLE && (flags & SINGLE_IS_FILTERED) != 0) {
        size = Fields.unsigned(message, file.lengthWidth());
        mask = message.getInt();
      }
      long address = address();
      return chunked(extents, index, address, flags, new StoredChunk(address, size, mask));
    }

    /** The parameters of an index are in its own header as well. */
    private Index skipping(int length, Index index) {
      Fields.skip(message, length);
      return index;
    }

    /** The last extent is the size of an element. */
    private static Chunked chunked(
        long[] extents, Index index, long address, int flags, StoredChunk single) {
      if (extents.length < 2) {
        throw new CorruptException("chunks without dimensions");
      }
      long[] chunk = new long[extents.length - 1];
      System.arraycopy(extents, 0, chunk, 0, chunk.length);
      Shape shape = Shape.of(chunk);
      long elementSize = extents[chunk.length];
      if (shape.isEmpty() || elementSize < 1 || elementSize > Integer.MAX_VALUE) {
        throw new CorruptException(
            "chunks of shape " + shape + " of elements of " + elementSize + " bytes");
      }
      boolean edgesUnfiltered = (flags & EDGES_UNFILTERED) != 0;
      return new Chunked(shape, (int) elementSize, index, address, edgesUnfiltered, single);
    }

    private long[] extents(int rank, int width) {
      long[] extents = new long[rank];
      for (int d = 0; d < rank; d++) {
        extents[d] = Fields.unsigned(message, width);
      }
      return extents;
    }

    private long address() {
      return Fields.address(message, file.addressWidth());
    }
  }
}
