package dev.espalier.zarr.internal.consolidated;

import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Paths of nodes that come after those of the groups above them, which they share names with. */
final class CopiedPaths {
  private final Map<String, NodePath> paths = new HashMap<>();
  private final Map<String, NodeName> names = new HashMap<>();

  /**
   * The path that a key spells below the group; nothing if it spells none, one that is too deep, or
   * one below a group that did not come before.
   */
  Optional<NodePath> find(String key) {
    int slash = key.lastIndexOf('/');
    NodePath above = slash < 0 ? NodePath.root() : paths.get(key.substring(0, slash));
    Optional<NodePath> path =
        Optional.ofNullable(above)
            .filter(a -> a.depth() <= ConsolidatedMetadata.DEEPEST)
            .flatMap(a -> name(key.substring(slash + 1)).map(a::child));
    path.ifPresent(known -> paths.put(key, known));
    return path;
  }

  private Optional<NodeName> name(String text) {
    NodeName known = names.get(text);
    if (known == null && NodeName.problemWith(text).isEmpty()) {
      known = new NodeName(text);
      names.put(text, known);
    }
    return Optional.ofNullable(known);
  }
}
