package dev.espalier.zarr.internal.write;

import dev.espalier.io.place.Change;
import dev.espalier.io.place.Change.Appear;
import dev.espalier.io.place.Change.Put;
import dev.espalier.io.place.Change.Swap;
import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedAction;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A hierarchy that stands and is written into, in an order in which no document ever tells of what
 * is not there:
 *
 * <ol>
 *   <li>groups with consolidated metadata lose it, the root first, since it would go on telling of
 *       arrays that are about to be replaced;
 *   <li>new subtrees appear and arrays are replaced, each with all its chunks;
 *   <li>documents are replaced, from the leaves up, the root's last.
 * </ol>
 */
public final class MergePlace implements Place {
  /** Names that begin like this are never nodes, so that it is in nobody's way. */
  private static final String PASSING = "__passing-" + ZarrDocument.NAME;

  private final OpenHierarchy standing;
  private final Function<List<Change>, StagedStore> staging;
  private final List<Change> changes = new ArrayList<>();
  private final Map<StoreKey, NodeSpec> passing = new LinkedHashMap<>();

  /**
   * The place of a merge.
   *
   * @param format the version of the documents
   * @param standing what stands there; it stays the caller's
   * @param staging begins a store whose publishing makes changes
   */
  public MergePlace(
      WritePlan plan,
      DocumentFormat format,
      OpenHierarchy standing,
      Function<List<Change>, StagedStore> staging) {
    this.standing = standing;
    this.staging = staging;
    Map<NodePath, PlannedAction> actions = new HashMap<>();
    plan.nodes().forEach(node -> actions.put(node.path(), node.action()));
    List<Change> trees = new ArrayList<>();
    List<Change> documents = new ArrayList<>();
    for (PlannedNode node : plan.nodes()) {
      StorePrefix prefix = StoredArray.prefixOf(node.path());
      switch (node.action()) {
        case CREATE -> {
          Optional<PlannedAction> above = node.path().parent().map(actions::get);
          if (!above.equals(Optional.of(PlannedAction.CREATE))) {
            trees.add(new Appear(prefix));
          }
        }
        case REPLACE -> trees.add(new Swap(prefix));
        case UPDATE -> {
          pass(node.path(), prefix);
          List<StoreKey> keys = keys(format, plan.root().find(node.path()).orElseThrow(), prefix);
          Collections.reverse(keys); // as the whole list is reversed in the end
          keys.forEach(key -> documents.add(new Put(key, key)));
        }
        case KEEP, DELETE -> {} // a merge deletes nothing
      }
    }
    Collections.reverse(documents);
    changes.addAll(trees);
    changes.addAll(documents);
  }

  private static List<StoreKey> keys(DocumentFormat format, NodeSpec node, StorePrefix prefix) {
    List<StoreKey> keys = new ArrayList<>();
    format.replacements(node).keySet().forEach(name -> keys.add(prefix.key(name)));
    return keys;
  }

  private void pass(NodePath path, StorePrefix prefix) {
    if (standing.node(path) instanceof GroupSpec group
        && ZarrDocument.hasConsolidatedMetadata(group)) {
      StoreKey staged = prefix.key(PASSING);
      passing.put(staged, ZarrDocument.withoutConsolidatedMetadata(group));
      changes.add(new Put(staged, prefix.key(ZarrDocument.NAME)));
    }
  }

  @Override
  public StagedStore begin() {
    return staging.apply(List.copyOf(changes));
  }

  @Override
  public ArraySource kept(NodePath array) {
    return standing.array(array);
  }

  @Override
  public Map<StoreKey, NodeSpec> passingDocuments() {
    return passing;
  }
}
