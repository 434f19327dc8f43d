package dev.espalier.zarr.internal.consolidated;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a group repeats of the nodes below it. Nothing of it is known to be true; that each key is
 * the path of a node below the group, and below groups only, has been checked.
 *
 * @param nodes the nodes by their path from the group, groups without members
 */
public record ConsolidatedMetadata(SortedMap<NodePath, NodeSpec> nodes) {
  private static final String INLINE = "inline";

  /** As deep as groups are followed that have documents of their own. */
  static final int DEEPEST = 200;

  private static final int SHOWN = 80;

  /** Keeps the map from being changed. */
  public ConsolidatedMetadata {
    nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
  }

  /**
   * Reads what a group repeats, if it repeats anything.
   *
   * @param group the group, as its document was read
   * @throws UnsupportedException if it is of a kind that is not known
   * @throws IllegalArgumentException if it is invalid; the message starts with the place in the
   *     document
   */
  public static Optional<ConsolidatedMetadata> of(GroupSpec group) {
    return group.extras().get(ConsolidatedForm.MEMBER).map(ConsolidatedMetadata::read);
  }

  private static ConsolidatedMetadata read(JsonValue member) {
    JsonObject consolidated = object("", member);
    JsonValue kind = consolidated.get("kind").orElse(new JsonString(INLINE));
    if (!kind.equals(new JsonString(INLINE))) {
      throw new UnsupportedException(
          "consolidated metadata of kind " + kind + " is not supported; expected \"inline\"");
    }
    JsonValue metadata =
        consolidated
            .get("metadata")
            .orElseThrow(() -> invalid("", "the member \"metadata\" is missing"));
    return of("/" + ConsolidatedForm.MEMBER + "/metadata", parsed(object("/metadata", metadata)));
  }

  /**
   * Checks that all nodes have their place.
   *
   * @param member the place of the keys in their document, for messages
   * @param nodes nodes by the path that a key spells, relative to the group
   * @throws IllegalArgumentException if a key leads elsewhere; the message starts with the place
   */
  public static ConsolidatedMetadata of(String member, Map<String, NodeSpec> nodes) {
    CopiedPaths paths = new CopiedPaths();
    SortedMap<NodePath, NodeSpec> placed = new TreeMap<>();
    nodes.forEach(
        (key, node) -> placed.put(paths.find(key).orElseGet(() -> path(member, key)), node));
    CopiedTree tree = new CopiedTree(GroupSpec.empty());
    placed.forEach(
        (path, node) -> {
          if (!tree.put(path, node)) {
            throw misplaced(
                member, path.toRelativeString(), "is there, and the group above it is not");
          }
        });
    return new ConsolidatedMetadata(placed);
  }

  /** Copies that are alike are often the same object, which is read once. */
  private static Map<String, NodeSpec> parsed(JsonObject metadata) {
    IdentityHashMap<JsonValue, NodeSpec> known = new IdentityHashMap<>();
    Map<String, NodeSpec> nodes = new LinkedHashMap<>();
    metadata
        .members()
        .forEach(
            (key, copy) ->
                nodes.put(
                    key,
                    known.computeIfAbsent(
                        copy, c -> ZarrDocument.parse(object("/metadata/" + key, c)))));
    return nodes;
  }

  private static NodePath path(String member, String key) {
    if (key.chars().filter(c -> c == '/').count() > DEEPEST) {
      throw misplaced(
          member, key, "lies deeper than " + DEEPEST + " levels, which is not supported");
    }
    try {
      NodePath path = NodePath.parse(key);
      if (path.toRelativeString().equals(key) && !path.isRoot()) {
        return path;
      }
    } catch (IllegalArgumentException e) {
      throw misplaced(member, key, "is no path of a node: " + e.getMessage());
    }
    throw misplaced(
        member, key, "is no path of a node below the group; expected names joined by \"/\"");
  }

  private static IllegalArgumentException misplaced(String member, String key, String why) {
    String shown = key.length() <= SHOWN ? key : key.substring(0, SHOWN) + "...";
    return new IllegalArgumentException(member + ": \"" + shown + "\" " + why);
  }

  private static JsonObject object(String place, JsonValue value) {
    if (value instanceof JsonObject object) {
      return object;
    }
    throw invalid(place, "expected an object, found " + value.typeName());
  }

  private static IllegalArgumentException invalid(String place, String message) {
    return new IllegalArgumentException("/" + ConsolidatedForm.MEMBER + place + ": " + message);
  }

  /** One node, a group without members. */
  public Optional<NodeSpec> find(NodePath path) {
    return Optional.ofNullable(nodes.get(path));
  }

  /** The names directly below a group, in order. */
  public List<NodeName> members(NodePath group) {
    return nodes.tailMap(group).keySet().stream()
        .takeWhile(path -> path.isAtOrBelow(group))
        .filter(path -> path.depth() == group.depth() + 1)
        .flatMap(path -> path.name().stream())
        .toList();
  }

  /** A group with all that is said to be below it. */
  public NodeSpec tree(GroupSpec group) {
    CopiedTree tree = new CopiedTree(group);
    nodes.forEach(tree::put);
    return tree.root();
  }
}
