package dev.espalier.zarr.internal.write;

import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A place that a hierarchy gets for itself: nothing stands there, or what does goes as a whole.
 *
 * @param staging begins the store
 */
public record WholePlace(Supplier<StagedStore> staging) implements Place {
  @Override
  public StagedStore begin() {
    return staging.get();
  }

  @Override
  public ArraySource kept(NodePath array) {
    throw new IllegalArgumentException("the plan keeps " + array + " where nothing stays");
  }

  @Override
  public Map<StoreKey, NodeSpec> passingDocuments() {
    return Map.of();
  }
}
