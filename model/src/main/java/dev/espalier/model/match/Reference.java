package dev.espalier.model.match;

import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Paths that attributes hold. */
final class Reference {
  private static final int MOST_LISTED = 10;
  private static final String UP = "..";

  private Reference() {}

  /**
   * The node that a relative path leads to, or nothing where the text is no such path, or leads out
   * of the hierarchy. Steps up come before all others.
   */
  static Optional<NodePath> resolve(NodePath from, String text) {
    Optional<NodePath> here = Optional.of(from);
    String rest = text;
    while (here.isPresent() && leadsUp(rest)) {
      here = here.get().parent();
      rest = rest.substring(Math.min(rest.length(), UP.length() + 1));
    }
    if (here.isEmpty() || (rest.isEmpty() && leadsUp(text))) {
      return here;
    }
    return relative(rest).map(here.get()::resolve);
  }

  /** Whether a relative path begins with a step to the group that holds the node. */
  static boolean leadsUp(String text) {
    return text.equals(UP) || text.startsWith(UP + "/");
  }

  /** A relative path that leads down, or nothing where the text is none. */
  static Optional<NodePath> relative(String text) {
    if (text.isEmpty() || text.startsWith("/")) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.indexOf('/') < 0 ? new NodePath(List.of(new NodeName(text))) : NodePath.parse(text));
    } catch (IllegalArgumentException e) {
      // A name that no node can have.
      return Optional.empty();
    }
  }

  /**
   * Whether it is certain that there is nothing: a store that cannot list leaves it open, and so
   * does a node above that cannot be read.
   */
  static boolean isKnownMissing(NodeSpec hierarchy, NodePath path) {
    NodeSpec here = hierarchy;
    for (NodeName name : path.names()) {
      if (!(here instanceof GroupSpec group)) {
        return !(here instanceof UnreadableSpec);
      }
      if (!group.members().containsKey(name)) {
        return group.membersKnown();
      }
      here = group.members().get(name);
    }
    return false;
  }

  /** The path of the node on the way there that cannot be read. */
  static Optional<NodePath> unreadable(NodeSpec hierarchy, NodePath path) {
    NodePath here = path;
    while (!here.isRoot() && hierarchy.find(here).isEmpty()) {
      here = here.parent().orElseThrow();
    }
    return Optional.of(here)
        .filter(at -> hierarchy.find(at).orElseThrow() instanceof UnreadableSpec);
  }

  /** The relative path that was meant by an absolute one, where that leads to a node below. */
  static Optional<String> meant(NodeSpec hierarchy, NodePath from, String text) {
    if (!text.startsWith("/")) {
      return Optional.empty();
    }
    try {
      NodePath absolute = NodePath.parse(text);
      boolean isBelow = absolute.isAtOrBelow(from) && !absolute.equals(from);
      return isBelow && hierarchy.find(absolute).isPresent()
          ? Optional.of(
              new NodePath(absolute.names().subList(from.depth(), absolute.depth()))
                  .toRelativeString())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      // A name that no node can have.
      return Optional.empty();
    }
  }

  /** What a group holds, for those who look for a node that is not there. */
  static String whatIsThere(NodeSpec hierarchy, NodePath node) {
    String names =
        hierarchy
            .findGroup(node)
            .map(
                group ->
                    group.members().keySet().stream()
                        .limit(MOST_LISTED)
                        .map(NodeName::value)
                        .collect(Collectors.joining(", ")))
            .orElse("");
    return names.isEmpty()
        ? "no members"
        : (names.contains(", ") ? "members " : "only the member ") + names;
  }
}
