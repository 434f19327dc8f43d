package dev.espalier.hdf5.internal.file;

import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where elements of variable length are kept: texts, by collection and index. The collections last
 * used stay in memory, up to a bound; safe for use by several threads at once.
 */
public final class GlobalHeap {
  private static final long BOUND_BYTES = 4L << 20;

  private final FileBytes file;
  private final LinkedHashMap<Long, Collection> recent = new LinkedHashMap<>(16, 0.75f, true);
  private long recentBytes;

  /** A collection: its bytes, and where each object starts and ends. */
  private record Collection(ByteBuffer bytes, Map<Integer, int[]> objects) {}

  /** The heap of a file. */
  public GlobalHeap(FileBytes file) {
    this.file = file;
  }

  /** How many bytes an element takes that refers to an object here. */
  public int referenceLength() {
    return 4 + file.addressWidth() + 4;
  }

  /**
   * The bytes that an element of variable length refers to.
   *
   * @param reference the element: how many items it has, address of the collection, index
   * @param itemSize how many bytes an item takes
   */
  public byte[] read(ByteBuffer reference, int itemSize) {
    long length = Math.multiplyExact(Fields.unsigned(reference, 4), (long) itemSize);
    long address = Fields.address(reference, file.addressWidth());
    int index = Fields.count(reference, 4);
    if (length == 0 || address == Fields.UNDEFINED || address == 0) {
      return new byte[0];
    }
    Collection collection = collection(address);
    int[] place = collection.objects.get(index);
    if (place == null || place[1] < length) {
      throw new CorruptException(
          "an element of "
              + length
              + " bytes that the global heap at address "
              + address
              + " does not hold as object "
              + index);
    }
    byte[] bytes = new byte[(int) length];
    collection.bytes.get(place[0], bytes);
    return bytes;
  }

  private synchronized Collection collection(long address) {
    Collection known = recent.get(address);
    if (known != null) {
      return known;
    }
    Collection read = load(address);
    recent.put(address, read);
    recentBytes += read.bytes.capacity();
    Iterator<Collection> oldest = recent.values().iterator();
    while (recentBytes > BOUND_BYTES && recent.size() > 1) {
      recentBytes -= oldest.next().bytes.capacity();
      oldest.remove();
    }
    return read;
  }

  private Collection load(long address) {
    int headerLength = 8 + file.lengthWidth();
    ByteBuffer header = file.read(address, headerLength);
    Fields.expect(header, "GCOL", 1, address);
    Fields.skip(header, 3);
    ByteBuffer all = file.read(address, Fields.unsigned(header, file.lengthWidth()));
    Map<Integer, int[]> objects = new HashMap<>();
    all.position(Math.min(headerLength, all.limit()));
    int prefix = 8 + file.lengthWidth();
    while (all.remaining() >= prefix) {
      int index = Fields.count(all, 2);
      Fields.skip(all, 6);
      long length = Fields.unsigned(all, file.lengthWidth());
      if (index == 0) {
        break; // The rest is free.
      }
      if (length > all.remaining()) {
        throw new CorruptException(
            "object " + index + " leaves the global heap at address " + address);
      }
      objects.put(index, new int[] {all.position(), (int) length});
      long padded = (length + 7) / 8 * 8;
      all.position((int) Math.min(all.limit(), all.position() + padded));
    }
    return new Collection(all, objects);
  }
}
