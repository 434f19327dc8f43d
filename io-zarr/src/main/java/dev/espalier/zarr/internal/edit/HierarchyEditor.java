package dev.espalier.zarr.internal.edit;

import dev.espalier.io.store.Store;
import dev.espalier.model.edit.AddMember;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Applies edits to the documents of a stored hierarchy, first all in memory, then in the store. */
public final class HierarchyEditor {
  private final Store store;
  private final Documents documents;
  private final ConsolidatedCopies copies;

  /** An editor of the hierarchy in a store. */
  public HierarchyEditor(Store store) {
    this.store = store;
    this.documents = new Documents(store);
    this.copies = new ConsolidatedCopies(store.name(), documents);
  }

  /**
   * Applies edits, one after the other.
   *
   * @throws UnsupportedException if an edit touches more than metadata; nothing is changed then
   * @throws RequestException if an edit does not fit; nothing is changed then
   */
  public void edit(List<? extends Edit> edits) {
    requireMetadataOnly(store.name(), edits);
    for (Edit edit : edits) {
      try {
        apply(edit);
      } catch (RequestException e) {
        throw new RequestException(store.name() + ": " + e.getMessage(), e);
      }
    }
    copies.refresh();
    documents.write(store);
  }

  /**
   * Changes the document of a node, and the copies of it in the consolidated metadata of groups.
   *
   * @param change is asked for each of them; what it leaves stays as it is spelled
   * @throws RequestException if there is no such node, or if the change does not fit; nothing is
   *     changed then
   */
  public void change(NodePath node, UnaryOperator<JsonObject> change) {
    JsonObject document =
        documents
            .find(node)
            .orElseThrow(() -> new RequestException(store.name() + ": there is no node " + node));
    try {
      documents.put(node, change.apply(document));
    } catch (RequestException e) {
      throw new RequestException(store.name() + ": " + node + ": " + e.getMessage(), e);
    }
    copies.changed(node, change);
    copies.refresh();
    documents.write(store);
  }

  static void requireMetadataOnly(String store, List<? extends Edit> edits) {
    for (Edit edit : edits) {
      if (!edit.touchesMetadataOnly()) {
        throw new UnsupportedException(
            store
                + ": cannot "
                + edit.describe()
                + " in place: stored elements would have to be moved, removed or added; write the"
                + " hierarchy anew");
      }
    }
  }

  private void apply(Edit edit) {
    if (edit instanceof AddMember add) {
      add(add);
      return;
    }
    JsonObject document =
        documents.find(edit.node()).orElseThrow(() -> refusal(edit, "there is no such node"));
    documents.put(edit.node(), DocumentEdit.apply(edit, document));
    copies.edited(edit);
  }

  private void add(AddMember add) {
    NodePath parent = add.node().parent().orElseThrow();
    Optional<JsonObject> group = documents.find(parent);
    if (group.isEmpty() || !(ZarrDocument.parse(group.get()) instanceof GroupSpec)) {
      throw refusal(add, parent + " is no group that can be read");
    }
    if (documents.find(add.node()).isPresent()) {
      throw refusal(add, add.node() + " is there already");
    }
    add.spec()
        .toFlat()
        .forEach(
            (below, node) -> {
              NodePath path = add.node().resolve(below);
              documents.put(path, ZarrDocument.render(node));
              copies.added(path);
            });
  }

  private static RequestException refusal(Edit edit, String reason) {
    return new RequestException("cannot " + edit.describe() + ": " + reason);
  }
}
