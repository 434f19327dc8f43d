package dev.espalier.model.path;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The absolute path of a node in its hierarchy: {@code /} for the root, {@code /a/b} below it.
 *
 * @param names the names from the root down
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html#path">Zarr v3,
 *     path</a>
 */
public record NodePath(List<NodeName> names) implements Comparable<NodePath> {
  private static final NodePath ROOT = new NodePath(List.of());

  /** Copies the names. */
  public NodePath {
    names = List.copyOf(names);
  }

  /** The root of the hierarchy. */
  public static NodePath root() {
    return ROOT;
  }

  /**
   * Reads a path; a leading slash may be missing, a trailing one may be there.
   *
   * @throws IllegalArgumentException if a name in it is not legal
   */
  public static NodePath parse(String text) {
    String trimmed = text.startsWith("/") ? text.substring(1) : text;
    if (trimmed.isEmpty()) {
      return ROOT;
    }
    if (trimmed.endsWith("/")) {
      trimmed = trimmed.substring(0, trimmed.length() - 1);
    }
    return new NodePath(Arrays.stream(trimmed.split("/", -1)).map(NodeName::new).toList());
  }

  /** The node of that name below this one. */
  public NodePath child(NodeName name) {
    List<NodeName> longer = new ArrayList<>(names);
    longer.add(name);
    return new NodePath(longer);
  }

  /** The node of that name below this one. */
  public NodePath child(String name) {
    return child(new NodeName(name));
  }

  /** The node that a relative path leads to from here. */
  public NodePath resolve(NodePath relative) {
    List<NodeName> longer = new ArrayList<>(names);
    longer.addAll(relative.names);
    return new NodePath(longer);
  }

  /** The group that holds this node; the root has none. */
  public Optional<NodePath> parent() {
    return isRoot()
        ? Optional.empty()
        : Optional.of(new NodePath(names.subList(0, names.size() - 1)));
  }

  /** The last name; the root has none. */
  public Optional<NodeName> name() {
    return isRoot() ? Optional.empty() : Optional.of(names.get(names.size() - 1));
  }

  /** Whether this is the root. */
  public boolean isRoot() {
    return names.isEmpty();
  }

  /** How many names lead here: 0 for the root. */
  public int depth() {
    return names.size();
  }

  /** Whether this is the other node or lies below it. */
  public boolean isAtOrBelow(NodePath other) {
    return names.size() >= other.names.size()
        && names.subList(0, other.names.size()).equals(other.names);
  }

  /** Orders parents before their children and siblings by name. */
  @Override
  public int compareTo(NodePath other) {
    int common = Math.min(names.size(), other.names.size());
    for (int i = 0; i < common; i++) {
      int order = names.get(i).compareTo(other.names.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(names.size(), other.names.size());
  }

  /** The names joined by slashes without a leading one: empty for the root. */
  public String toRelativeString() {
    StringBuilder text = new StringBuilder();
    for (NodeName name : names) {
      text.append(text.isEmpty() ? "" : "/").append(name.value());
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return "/" + toRelativeString();
  }
}
