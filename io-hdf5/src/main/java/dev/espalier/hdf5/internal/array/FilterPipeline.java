package dev.espalier.hdf5.internal.array;

import dev.espalier.io.codec.Fletcher32;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.filter.LzfFilter;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Undoes the filters that a chunk went through, except those that its mask leaves out. */
final class FilterPipeline {
  private static final Set<Integer> KNOWN =
      Set.of(FilterSpec.DEFLATE, FilterSpec.SHUFFLE, FilterSpec.FLETCHER32, FilterSpec.LZF);

  /** No compressor makes more than this many bytes out of one. */
  private static final long GREATEST_RATIO = 1_100;

  private static final int CHECKSUM_WIDTH = 4;

  private final List<FilterSpec> filters;
  private final int chunkBytes;

  /**
   * The filters of a dataset.
   *
   * @param chunkBytes how many bytes a chunk has before all filters
   */
  FilterPipeline(List<FilterSpec> filters, int chunkBytes) {
    this.filters = filters;
    this.chunkBytes = chunkBytes;
  }

  /**
   * Checks that all filters can be undone.
   *
   * @throws UnsupportedException if one is not known; the message names it
   */
  static void checkKnown(List<FilterSpec> filters) {
    for (FilterSpec filter : filters) {
      if (!KNOWN.contains(filter.id())) {
        throw new UnsupportedException(
            "chunks encoded with filter " + filter.name() + " (" + filter.id() + ")");
      }
    }
  }

  /** Whether a chunk of that many stored bytes can hold what it should. */
  void checkPlausible(long storedSize) {
    long most = filters.isEmpty() ? chunkBytes : storedSize * GREATEST_RATIO + chunkBytes / 2;
    if (storedSize <= 0 || chunkBytes > most) {
      throw new CorruptException(
          storedSize + " stored bytes cannot hold " + chunkBytes + " bytes of elements");
    }
  }

  /** Decodes the bytes in the scratch memory. */
  void decode(Scratch scratch, int filterMask) {
    for (int i = filters.size() - 1; i >= 0; i--) {
      if (i >= Integer.SIZE || (filterMask & (1 << i)) == 0) {
        undo(filters.get(i), scratch, greatestBefore(i, filterMask));
      }
    }
    if (scratch.length() != chunkBytes) {
      throw new CorruptException(
          "decoded to " + scratch.length() + " bytes; expected " + chunkBytes);
    }
  }

  /** How many bytes a chunk can have had before a filter, after those in front of it. */
  private int greatestBefore(int filter, int filterMask) {
    long most = chunkBytes;
    for (int i = 0; i < filter; i++) {
      int id = filters.get(i).id();
      if ((filterMask & (1 << i)) == 0 && id != FilterSpec.SHUFFLE) {
        most += id == FilterSpec.FLETCHER32 ? CHECKSUM_WIDTH : chunkBytes / 8 + 1024;
      }
    }
    return (int) Math.min(most, Integer.MAX_VALUE - 8);
  }

  private static void undo(FilterSpec filter, Scratch scratch, int most) {
    switch (filter.id()) {
      case FilterSpec.DEFLATE -> inflate(scratch, most);
      case FilterSpec.SHUFFLE -> unshuffle(scratch, filter.parameter(0, 1));
      case FilterSpec.FLETCHER32 -> verify(scratch);
      case FilterSpec.LZF -> unpackLzf(filter, scratch, most);
      default -> throw new UnsupportedException("filter " + filter.name());
    }
  }

  private static void inflate(Scratch scratch, int most) {
    Inflater inflater = scratch.inflater();
    inflater.setInput(scratch.bytes(), 0, scratch.length());
    byte[] target = scratch.target(most);
    try {
      int done = 0;
      while (!inflater.finished()) {
        int count = inflater.inflate(target, done, most - done);
        done += count;
        if (count == 0 && !inflater.finished()) {
          throw new CorruptException(
              done == most
                  ? "a deflate stream of more than " + most + " bytes"
                  : "a deflate stream that ends after " + done + " bytes");
        }
      }
      scratch.flip(done);
    } catch (DataFormatException e) {
      throw new CorruptException("no deflate stream: " + e.getMessage(), e);
    }
  }

  /** Byte {@code b} of all elements lies together; bytes beyond whole elements stay in place. */
  private static void unshuffle(Scratch scratch, int elementSize) {
    if (elementSize < 1) {
      throw new CorruptException("shuffle of elements of " + elementSize + " bytes");
    }
    int length = scratch.length();
    int count = length / elementSize;
    if (elementSize == 1 || count <= 1) {
      return;
    }
    byte[] from = scratch.bytes();
    byte[] to = scratch.target(length);
    for (int b = 0; b < elementSize; b++) {
      int source = b * count;
      for (int i = 0, at = b; i < count; i++, at += elementSize) {
        to[at] = from[source + i];
      }
    }
    int whole = count * elementSize;
    System.arraycopy(from, whole, to, whole, length - whole);
    scratch.flip(length);
  }

  private static void verify(Scratch scratch) {
    int length = scratch.length() - CHECKSUM_WIDTH;
    if (length < 0) {
      throw new CorruptException("no room for a fletcher32 checksum");
    }
    byte[] bytes = scratch.bytes();
    int stored = 0;
    for (int i = 0; i < CHECKSUM_WIDTH; i++) {
      stored |= (bytes[length + i] & 0xff) << (8 * i);
    }
    Fletcher32 checksum = new Fletcher32();
    checksum.update(bytes, 0, length);
    int computed = (int) checksum.getValue();
    // Versions of the library before 1.6.3 on little-endian machines swapped the bytes of each
    // half.
    int swapped = ((computed & 0x00ff00ff) << 8) | ((computed >>> 8) & 0x00ff00ff);
    if (stored != computed && stored != swapped) {
      throw new CorruptException("the bytes do not fit their fletcher32 checksum");
    }
    scratch.shorten(length);
  }

  private static void unpackLzf(FilterSpec filter, Scratch scratch, int most) {
    int size = filter.parameter(2, 0);
    if (size <= 0 || size > most) {
      throw new CorruptException("lzf data that unpacks to " + size + " bytes");
    }
    try {
      byte[] packed = Arrays.copyOf(scratch.bytes(), scratch.length());
      byte[] unpacked = new LzfFilter().decode(packed, new int[] {0, 0, size});
      System.arraycopy(unpacked, 0, scratch.target(size), 0, size);
      scratch.flip(size);
    } catch (HdfFilterException | IndexOutOfBoundsException e) {
      throw new CorruptException("no lzf data: " + e.getMessage(), e);
    }
  }
}
