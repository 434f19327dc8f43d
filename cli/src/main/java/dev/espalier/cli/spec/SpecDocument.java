package dev.espalier.cli.spec;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A hierarchy declared as data: a JSON object in the flat form, with the path of each node as a
 * name.
 *
 * <p>A group is {@code {"node_type": "group"}} with {@code attributes}; an array is {@code
 * {"node_type": "array"}} with {@code shape} and {@code data_type}, and as far as wanted with
 * {@code fill_value}, {@code dimension_names}, {@code attributes}, {@code chunk_grid}, {@code
 * chunk_key_encoding} and {@code codecs} as they stand in a {@code zarr.json}, or with {@code
 * chunks} and {@code shards}, which are lists of extents. What is left out is chosen by whoever
 * writes it; groups between declared nodes need not be declared.
 */
public final class SpecDocument {
  private SpecDocument() {}

  /**
   * Reads a document.
   *
   * @param name what the document is called in messages
   * @throws InvalidHierarchyException with all mistakes and the JSON pointer of each
   */
  public static NodeSpec read(String name, JsonValue document) {
    Mistakes mistakes = new Mistakes();
    Map<NodePath, NodeSpec> flat = new LinkedHashMap<>();
    if (document instanceof JsonObject nodes && !nodes.isEmpty()) {
      nodes
          .members()
          .forEach(
              (path, node) ->
                  readNode(path, node, mistakes)
                      .ifPresent(spec -> put(flat, path, spec, mistakes)));
    } else {
      mistakes.add(
          NodePath.root(),
          JsonPointer.root(),
          "expected an object with the path of each node as a name",
          document);
    }
    if (mistakes.none()) {
      try {
        return NodeSpec.fromFlat(flat);
      } catch (IllegalArgumentException e) {
        mistakes.add(NodePath.root(), JsonPointer.root(), String.valueOf(e.getMessage()), null);
      }
    }
    throw new InvalidHierarchyException(
        name + ": the hierarchy cannot be made", new Report(Profile.SPEC, mistakes.findings()));
  }

  private static void put(
      Map<NodePath, NodeSpec> flat, String text, NodeSpec node, Mistakes mistakes) {
    NodePath path = NodePath.parse(text);
    if (flat.put(path, node) != null) {
      mistakes.add(path, JsonPointer.of(text), path + " is declared twice", null);
    }
  }

  private static Optional<NodeSpec> readNode(String path, JsonValue node, Mistakes mistakes) {
    JsonPointer at = JsonPointer.of(path);
    NodePath parsed;
    try {
      parsed = NodePath.parse(path);
    } catch (IllegalArgumentException e) {
      mistakes.add(NodePath.root(), at, String.valueOf(e.getMessage()), JsonValue.of(path));
      return Optional.empty();
    }
    if (!(node instanceof JsonObject object)) {
      mistakes.add(parsed, at, "expected an object that declares a node", node);
      return Optional.empty();
    }
    return new NodeReader(parsed, at, object, mistakes).read();
  }
}
