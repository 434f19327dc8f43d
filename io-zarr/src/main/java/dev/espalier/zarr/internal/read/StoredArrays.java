package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sources over the arrays of one store, which share what is costly to keep. */
public final class StoredArrays implements AutoCloseable {
  private static final int MOST_IDENTITIES = 1_000;

  private final ReadableStore store;
  private final IdleCoders coders = new IdleCoders();
  private final IndexCache indexes = new IndexCache();
  private final Map<NodePath, ArrayIdentity> identities =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<NodePath, ArrayIdentity> eldest) {
          return size() > MOST_IDENTITIES;
        }
      };
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
    return new StoredSource(store, array, identity(array), coders, cache, indexes);
  }

  /** The same for as long as the array is what it was. */
  private synchronized ArrayIdentity identity(StoredArray array) {
    ArrayIdentity known = identities.get(array.path());
    if (known == null || !known.isOf(array.spec())) {
      known = new ArrayIdentity(array.spec());
      identities.put(array.path(), known);
    }
    return known;
  }

  @Override
  public void close() {
    coders.close();
    cache.clear();
    indexes.clear();
  }
}
