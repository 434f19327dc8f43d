package dev.espalier.zarr.internal.write;

import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.WritableStore;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.Map;

/** Where a hierarchy is written: into nothing, in place of another, or into one that stands. */
public interface Place {
  /** Begins the store that what is written grows in. */
  StagedStore begin();

  /** Copies what is taken over byte for byte into the store that was begun. */
  default void copyInto(WritableStore staged) {}

  /** The elements of an array that stands there and stays. */
  ArraySource kept(NodePath array);

  /** Documents that the store needs beside those of the nodes that are written, by their keys. */
  Map<StoreKey, NodeSpec> passingDocuments();
}
