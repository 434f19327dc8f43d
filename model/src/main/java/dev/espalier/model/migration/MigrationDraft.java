package dev.espalier.model.migration;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RemoveAttribute;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.tree.Edits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A hierarchy on its way to another version: what has become of it so far, and where the elements
 * of its arrays come from. An array that is renamed, alone or with its group, takes its elements
 * along. Immutable: each step gives another draft.
 *
 * <p>All paths that a migration gives and gets begin at the node that is migrated.
 */
public final class MigrationDraft {
  private final NodeSpec hierarchy;
  private final NodePath at;
  private final Map<NodePath, Origin> origins;
  private final List<Change> changes;

  private MigrationDraft(
      NodeSpec hierarchy, NodePath at, Map<NodePath, Origin> origins, List<Change> changes) {
    this.hierarchy = hierarchy;
    this.at = at;
    this.origins = Collections.unmodifiableMap(origins);
    this.changes = List.copyOf(changes);
  }

  /** A hierarchy as it is, of which the root is to be migrated. */
  public static MigrationDraft of(NodeSpec hierarchy) {
    Map<NodePath, Origin> origins = new LinkedHashMap<>();
    hierarchy.walk(
        (path, node) -> {
          if (node instanceof ArraySpec) {
            origins.put(path, Origin.of(path));
          }
        });
    return new MigrationDraft(hierarchy, NodePath.root(), origins, List.of());
  }

  /** The same hierarchy, of which another node is to be migrated. */
  public MigrationDraft at(NodePath node) {
    return new MigrationDraft(hierarchy, node, origins, changes);
  }

  /** The node that is migrated, by its path in the whole hierarchy. */
  public NodePath at() {
    return at;
  }

  /** The whole hierarchy as it is by now. */
  public NodeSpec hierarchy() {
    return hierarchy;
  }

  /** The node that is migrated, as it is by now, with all below it. */
  public NodeSpec node() {
    return hierarchy
        .find(at)
        .orElseThrow(() -> new IllegalStateException("no node is at " + at + " any more"));
  }

  /** What was done so far, in order; paths in it begin at the root of the hierarchy. */
  public List<Change> changes() {
    return changes;
  }

  /**
   * After edits, one after the other. A member that is added has its fill value everywhere.
   *
   * @throws RequestException if an edit does not fit what is there
   */
  public MigrationDraft edit(Edit... edits) {
    List<Edit> rerooted = new ArrayList<>();
    for (Edit edit : edits) {
      rerooted.add(Rerooting.below(at, edit));
    }
    NodeSpec edited = Edits.apply(hierarchy, rerooted);
    Map<NodePath, Origin> moved = origins;
    List<Change> more = new ArrayList<>(changes);
    for (Edit edit : rerooted) {
      moved = edit instanceof RenameMember rename ? renamed(moved, rename) : moved;
      more.add(new Change.Edited(edit));
    }
    Map<NodePath, Origin> left = new LinkedHashMap<>(moved);
    left.keySet().removeIf(path -> edited.findArray(path).isEmpty());
    return new MigrationDraft(edited, at, left, more);
  }

  private static Map<NodePath, Origin> renamed(Map<NodePath, Origin> origins, RenameMember rename) {
    NodePath before = rename.node();
    NodePath after = before.parent().orElseThrow().child(rename.newName());
    Map<NodePath, Origin> renamed = new LinkedHashMap<>();
    origins.forEach(
        (path, origin) -> {
          boolean goesAlong = path.isAtOrBelow(before);
          NodePath relative =
              new NodePath(path.names().subList(goesAlong ? before.depth() : 0, path.depth()));
          renamed.put(goesAlong ? after.resolve(relative) : path, origin);
        });
    return renamed;
  }

  /** After a member, at whatever depth, got another name in its group. */
  public MigrationDraft renameMember(String path, String newName) {
    return edit(new RenameMember(NodePath.parse(path), new NodeName(newName)));
  }

  /** After a value was given to an attribute of the node: {@code /gauge/version}. */
  public MigrationDraft setAttribute(String pointer, JsonValue value) {
    return edit(new SetAttribute(NodePath.root(), JsonPointer.parse(pointer), value));
  }

