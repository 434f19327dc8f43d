package dev.espalier.bench.limit;

import dev.espalier.bench.array.ArrayCase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Writes the files of chunks or shards, for one thread. The chunks of a shard are written one after
 * the other from a buffer that stays in the cache, and the index behind them.
 */
final class FileWriter implements AutoCloseable {
  private final Grid grid;
  private final byte[] elements;
  private final boolean sharded;
  private final Coder coder;
  private final ShardTable table;

  FileWriter(ArrayCase array, Grid grid, byte[] elements) {
    this.grid = grid;
    this.elements = elements;
    this.sharded = array.shard().isPresent();
    this.coder = Coder.of(array);
    this.table = new ShardTable(grid.chunkCount());
  }

  void write(int file, Path path) throws IOException {
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      long at = 0;
      for (int chunk = 0; chunk < grid.chunkCount(); chunk++) {
        ByteBuffer encoded = coder.encode(elements, grid.start(file, chunk));
        int size = encoded.remaining();
        writeAll(channel, encoded);
        table.set(chunk, at, size);
        at += size;
      }
      if (sharded) {
        writeAll(channel, table.encoded());
      }
    }
  }

  private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public void close() {
    coder.close();
  }
}
