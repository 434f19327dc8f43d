package dev.espalier.zarr.internal.edit;

import dev.espalier.model.edit.AttributeEdit;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.SetDimensionNames;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.util.Optional;

/** Applies one edit to the document of the node that it is about. */
final class DocumentEdit {
  private DocumentEdit() {}

  static JsonObject apply(Edit edit, JsonObject document) {
    NodeSpec node = ZarrDocument.parse(document);
    if (node instanceof UnreadableSpec unreadable) {
      throw refusal(edit, edit.node() + " is unreadable: " + unreadable.message());
    }
    if (edit instanceof AttributeEdit attributeEdit) {
      JsonObject attributes =
          document
              .get("attributes")
              .flatMap(a -> a instanceof JsonObject o ? Optional.of(o) : Optional.empty())
              .orElse(JsonObject.empty());
      return document.with("attributes", edited(attributeEdit, attributes));
    }
    if (edit instanceof SetDimensionNames names) {
      return named(names, node, document);
    }
    throw refusal(edit, "it is not an edit of one document");
  }

  private static JsonObject edited(AttributeEdit edit, JsonObject attributes) {
    try {
      return edit.applyTo(attributes);
    } catch (IllegalArgumentException e) {
      throw new RequestException(String.valueOf(e.getMessage()), e);
    }
  }

  private static JsonObject named(SetDimensionNames edit, NodeSpec node, JsonObject document) {
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
    JsonValue names =
        new JsonArray(
            edit.names().stream().map(n -> n.map(JsonValue::of).orElse(JsonNull.NULL)).toList());
    return document.with("dimension_names", names);
  }

  private static RequestException refusal(Edit edit, String reason) {
    return new RequestException("cannot " + edit.describe() + ": " + reason);
  }
}
