package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodeName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads all nodes below one, members in the order of their names. */
final class TreeReader {
  /** Far beyond what people nest, and sure to have the stack. */
  private static final int DEEPEST = 200;

  private final NodeReader nodes;
  private final MemberList members;
  private final HiddenNodes hiddenNodes;

  TreeReader(NodeReader nodes, MemberList members, HiddenNodes hiddenNodes) {
    this.nodes = nodes;
    this.members = members;
    this.hiddenNodes = hiddenNodes;
  }

  NodeSpec complete(StorePrefix prefix, NodeSpec node, int depth) {
    if (!(node instanceof GroupSpec group)) {
      return node;
    }
    if (depth > DEEPEST) {
      return new UnreadableSpec(
          Problem.UNSUPPORTED,
          prefix
              + ": groups are nested deeper than "
              + DEEPEST
              + " levels, which is not supported");
    }
    Optional<List<NodeName>> known;
    try {
      known = members.candidates(prefix).map(TreeReader::sorted);
    } catch (StorageException e) {
      return NodeReader.unreadable(Problem.STORAGE, e);
    }
    return known
        .map(names -> complete(prefix, group, names, depth))
        .orElseGet(() -> GroupSpec.builder().from(group).membersKnown(false).build());
  }

  private static List<NodeName> sorted(Stream<NodeName> names) {
    try (names) {
      return names.sorted().toList();
    }
  }

  private NodeSpec complete(StorePrefix prefix, GroupSpec group, List<NodeName> names, int depth) {
    Map<NodeName, NodeSpec> complete = new LinkedHashMap<>();
    List<UnreadNote> hidden = new ArrayList<>();
    for (NodeName name : names) {
      Optional<NodeSpec> member = member(prefix, name, depth);
      member.ifPresent(found -> complete.put(name, found));
      if (member.isEmpty()) {
        hidden(prefix, name).ifPresent(hidden::add);
      }
    }
    return GroupSpec.builder()
        .from(group)
        .members(complete)
        .extras(UnreadNote.addTo(group.extras(), hidden))
        .build();
  }

  private Optional<UnreadNote> hidden(StorePrefix group, NodeName name) {
    StorePrefix prefix = group.child(name.value());
    return hiddenNodes
        .below(prefix)
        .map(
            document ->
                new UnreadNote(
                    UnreadNote.UNDOCUMENTED_GROUP,
                    name.value(),
                    nodes.ofGroup(prefix) + " is missing, and " + document + " is there"));
  }

  private Optional<NodeSpec> member(StorePrefix group, NodeName name, int depth) {
    StorePrefix prefix = group.child(name.value());
    return nodes.read(prefix).map(node -> complete(prefix, node, depth + 1));
  }
}
