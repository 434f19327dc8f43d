package dev.espalier.convert;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The part of a source that can be converted, and why the rest of it cannot. */
final class SourceView {
  private static final int NAMED_IN_MESSAGES = 12;

  private final OpenHierarchy source;
  private final NodePath root;
  private final NodeSpec whole;
  private final Map<NodePath, ArraySource> arrays = new LinkedHashMap<>();
  private final Map<NodePath, String> refused = new LinkedHashMap<>();
  private final NodeSpec readable;

  private SourceView(OpenHierarchy source, NodePath root, NodeSpec whole) {
    this.source = source;
    this.root = root;
    this.whole = whole;
    this.readable =
        prune(NodePath.root(), whole).orElseThrow(() -> refusedFailure(NodePath.root(), whole));
  }

  /**
   * Looks at a node and all below it.
   *
   * @throws EspalierException if the node is not there, or cannot be read itself
   */
  static SourceView of(OpenHierarchy source, NodePath root) {
    return new SourceView(source, root, find(source.location(), source.tree(), root));
  }

  private static NodeSpec find(Location location, NodeSpec tree, NodePath path) {
    return tree.find(path)
        .orElseThrow(
            () ->
                new MissingException(
                    location + ": no node " + path + "; " + nearest(tree, path) + arraysIn(tree)));
  }

  /** What the deepest node on the way holds: the next name of the path is not among it. */
  private static String nearest(NodeSpec tree, NodePath path) {
    NodePath at = path;
    while (tree.find(at).isEmpty()) {
      at = at.parent().orElseThrow();
    }
    return at
        + tree.find(at)
            .orElseThrow()
            .match(
                group -> " holds " + some(group.members().keySet().stream().map(NodeName::value)),
                array -> " is an array",
                unreadable -> " cannot be read: " + unreadable.message());
  }

  private static String arraysIn(NodeSpec tree) {
    return "; the arrays are "
        + some(
            tree.toFlat().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof ArraySpec)
                .map(entry -> entry.getKey().toString()));
  }

  private static String some(Stream<String> all) {
    List<String> first = all.limit(NAMED_IN_MESSAGES + 1).toList();
    if (first.isEmpty()) {
      return "nothing";
    }
    return first.size() > NAMED_IN_MESSAGES
        ? String.join(", ", first.subList(0, NAMED_IN_MESSAGES)) + ", ..."
        : String.join(", ", first);
  }

  /**
   * Makes sure that a node is there and can be converted.
   *
   * @throws EspalierException that says what is there instead, or why it cannot be read
   */
  void requireReadable(NodePath path) {
    NodeSpec node = find(source.location(), whole, path);
    if (refused.containsKey(path)) {
      throw refusedFailure(path, node);
    }
  }

  /** Everything, with paths relative to the node that was asked for. */
  NodeSpec whole() {
    return whole;
  }

  /** What can be converted: without unreadable nodes and without what backends keep beside. */
  NodeSpec readable() {
    return readable;
  }

  /** The path in the source. */
  NodePath absolute(NodePath path) {
    return root.resolve(path);
  }

  /** The elements of an array. */
  ArraySource array(NodePath path) {
    return Optional.ofNullable(arrays.get(path)).orElseThrow();
  }

  /** Why a node is not among {@link #readable}, if it is not. */
  Optional<String> refusal(NodePath path) {
    return Optional.ofNullable(refused.get(path));
  }

  private Optional<NodeSpec> prune(NodePath path, NodeSpec node) {
    return node.match(
        group -> Optional.of(pruneGroup(path, group)),
        array -> pruneArray(path, array),
        unreadable -> {
          refused.put(
              path,
              problem(unreadable) + ": " + unreadable.message() + "; its attributes go with it");
          return Optional.empty();
        });
  }

  private NodeSpec pruneGroup(NodePath path, GroupSpec group) {
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    group
        .members()
        .forEach(
            (name, member) ->
                prune(path.child(name), member).ifPresent(kept -> members.put(name, kept)));
    return GroupSpec.builder().attributes(group.attributes()).members(members).build();
  }

  private Optional<NodeSpec> pruneArray(NodePath path, ArraySpec array) {
    try {
      arrays.put(path, source.array(absolute(path)));
    } catch (EspalierException e) {
      // The other arrays can still be converted; the report names this one.
      refused.put(path, e.getMessage());
      return Optional.empty();
    }
    return Optional.of(ArraySpec.builder().from(array).extras(JsonObject.empty()).build());
  }

  private static String problem(UnreadableSpec unreadable) {
    return unreadable.problem().name().toLowerCase(Locale.ROOT);
  }

  private EspalierException refusedFailure(NodePath path, NodeSpec node) {
    String where = source.location() + ": " + absolute(path) + ": ";
    if (!(node instanceof UnreadableSpec unreadable)) {
      return new UnsupportedException(where + refused.get(path));
    }
    String message = where + unreadable.message();
    return switch (unreadable.problem()) {
      case INVALID -> new InvalidHierarchyException(message, new Report(Profile.SPEC, List.of()));
      case UNSUPPORTED -> new UnsupportedException(message);
      case CORRUPT -> new CorruptException(message);
      case STORAGE -> new StorageException(StorageException.Access.READ, message, null);
    };
  }
}
