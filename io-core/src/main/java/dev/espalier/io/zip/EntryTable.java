package dev.espalier.io.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.espalier.model.error.RequestException;
import java.util.Arrays;

/** The entries of an archive in the order of its directory, a column for each thing to know. */
final class EntryTable {
  private static final int FIRST_CAPACITY = 1024;
  private static final int BYTES_PER_ENTRY = 6 * Long.BYTES;
  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 64;

  private final String archive;
  private int count;
  private byte[] names = new byte[32 * FIRST_CAPACITY];
  private int[] nameEnds = new int[FIRST_CAPACITY];
  private long[] offsets = new long[FIRST_CAPACITY];
  private long[] compressed = new long[FIRST_CAPACITY];
  private long[] sizes = new long[FIRST_CAPACITY];
  private int[] checksums = new int[FIRST_CAPACITY];
  private int[] methodsAndFlags = new int[FIRST_CAPACITY];

  /**
   * A table without entries.
   *
   * @param archive what messages call it
   */
  EntryTable(String archive) {
    this.archive = archive;
  }

  void add(String name, long offset, long compressed, long size, int crc, int method, int flags) {
    byte[] bytes = name.getBytes(UTF_8);
    int start = nameStart(count);
    makeRoom(start, bytes.length);
    System.arraycopy(bytes, 0, names, start, bytes.length);
    nameEnds[count] = start + bytes.length;
    offsets[count] = offset;
    this.compressed[count] = compressed;
    sizes[count] = size;
    checksums[count] = crc;
    methodsAndFlags[count] = method << Short.SIZE | flags;
    count++;
  }

  private void makeRoom(int namesUsed, int more) {
    if (more > names.length - namesUsed) {
      names = Arrays.copyOf(names, grown(names.length, 1, (long) namesUsed + more));
    }
    if (count == offsets.length) {
      resize(grown(count, BYTES_PER_ENTRY, count + 1L));
    }
  }

  /** Gives back what was taken for entries that did not come. */
  void trim() {
    names = Arrays.copyOf(names, nameStart(count));
    resize(count);
  }

  private void resize(int capacity) {
    nameEnds = Arrays.copyOf(nameEnds, capacity);
    offsets = Arrays.copyOf(offsets, capacity);
    compressed = Arrays.copyOf(compressed, capacity);
    sizes = Arrays.copyOf(sizes, capacity);
    checksums = Arrays.copyOf(checksums, capacity);
    methodsAndFlags = Arrays.copyOf(methodsAndFlags, capacity);
  }

  private int grown(int capacity, int bytesEach, long least) {
    long next = Math.min(LONGEST_ARRAY, Math.max(least, capacity + (capacity >> 1)));
    if (next < least || next * bytesEach > Runtime.getRuntime().maxMemory() / 4) {
      throw new RequestException(
          archive
              + ": more than "
              + count
              + " entries of the archive are too much for the memory of this process; give it more");
    }
    return (int) next;
  }

  int count() {
    return count;
  }

  private int nameStart(int i) {
    return i == 0 ? 0 : nameEnds[i - 1];
  }

  String name(int i) {
    return new String(names, nameStart(i), nameEnds[i] - nameStart(i), UTF_8);
  }

  boolean isNamed(int i, byte[] name) {
    return compareName(i, name) == 0;
  }

  int compareName(int i, byte[] name) {
    return Arrays.compareUnsigned(names, nameStart(i), nameEnds[i], name, 0, name.length);
  }

  int compareNames(int i, int j) {
    return Arrays.compareUnsigned(
        names, nameStart(i), nameEnds[i], names, nameStart(j), nameEnds[j]);
  }

  long offset(int i) {
    return offsets[i];
  }

  /** How many bytes it takes in the archive at least, whatever its header has beside the name. */
  long leastBytes(int i) {
    long header = LocalHeader.FIXED_BYTES;
    long all = header + compressed[i];
    return all < 0 ? Long.MAX_VALUE : all;
  }

  ArchiveIndex.Entry entry(int i, long end) {
    return new ArchiveIndex.Entry(
        offsets[i],
        end,
        compressed[i],
        sizes[i],
        checksums[i],
        methodsAndFlags[i] >>> Short.SIZE,
        methodsAndFlags[i] & 0xFFFF);
  }
}
