package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.model.data.ArraySource;
import dev.espalier.zarr.internal.array.StoredArray;

/** Sources over the arrays of one store, which share what is costly to keep. */
public final class StoredArrays implements AutoCloseable {
  private final ReadableStore store;
  private final IdleCoders coders = new IdleCoders();
  private final TileCache cache = new TileCache();
  private final IndexCache indexes = new IndexCache();

  /** Sources over a store, which stays the caller's. */
  public StoredArrays(ReadableStore store) {
    this.store = store;
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
