package dev.espalier.zarr.internal.edit;

import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.edit.AddMember;
import dev.espalier.model.edit.AttributeEdit;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.SetDimensionNames;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.document.Zarr2Documents;
import dev.espalier.zarr.v2.Zarr2Document;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Applies edits to the documents of a stored hierarchy of Zarr v2, first all in memory, then in the
 * store.
 */
public final class Zarr2Editor {
  private final Store store;
  private final KeyedChanges documents;
  private final Zarr2Documents format = new Zarr2Documents();

  /** An editor of the hierarchy in a store. */
  public Zarr2Editor(Store store) {
    this.store = store;
    this.documents = new KeyedChanges(store);
  }

  /**
   * Applies edits, one after the other.
   *
   * @throws UnsupportedException if an edit touches more than metadata; nothing is changed then
   * @throws RequestException if an edit does not fit; nothing is changed then
   */
  public void edit(List<? extends Edit> edits) {
    HierarchyEditor.requireMetadataOnly(store.name(), edits);
    for (Edit edit : edits) {
      try {
        apply(edit);
      } catch (IllegalArgumentException e) {
        throw refusal(edit, String.valueOf(e.getMessage()));
      }
    }
    documents.refreshCopies();
    documents.write(store);
  }

  /**
   * Changes the document of an array, and the copies of it in consolidated metadata.
   *
   * @param change is asked for the document; what it leaves stays as it is spelled
   * @throws RequestException if there is no such array
   */
  public void change(NodePath array, UnaryOperator<JsonObject> change) {
    StoreKey key = StoredArray.prefixOf(array).key(Zarr2Document.ARRAY);
    JsonObject document =
        documents
            .object(key)
            .orElseThrow(() -> new RequestException(store.name() + ": there is no array " + array));
    documents.put(key, change.apply(document));
    documents.refreshCopies();
    documents.write(store);
  }

  private void apply(Edit edit) {
    if (edit instanceof AddMember add) {
      add(add);
      return;
    }
    StorePrefix prefix = StoredArray.prefixOf(edit.node());
    NodeSpec node =
        format.read(documents, prefix).orElseThrow(() -> refusal(edit, "there is no such node"));
    if (node instanceof UnreadableSpec unreadable) {
      throw refusal(edit, edit.node() + " is unreadable: " + unreadable.message());
    }
    StoreKey key = prefix.key(Zarr2Document.ATTRIBUTES);
    JsonObject attributes = documents.object(key).orElse(JsonObject.empty());
    if (edit instanceof AttributeEdit attributeEdit) {
      documents.put(key, attributeEdit.applyTo(attributes));
    } else if (edit instanceof SetDimensionNames names) {
      documents.put(key, attributes.with(Zarr2Document.DIMENSIONS, names(names, node)));
    } else {
      throw refusal(edit, "it is not an edit of one document");
    }
  }

  private JsonValue names(SetDimensionNames edit, NodeSpec node) {
    if (!(node instanceof ArraySpec array)) {
      throw refusal(edit, edit.node() + " has no dimensions; it is a " + node.kind());
    }
    if (array.shape().rank() != edit.names().size()) {
      throw refusal(
          edit,
          edit.node()
              + " has "
              + array.shape().rank()
              + " dimensions; its shape is "
              + array.shape());
    }
    if (edit.names().stream().anyMatch(Optional::isEmpty)) {
      throw refusal(edit, "in Zarr v2 either all dimensions have a name or none has");
    }
    return JsonArray.ofStrings(edit.names().stream().flatMap(Optional::stream).toList());
  }

  private void add(AddMember add) {
    NodePath parent = add.node().parent().orElseThrow();
    Optional<NodeSpec> group = format.read(documents, StoredArray.prefixOf(parent));
    if (group.filter(GroupSpec.class::isInstance).isEmpty()) {
      throw refusal(add, parent + " is no group that can be read");
    }
    if (format.isNode(documents, StoredArray.prefixOf(add.node()))) {
      throw refusal(add, add.node() + " is there already");
    }
    add.spec()
        .toFlat()
        .forEach(
            (below, node) -> {
              StorePrefix prefix = StoredArray.prefixOf(add.node().resolve(below));
              format.render(node).forEach((name, json) -> documents.put(prefix.key(name), json));
            });
  }

  private RequestException refusal(Edit edit, String reason) {
    return new RequestException(store.name() + ": cannot " + edit.describe() + ": " + reason);
  }
}
