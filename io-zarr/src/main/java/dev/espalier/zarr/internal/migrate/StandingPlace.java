package dev.espalier.zarr.internal.migrate;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreEntry;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.internal.write.Place;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A hierarchy that stands, beside whose documents those of another version are written. Each is
 * there as a whole or not at all, and the one of the root, by which readers know the version, comes
 * last: until then everything is as it was to them.
 *
 * @param store the hierarchy
 */
public record StandingPlace(Store store) implements Place {
  @Override
  public StagedStore begin() {
    return new Standing(new Replacing(store));
  }

  @Override
  public ArraySource kept(NodePath array) {
    throw new IllegalArgumentException(array + ": nothing is derived when a version changes");
  }

  @Override
  public Map<StoreKey, NodeSpec> passingDocuments() {
    return Map.of();
  }

  /** What was written is where it belongs. */
  private record Standing(Store store) implements StagedStore {
    @Override
    public void publish() {}

    @Override
    public void close() {}
  }

  /** A store whose values are never seen in parts. */
  private record Replacing(Store store) implements Store {
    @Override
    public String name() {
      return store.name();
    }

    @Override
    public Optional<StoredValue> open(StoreKey key, ByteRange first) {
      return store.open(key, first);
    }

    @Override
    public Stream<StoreEntry> list(StorePrefix prefix) {
      return store.list(prefix);
    }

    @Override
    public void set(StoreKey key, ByteBuffer... value) {
      store.replace(key, value);
    }

    @Override
    public void replace(StoreKey key, ByteBuffer... value) {
      store.replace(key, value);
    }

    @Override
    public void erase(StoreKey key) {
      store.erase(key);
    }
  }
}
