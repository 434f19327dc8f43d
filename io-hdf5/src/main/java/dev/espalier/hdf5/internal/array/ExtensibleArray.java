package dev.espalier.hdf5.internal.array;

import dev.espalier.hdf5.internal.file.Fields;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import java.nio.ByteBuffer;
import java.util.function.BiFunction;

/**
 * Reads the index of datasets with one unlimited dimension: entries in blocks that double in size,
 * where blocks that were never written are missing.
 */
final class ExtensibleArray {
  private final FileBytes file;
  private final ChunkEntries entries;
  private final int inIndexBlock;
  private final long smallestBlock;
  private final int fewestPointers;
  private final int offsetWidth;
  private final long perPage;
  private final int superBlocks;
  private final long indexBlock;

  private ExtensibleArray(
      FileBytes file, long address, BiFunction<Integer, Integer, ChunkEntries> entriesOf) {
    this.file = file;
    ByteBuffer header = file.read(address, 16L + 6L * file.lengthWidth() + file.addressWidth());
    Fields.expect(header, "EAHD", 0, address);
    Fields.verifyChecksum(header, "the chunk index", address);
    int client = Fields.octet(header);
    int entrySize = Fields.octet(header);
    int numberBits = Fields.octet(header);
    this.inIndexBlock = Fields.octet(header);
    this.smallestBlock = Fields.octet(header);
    this.fewestPointers = Fields.octet(header);
    int pageBits = Fields.octet(header);
    Fields.skip(header, 6 * file.lengthWidth());
    this.indexBlock = Fields.address(header, file.addressWidth());
    this.offsetWidth = (numberBits + 7) / 8;
    this.perPage = 1L << Math.min(pageBits, 62);
    if (Long.bitCount(smallestBlock) != 1
        || Long.bitCount(fewestPointers) != 1
        || numberBits > 62
        || numberBits < log2(smallestBlock)) {
      throw new CorruptException("the chunk index at address " + address + " has odd sizes");
    }
    this.superBlocks = 1 + numberBits - log2(smallestBlock);
    this.entries = entriesOf.apply(client, entrySize);
  }

  /**
   * Hands all written entries over.
   *
   * @param entriesOf makes the receiver from client id and entry size
   */
  static void read(
      FileBytes file, long address, BiFunction<Integer, Integer, ChunkEntries> entriesOf) {
    ExtensibleArray array = new ExtensibleArray(file, address, entriesOf);
    if (array.indexBlock != Fields.UNDEFINED) {
      array.readIndexBlock();
    }
  }

  private void readIndexBlock() {
    int inIndex = Math.min(superBlocks, 2 * log2(fewestPointers));
    int dataPointers = 2 * (fewestPointers - 1);
    int superPointers = superBlocks - inIndex;
    long length =
        prefix()
            + (long) inIndexBlock * entries.entrySize()
            + (long) (dataPointers + superPointers) * file.addressWidth()
            + 4;
    ByteBuffer block = file.read(indexBlock, length);
    Fields.expect(block, "EAIB", 0, indexBlock);
    Fields.verifyChecksum(block, "the chunk index", indexBlock);
    entries.take(block.position(prefix()), inIndexBlock);

    long start = inIndexBlock;
    for (int level = 0; level < inIndex; level++) {
      for (long i = 0; i < blocksIn(level); i++) {
        long data = Fields.address(block, file.addressWidth());
        if (data != Fields.UNDEFINED) {
          dataBlock(data, start, entriesIn(level));
        }
        start += entriesIn(level);
      }
    }
    block.position(block.limit() - 4 - superPointers * file.addressWidth());
    for (int level = inIndex; level < superBlocks; level++) {
      long address = Fields.address(block, file.addressWidth());
      if (address != Fields.UNDEFINED) {
        superBlock(address, level, start);
      }
      start += blocksIn(level) * entriesIn(level);
    }
  }

  private void superBlock(long address, int level, long start) {
    long count = blocksIn(level);
    long perBlock = entriesIn(level);
    long pages = perBlock > perPage ? perBlock / perPage : 0;
    int bitsAt = prefix() + offsetWidth;
    long bitsLength = count * ((pages + 7) / 8);
    ByteBuffer block = file.read(address, bitsAt + bitsLength + count * file.addressWidth() + 4);
    Fields.expect(block, "EASB", 0, address);
    Fields.verifyChecksum(block, "the chunk index", address);
    block.position(Math.toIntExact(bitsAt + bitsLength));
    for (long i = 0; i < count; i++) {
      long data = Fields.address(block, file.addressWidth());
      long first = start + i * perBlock;
      if (data == Fields.UNDEFINED) {
        continue;
      }
      if (pages == 0) {
        dataBlock(data, first, perBlock);
      } else {
        pagedDataBlock(data, first, pages, block, bitsAt, i * pages);
      }
    }
  }

  private void dataBlock(long address, long first, long count) {
    if (count > perPage) {
      throw new UnsupportedException("a chunk index whose first blocks have pages");
    }
    long length = prefix() + offsetWidth + count * entries.entrySize() + 4;
    ByteBuffer block = file.read(address, length);
    Fields.expect(block, "EADB", 0, address);
    Fields.verifyChecksum(block, "the chunk index", address);
    entries.seek(first);
    entries.take(block.position(prefix() + offsetWidth), count);
  }

  private void pagedDataBlock(
      long address, long first, long pages, ByteBuffer bits, int bitsAt, long firstBit) {
    int headLength = prefix() + offsetWidth + 4;
    ByteBuffer head = file.read(address, headLength);
    Fields.expect(head, "EADB", 0, address);
    Fields.verifyChecksum(head, "the chunk index", address);
    long pageLength = perPage * entries.entrySize() + 4;
    for (long page = 0; page < pages; page++) {
      if (PageBits.isSet(bits, bitsAt, firstBit + page)) {
        long at = address + headLength + page * pageLength;
        ByteBuffer body = file.read(at, pageLength);
        Fields.verifyChecksum(body, "a page of the chunk index", at);
        entries.seek(first + page * perPage);
        entries.take(body, perPage);
      }
    }
  }

  /** Letters, version, client and the address of the header start every block. */
  private int prefix() {
    return 6 + file.addressWidth();
  }

  private static long blocksIn(int level) {
    return 1L << (level / 2);
  }

  private long entriesIn(int level) {
    return smallestBlock << ((level + 1) / 2);
  }

  private static int log2(long number) {
    return 63 - Long.numberOfLeadingZeros(number);
  }
}