  /** After a text was given to an attribute of the node. */
  public MigrationDraft setAttribute(String pointer, String text) {
    return setAttribute(pointer, JsonValue.of(text));
  }

  /** After a text was given to an attribute of a node below. */
  public MigrationDraft setAttribute(String path, String pointer, String text) {
    return edit(
        new SetAttribute(NodePath.parse(path), JsonPointer.parse(pointer), JsonValue.of(text)));
  }

  /** After an attribute of the node, or a member inside one, got another name. */
  public MigrationDraft renameAttribute(String pointer, String newName) {
    return edit(new RenameAttribute(NodePath.root(), JsonPointer.parse(pointer), newName));
  }

  /** After an attribute of the node, or a member inside one, was removed. */
  public MigrationDraft removeAttribute(String pointer) {
    return edit(new RemoveAttribute(NodePath.root(), JsonPointer.parse(pointer)));
  }

  /**
   * After an array became another one, whose elements are computed from its own.
   *
   * @param array its path
   * @param becomes what it will be
   * @param elements gives the elements to be, from those that are there
   * @throws RequestException if no array is there
   */
  public MigrationDraft convertArray(
      String array, ArraySpec becomes, UnaryOperator<ArraySource> elements) {
    return deriveArray(array, becomes, array, elements);
  }

  /**
   * After an array was added, or put in the place of the one that is there, whose elements are
   * computed from those of another.
   *
   * @param array its path; the group that holds it has to be there
   * @param becomes what it will be
   * @param from the path of the other, which stays
   * @param elements gives the elements to be, from those of the other
   * @throws RequestException if the other array or the group is not there
   */
  public MigrationDraft deriveArray(
      String array, ArraySpec becomes, String from, UnaryOperator<ArraySource> elements) {
    NodePath target = at.resolve(NodePath.parse(array));
    NodePath source = at.resolve(NodePath.parse(from));
    Origin origin = origins.get(source);
    if (origin == null) {
      throw new RequestException(
          hierarchy.findArray(source).isPresent()
              ? source + " was added without elements, so none can be computed from it"
              : "there is no array " + source);
    }
    Map<NodePath, Origin> more = new LinkedHashMap<>(origins);
    more.keySet().removeIf(path -> path.isAtOrBelow(target));
    more.put(target, origin.then(elements));
    List<Change> done = new ArrayList<>(changes);
    done.add(new Change.Computed(target, source, becomes));
    return new MigrationDraft(with(target, becomes), at, more, done);
  }

  private NodeSpec with(NodePath path, ArraySpec array) {
    if (path.isRoot()) {
      return array;
    }
    NodePath parent = path.parent().orElseThrow();
    if (hierarchy instanceof GroupSpec root && root.findGroup(parent).isPresent()) {
      return root.withMemberAt(path, array);
    }
    throw new RequestException("there is no group " + parent + " to hold " + path);
  }

  /** Where the elements of an array come from: its path in the hierarchy as it was. */
  public Optional<NodePath> sourceOf(NodePath array) {
    return Optional.ofNullable(origins.get(array)).map(Origin::source);
  }

  /**
   * The hierarchy with what fills its arrays.
   *
   * @param arrays gives the elements of an array by its path in the hierarchy as it was
   * @throws IllegalStateException if a computation gives elements of another type or of other
   *     extents than its array has
   */
  public BoundHierarchy bind(Function<NodePath, ArraySource> arrays) {
    Map<NodePath, ArrayData> data = new LinkedHashMap<>();
    origins.forEach(
        (path, origin) -> {
          ArraySource source = origin.open(arrays);
          requireFit(path, source);
          data.put(path, new ArrayData.Pulled(source));
        });
    return new BoundHierarchy(hierarchy, data);
  }

  private void requireFit(NodePath path, ArraySource source) {
    ArraySpec array = hierarchy.findArray(path).orElseThrow();
    if (!source.dataType().equals(array.dataType()) || !source.shape().equals(array.shape())) {
      throw new IllegalStateException(
          "the elements computed for "
              + path
              + " are "
              + source.dataType()
              + " "
              + source.shape()
              + ", but the array is "
              + array.dataType()
              + " "
              + array.shape());
    }
  }
}
