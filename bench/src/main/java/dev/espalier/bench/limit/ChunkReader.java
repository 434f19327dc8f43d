package dev.espalier.bench.limit;

import dev.espalier.bench.array.ArrayCase;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/** Reads single chunks out of shards, whose files stay open and whose indexes are kept. */
final class ChunkReader implements AutoCloseable {
  private final Grid grid;
  private final Path store;
  private final boolean sharded;
  private final Coder coder;
  private final Map<Integer, Shard> shards = new HashMap<>();

  /** A shard that is open. */
  private record Shard(FileChannel channel, ShardTable table) {}

  ChunkReader(ArrayCase array, Grid grid, Path store) {
    this.grid = grid;
    this.store = store;
    this.sharded = array.shard().isPresent();
    this.coder = Coder.of(array);
  }

  void read(long[] start, byte[] into) throws IOException {
    Shard shard = shard(grid.fileOf(start));
    int chunk = grid.chunkOf(start);
    ByteBuffer input = coder.input();
    FileReader.readAll(
        shard.channel, input.limit(shard.table.size(chunk)), shard.table.offset(chunk));
    coder.decodeChunk(into);
  }

  private Shard shard(int file) throws IOException {
    Shard shard = shards.get(file);
    if (shard == null) {
      FileChannel channel =
          FileChannel.open(Grid.pathOf(store, grid.fileIndex(file)), StandardOpenOption.READ);
      ShardTable table = new ShardTable(grid.chunkCount());
      if (sharded) {
        table.read(channel);
      } else {
        table.set(0, 0, (int) channel.size());
      }
      shard = new Shard(channel, table);
      shards.put(file, shard);
    }
    return shard;
  }

  @Override
  public void close() throws IOException {
    for (Shard shard : shards.values()) {
      shard.channel.close();
    }
    coder.close();
  }
}
