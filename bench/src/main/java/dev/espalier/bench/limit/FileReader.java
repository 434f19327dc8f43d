package dev.espalier.bench.limit;

import dev.espalier.bench.array.ArrayCase;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Reads the files of chunks or shards, for one thread. */
final class FileReader implements AutoCloseable {
  private final Grid grid;
  private final boolean sharded;
  private final Coder coder;
  private final ShardTable table;

  FileReader(ArrayCase array, Grid grid) {
    this.grid = grid;
    this.sharded = array.shard().isPresent();
    this.coder = Coder.of(array);
    this.table = new ShardTable(grid.chunkCount());
  }

  void read(int file, Path path, byte[] into) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (!sharded) {
        ByteBuffer input = coder.input();
        readAll(channel, input.limit((int) channel.size()), 0);
        coder.decode(into, grid.start(file, 0));
        return;
      }
      table.read(channel);
      for (int chunk = 0; chunk < grid.chunkCount(); chunk++) {
        ByteBuffer input = coder.input();
        readAll(channel, input.limit(table.size(chunk)), table.offset(chunk));
        coder.decode(into, grid.start(file, chunk));
      }
    }
  }

  static void readAll(FileChannel channel, ByteBuffer into, long at) throws IOException {
    long from = at;
    while (into.hasRemaining()) {
      int count = channel.read(into, from);
      if (count < 0) {
        throw new EOFException("the file ends at " + from);
      }
      from += count;
    }
  }

  @Override
  public void close() {
    coder.close();
  }
}
