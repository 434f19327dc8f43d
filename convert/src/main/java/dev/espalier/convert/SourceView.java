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
import dev.espalier.model.spi.OpenHierarchy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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
    this.readable = prune(NodePath.root(), whole).orElseThrow(() -> rootRefused(whole));
  }

  /**
   * Looks at a node and all below it.
   *
   * @throws EspalierException if the node is not there, or cannot be read itself
   */
  static SourceView of(OpenHierarchy source, NodePath root) {
    NodeSpec tree = source.tree();
    NodeSpec whole =
        tree.find(root)
            .orElseThrow(
                () ->
                    new MissingException(
                        source.location() + ": no node " + root + "; " + arraysIn(tree)));
    return new SourceView(source, root, whole);
  }

  static String arraysIn(NodeSpec tree) {
    List<String> paths =
        tree.toFlat().entrySet().stream()
            .filter(entry -> entry.getValue() instanceof ArraySpec)
            .map(entry -> entry.getKey().toString())
            .toList();
    if (paths.isEmpty()) {
      return "there are no arrays";
    }
    String more = paths.size() > NAMED_IN_MESSAGES ? ", ..." : "";
    return "the arrays are "
        + paths.stream().limit(NAMED_IN_MESSAGES).collect(Collectors.joining(", "))
        + more;
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

  private EspalierException rootRefused(NodeSpec node) {
    String where = source.location() + ": " + root + ": ";
    if (!(node instanceof UnreadableSpec unreadable)) {
      return new UnsupportedException(where + refused.get(NodePath.root()));
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
