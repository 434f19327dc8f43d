package dev.espalier.zarr.codec;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Reads and encodes the indexes of shards, for one thread. */
final class ShardIndexCoder implements AutoCloseable {
  private final ShardingCodec codec;
  private final ChunkCoder coder;

  /** Made when it is needed: metadata alone may ask for any size. */
  private @Nullable ShardIndex next;

  ShardIndexCoder(ShardingCodec codec) {
    this.codec = codec;
    this.coder = codec.index().newCoder();
  }

  /**
   * Reads the index of a shard, for whoever wants to keep it.
   *
   * @throws CorruptException if the shard has no index
   */
  ShardIndex read(ByteSource shard) {
    long size = codec.indexSize();
    // Before the index is given memory.
    if (shard.size() < size) {
      throw new CorruptException(
          "expected at least the " + size + " bytes of the index, found " + shard.size());
    }
    long start = codec.isIndexFirst() ? 0 : shard.size() - size;
    ShardIndex into = new ShardIndex(codec.index().representation());
    try {
      coder.decode(shard.slice(start, size), into.words());
      into.checkDisjoint(shard.size(), start, size);
    } catch (CorruptException e) {
      throw new CorruptException("index: " + e.getMessage(), e);
    }
    return into;
  }

  /** An index to be encoded, with whatever it held before. */
  ShardIndex next() {
    ShardIndex index = next;
    if (index == null) {
      index = new ShardIndex(codec.index().representation());
      next = index;
    }
    return index;
  }

  /** Encodes an index; valid until the next call. */
  ByteBuffer encode(ShardIndex index) {
    return coder.encodeStored(index.words());
  }

  long memory() {
    return coder.memory() + (next == null ? 0 : next.memory());
  }

  @Override
  public void close() {
    coder.close();
  }
}
