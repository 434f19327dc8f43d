package dev.espalier.zarr.internal.migrate;

import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.io.store.WritableStore;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.array.StoredUnits;
import dev.espalier.zarr.internal.write.Place;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A place of its own, into which the chunks of some arrays are copied byte for byte.
 *
 * @param source where the chunks are
 * @param copied the arrays whose chunks are copied
 * @param staging begins the store
 */
public record CopyPlace(Store source, List<StoredArray> copied, Supplier<StagedStore> staging)
    implements Place {
  /** Copies the list. */
  public CopyPlace {
    copied = List.copyOf(copied);
  }

  @Override
  public StagedStore begin() {
    return staging.get();
  }

  @Override
  public void copyInto(WritableStore staged) {
    for (StoredArray array : copied) {
      try (Stream<ChunkIndex> units = new StoredUnits(source, array).within()) {
        units.forEach(unit -> copy(array.key(unit), source, staged));
      }
    }
  }

  private static void copy(StoreKey key, ReadableStore source, WritableStore target) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException(target.name() + ": copying was interrupted");
    }
    Optional<StoredValue> found = source.open(key);
    if (found.isEmpty()) {
      return; // gone since it was listed: a chunk that is not there holds the fill value
    }
    try (StoredValue value = found.get()) {
      if (value.size() > Integer.MAX_VALUE - Long.BYTES) {
        throw new UnsupportedException(
            source.name()
                + ": "
                + key
                + ": chunks of "
                + value.size()
                + " bytes are not supported");
      }
      ByteBuffer bytes = ByteBuffer.allocate((int) value.size());
      value.read(0, bytes);
      target.set(key, bytes.flip());
    }
  }

  @Override
  public ArraySource kept(NodePath array) {
    throw new IllegalArgumentException(array + ": nothing is derived when a version changes");
  }

  @Override
  public Map<StoreKey, NodeSpec> passingDocuments() {
    return Map.of();
  }
}
