package dev.espalier.zarr.internal.edit;

import dev.espalier.io.store.Store;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.internal.consolidated.ConsolidatedForm;
import dev.espalier.zarr.internal.document.Zarr3Documents;
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
    GroupSpec tree = ConsolidatedTree.of(store, new Zarr3Documents());
    Documents documents = new Documents(store);
    Map<String, JsonObject> below = new LinkedHashMap<>();
    tree.walk(
        (path, node) -> {
          if (!path.isRoot()) {
            below.put(path.toRelativeString(), documents.find(path).orElseThrow());
          }
        });
    JsonObject root = documents.find(NodePath.root()).orElseThrow();
    documents.put(NodePath.root(), root.with(ConsolidatedForm.MEMBER, ConsolidatedForm.of(below)));
    documents.write(store);
    return below.size();
  }
}
