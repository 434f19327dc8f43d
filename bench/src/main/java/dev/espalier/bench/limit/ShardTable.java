package dev.espalier.bench.limit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** The index at the end of a shard, with its checksum. */
final class ShardTable {
  private static final int ENTRY = 2 * Long.BYTES;

  private final int entries;
  private final ByteBuffer bytes;
  private final CRC32C checksum = new CRC32C();

  ShardTable(int chunks) {
    this.entries = chunks * ENTRY;
    this.bytes = ByteBuffer.allocateDirect(entries + Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }

  void set(int chunk, long offset, int size) {
    bytes.putLong(chunk * ENTRY, offset).putLong(chunk * ENTRY + Long.BYTES, size);
  }

  long offset(int chunk) {
    return bytes.getLong(chunk * ENTRY);
  }

  int size(int chunk) {
    return (int) bytes.getLong(chunk * ENTRY + Long.BYTES);
  }

  ByteBuffer encoded() {
    bytes.putInt(entries, computed());
    return bytes.clear();
  }

  void read(FileChannel channel) throws IOException {
    FileReader.readAll(channel, bytes.clear(), channel.size() - bytes.capacity());
    if (bytes.getInt(entries) != computed()) {
      throw new IOException("the index of the shard has another checksum");
    }
  }

  private int computed() {
    checksum.reset();
    checksum.update(bytes.clear().limit(entries));
    int value = (int) checksum.getValue();
    bytes.clear();
    return value;
  }
}
