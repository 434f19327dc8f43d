package dev.espalier.model.node;

import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A node of a hierarchy as it is or shall be: immutable, without data, without a format.
 *
 * <p>A node may be the root of a hierarchy of its own; paths are relative to the node on which a
 * method is called.
 */
public sealed interface NodeSpec permits GroupSpec, ArraySpec, UnreadableSpec {
  /** The attributes; none where they could not be read. */
  Attributes attributes();

  /** The word for this kind of node: {@code group}, {@code array} or {@code unreadable}. */
  String kind();

  /** Calls the one function that fits this kind of node. */
  default <T> T match(
      Function<GroupSpec, T> onGroup,
      Function<ArraySpec, T> onArray,
      Function<UnreadableSpec, T> onUnreadable) {
    if (this instanceof GroupSpec group) {
      return onGroup.apply(group);
    }
    return this instanceof ArraySpec array
        ? onArray.apply(array)
        : onUnreadable.apply((UnreadableSpec) this);
  }

  /** The node at a path below this one; {@code /} is this node. */
  default Optional<NodeSpec> find(NodePath path) {
    NodeSpec here = this;
    for (NodeName name : path.names()) {
      if (!(here instanceof GroupSpec group) || !group.members().containsKey(name)) {
        return Optional.empty();
      }
      here = group.members().get(name);
    }
    return Optional.of(here);
  }

  /** The array at a path below this node. */
  default Optional<ArraySpec> findArray(NodePath path) {
    return find(path).flatMap(n -> n instanceof ArraySpec a ? Optional.of(a) : Optional.empty());
  }

  /** The group at a path below this node. */
  default Optional<GroupSpec> findGroup(NodePath path) {
    return find(path).flatMap(n -> n instanceof GroupSpec g ? Optional.of(g) : Optional.empty());
  }

  /** Visits this node and all below it, parents first, members in order. */
  default void walk(BiConsumer<NodePath, NodeSpec> visitor) {
    TreeWalk.walk(NodePath.root(), this, visitor);
  }

  /** The flat form: every node by its path, parents first; groups in it have no members. */
  default Map<NodePath, NodeSpec> toFlat() {
    Map<NodePath, NodeSpec> flat = new LinkedHashMap<>();
    walk(
        (path, node) ->
            flat.put(path, node instanceof GroupSpec group ? group.withMembers(Map.of()) : node));
    return Collections.unmodifiableMap(flat);
  }

  /**
   * The tree of a flat form; members are in the order in which the map gives them. Groups that lie
   * between given nodes and are not given themselves are added without attributes.
   *
   * @throws IllegalArgumentException if a node lies below an array, if a group has members itself,
   *     or if there is no node
   */
  static NodeSpec fromFlat(Map<NodePath, ? extends NodeSpec> flat) {
    return TreeWalk.fromFlat(flat);
  }
}
