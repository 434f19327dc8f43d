package dev.espalier.zarr.internal.edit;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.internal.consolidated.ConsolidatedForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Keeps the copies of documents that groups hold of what is below them (consolidated metadata) as
 * fresh as they were: readers that trust a copy would not see an edit otherwise.
 */
final class ConsolidatedCopies {
  private static final JsonPointer METADATA = JsonPointer.of("consolidated_metadata", "metadata");

  private final String name;
  private final Documents documents;
  private final Map<NodePath, List<UnaryOperator<JsonObject>>> edits = new LinkedHashMap<>();
  private final Set<NodePath> added = new LinkedHashSet<>();

  ConsolidatedCopies(String name, Documents documents) {
    this.name = name;
    this.documents = documents;
  }

  /** A node was edited; one that was added before is copied as a whole anyway. */
  void edited(Edit edit) {
    changed(edit.node(), document -> DocumentEdit.apply(edit, document));
  }

  /** The document of a node was changed, as that of one that was added before need not be. */
  void changed(NodePath node, UnaryOperator<JsonObject> change) {
    if (!added.contains(node)) {
      edits.computeIfAbsent(node, first -> new ArrayList<>()).add(change);
    }
  }

  void added(NodePath node) {
    added.add(node);
  }

  /** Changes the copies in all groups above nodes that were edited or added. */
  void refresh() {
    Set<NodePath> groups = new LinkedHashSet<>();
    edits.keySet().forEach(node -> addAbove(groups, node));
    added.forEach(node -> addAbove(groups, node));
    for (NodePath group : groups) {
      documents
          .find(group)
          .ifPresent(document -> documents.put(group, refreshed(group, group, document)));
    }
  }

  private static void addAbove(Set<NodePath> groups, NodePath node) {
    Optional<NodePath> above = node.parent();
    while (above.isPresent() && groups.add(above.get())) {
      above = above.get().parent();
    }
  }

  private JsonObject refreshed(NodePath holder, NodePath group, JsonObject document) {
    Optional<JsonObject> copies = METADATA.find(document).flatMap(ConsolidatedCopies::object);
    if (copies.isEmpty()) {
      return document;
    }
    Map<String, JsonValue> fresh = new HashMap<>();
    copies
        .get()
        .members()
        .forEach(
            (key, copy) ->
                object(copy)
                    .flatMap(c -> path(group, key).map(path -> copy(holder, path, c)))
                    .ifPresent(c -> fresh.put(key, c)));
    Map<String, JsonValue> all = new LinkedHashMap<>(copies.get().members());
    all.putAll(fresh);
    for (NodePath node : added) {
      if (node.isAtOrBelow(group) && !node.equals(group)) {
        all.put(relative(group, node), ConsolidatedForm.copy(documents.find(node).orElseThrow()));
      }
    }
    JsonObject consolidated = (JsonObject) document.get("consolidated_metadata").orElseThrow();
    return document.with(
        "consolidated_metadata", consolidated.with("metadata", new JsonObject(all)));
  }

  private JsonObject copy(NodePath holder, NodePath path, JsonObject copy) {
    JsonObject fresh = copy;
    for (UnaryOperator<JsonObject> edit : edits.getOrDefault(path, List.of())) {
      try {
        fresh = edit.apply(fresh);
      } catch (RequestException e) {
        throw new RequestException(
            name
                + ": the copy of "
                + path
                + " in the consolidated metadata of "
                + holder
                + " is out of date ("
                + e.getMessage()
                + "); consolidate the metadata anew, or remove it, before editing",
            e);
      }
    }
    return refreshed(holder, path, fresh);
  }

  private static Optional<JsonObject> object(JsonValue value) {
    return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
  }

  /** The node that a key is about, if it is about one. */
  private static Optional<NodePath> path(NodePath group, String key) {
    try {
      return Optional.of(group.resolve(NodePath.parse(key)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String relative(NodePath group, NodePath node) {
    return new NodePath(node.names().subList(group.depth(), node.depth())).toRelativeString();
  }
}
