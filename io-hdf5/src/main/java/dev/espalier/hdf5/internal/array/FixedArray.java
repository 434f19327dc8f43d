package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.function.BiFunction;

/** Reads the index of datasets whose extents cannot grow: one entry for each possible chunk. */
final class FixedArray {
  private final FileBytes file;

  private FixedArray(FileBytes file) {
    this.file = file;
  }

  /**
   * Hands all written entries over.
   *
   * @param entriesOf makes the receiver from client id and entry size
   */
  static void read(
      FileBytes file, long address, BiFunction<Integer, Integer, ChunkEntries> entriesOf) {
    new FixedArray(file).header(address, entriesOf);
  }

  private void header(long address, BiFunction<Integer, Integer, ChunkEntries> entriesOf) {
    ByteBuffer header = file.read(address, 12L + file.lengthWidth() + file.addressWidth());
    Fields.expect(header, "FAHD", 0, address);
    Fields.verifyChecksum(header, "the chunk index", address);
    int client = Fields.octet(header);
    int entrySize = Fields.octet(header);
    int pageBits = Fields.octet(header);
    long count = Fields.unsigned(header, file.lengthWidth());
    long block = Fields.address(header, file.addressWidth());
    if (pageBits > 30) {
      throw new CorruptException("a chunk index with pages of 2^" + pageBits + " entries");
    }
    if (block != Fields.UNDEFINED) {
      dataBlock(block, entriesOf.apply(client, entrySize), count, 1L << pageBits);
    }
  }

  private void dataBlock(long block, ChunkEntries entries, long count, long perPage) {
    int prefix = 6 + file.addressWidth();
    if (count <= perPage) {
      ByteBuffer whole = file.read(block, prefix + count * entries.entrySize() + 4);
      Fields.expect(whole, "FADB", 0, block);
      Fields.verifyChecksum(whole, "the chunk index", block);
      entries.take(whole.position(prefix), count);
      return;
    }
    long pages = (count - 1) / perPage + 1;
    ByteBuffer head = file.read(block, prefix + (pages + 7) / 8 + 4);
    Fields.expect(head, "FADB", 0, block);
    Fields.verifyChecksum(head, "the chunk index", block);
    long pageLength = perPage * entries.entrySize() + 4;
    for (long page = 0; page < pages; page++) {
      if (PageBits.isSet(head, prefix, page)) {
        long inPage = Math.min(perPage, count - page * perPage);
        long at = block + head.limit() + page * pageLength;
        ByteBuffer body = file.read(at, inPage * entries.entrySize() + 4);
        Fields.verifyChecksum(body, "a page of the chunk index", at);
        entries.seek(page * perPage);
        entries.take(body, inPage);
      }
    }
  }
}
