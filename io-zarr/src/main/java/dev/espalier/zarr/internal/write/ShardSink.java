package dev.espalier.zarr.internal.write;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.ValueSink;
import dev.espalier.io.store.WritableStore;
import dev.espalier.zarr.codec.ChunkCoder;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A shard on its way into a store, which is not asked before there is something to store. */
final class ShardSink implements ChunkCoder.Output, AutoCloseable {
  private final WritableStore store;
  private final StoreKey key;
  private @Nullable ValueSink value;

  ShardSink(WritableStore store, StoreKey key) {
    this.store = store;
    this.key = key;
  }

  @Override
  public void put(ByteBuffer bytes) {
    value().put(bytes);
  }

  @Override
  public void overwrite(long at, ByteBuffer bytes) {
    value().overwrite(at, bytes);
  }

  @Override
  public long size() {
    return value == null ? 0 : value.size();
  }

  void complete() {
    value().complete();
  }

  private ValueSink value() {
    ValueSink begun = value;
    if (begun == null) {
      begun = store.begin(key);
      value = begun;
    }
    return begun;
  }

  @Override
  public void close() {
    if (value != null) {
      value.close();
    }
  }
}
