package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.model.data.ArraySource;
import dev.espalier.zarr.internal.array.StoredArray;

/** Sources over the arrays of one store, which share what is costly to keep. */
public final class StoredArrays implements AutoCloseable {
  private final ReadableStore store;
  private final IdleCoders coders = new IdleCoders();
  private final IndexCache indexes = new IndexCache();
  private final TileCache cache;

  /** Sources over a store, which stays the caller's. */
  public StoredArrays(ReadableStore store) {
    this(store, new TileCache());
  }

  private StoredArrays(ReadableStore store, TileCache cache) {
    this.store = store;
    this.cache = cache;
  }

  /** Sources over a store whose chunks change: none of them is kept. */
  public static StoredArrays ofChanging(ReadableStore store) {
    return new StoredArrays(store, new TileCache(0));
  }

  /** The elements of an array; they can be read until this is closed. */
  public ArraySource source(StoredArray array) {
    return new StoredSource(store, array, coders, cache, indexes);
  }

  @Override
  public void close() {
    coders.close();
    cache.clear();
    indexes.clear();
  }
}
