package dev.espalier.zarr.internal.edit;

import dev.espalier.io.store.Store;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.consolidated.ConsolidatedForm;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import dev.espalier.zarr.internal.read.ZarrHierarchy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes consolidated metadata: the document of the root repeats those of all other nodes. */
public final class Consolidation {
  private final Store store;

  /** A consolidation of the hierarchy in a store. */
  public Consolidation(Store store) {
    this.store = store;
  }

  /**
   * Repeats all documents as they are, letter by letter, in the root's; it is replaced as a whole.
   *
   * @return how many nodes it repeats
   * @throws RequestException if the root is no group
   * @throws EspalierException if a node cannot be read for another reason than that it is not
   *     supported; nothing is changed then
   */
  public int write() {
    NodeSpec tree;
    try (ZarrHierarchy hierarchy =
        ZarrHierarchy.open(
            new Location(store.name()),
            store,
            new Zarr3Documents(),
            CodecRegistry.builtIn(),
            ZarrHierarchy.DOCUMENTS_ALONE)) {
      tree = hierarchy.tree();
    }
    if (!(tree instanceof GroupSpec)) {
      throw new RequestException(
          store.name() + ": the root is an array, which has nothing below it to consolidate");
    }
    Documents documents = new Documents(store);
    Map<String, JsonObject> below = new LinkedHashMap<>();
    tree.walk(
        (path, node) -> {
          if (!path.isRoot()) {
            requireReadable(store.name(), path, node);
            below.put(path.toRelativeString(), documents.find(path).orElseThrow());
          }
        });
    JsonObject root = documents.find(NodePath.root()).orElseThrow();
    documents.put(NodePath.root(), root.with(ConsolidatedForm.MEMBER, ConsolidatedForm.of(below)));
    documents.write(store);
    return below.size();
  }

  /** A copy of what is invalid would keep others from reading the whole hierarchy. */
  static void requireReadable(String store, NodePath path, NodeSpec node) {
    if (node instanceof UnreadableSpec unreadable && unreadable.problem() != Problem.UNSUPPORTED) {
      throw new RequestException(
          store
              + ": cannot consolidate the metadata: "
              + path
              + " cannot be read: "
              + unreadable.message()
              + "; mend it or remove it first");
    }
  }
}
