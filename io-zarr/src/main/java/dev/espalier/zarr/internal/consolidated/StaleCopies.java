package dev.espalier.zarr.internal.consolidated;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Notes on groups that repeat what the nodes below them no longer say. */
public final class StaleCopies {
  private static final int MOST_NAMED = 3;

  private StaleCopies() {}

  /** Finds what a group repeats of the nodes below it. */
  public interface Finder {
    /**
     * What a group repeats.
     *
     * @throws UnsupportedException if it is of a kind that is not known
     * @throws IllegalArgumentException if it is invalid
     */
    Optional<ConsolidatedMetadata> find(NodePath path, GroupSpec group);
  }

  /** A tree, read from the documents of its nodes, with a note on each group with stale copies. */
  public static NodeSpec note(NodeSpec tree, Finder finder) {
    return note(NodePath.root(), tree, finder);
  }

  private static NodeSpec note(NodePath path, NodeSpec node, Finder finder) {
    if (!(node instanceof GroupSpec group)) {
      return node;
    }
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    boolean changed = false;
    for (Map.Entry<NodeName, NodeSpec> member : group.members().entrySet()) {
      NodeSpec noted = note(path.child(member.getKey()), member.getValue(), finder);
      changed |= noted != member.getValue();
      members.put(member.getKey(), noted);
    }
    Optional<String> problem = problem(path, group, finder);
    if (!changed && problem.isEmpty()) {
      return group;
    }
    List<UnreadNote> notes = new ArrayList<>(UnreadNote.of(group));
    problem
        .map(text -> new UnreadNote(UnreadNote.STALE_COPIES, "consolidated metadata", text))
        .ifPresent(notes::add);
    return GroupSpec.builder()
        .from(group)
        .members(members)
        .extras(UnreadNote.addTo(group.extras(), notes))
        .build();
  }

  private static Optional<String> problem(NodePath path, GroupSpec group, Finder finder) {
    try {
      return finder.find(path, group).flatMap(copies -> difference(copies, group));
    } catch (IllegalArgumentException | UnsupportedException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** What copies say otherwise than the documents of the nodes themselves, if anything. */
  private static Optional<String> difference(ConsolidatedMetadata copies, GroupSpec group) {
    Map<NodePath, NodeSpec> documents = group.toFlat();
    TreeSet<NodePath> paths = new TreeSet<>(documents.keySet());
    paths.addAll(copies.nodes().keySet());
    paths.remove(NodePath.root());
    List<String> differences = new ArrayList<>();
    for (NodePath path : paths) {
      Optional<NodeSpec> copy = copies.find(path);
      Optional<NodeSpec> document = Optional.ofNullable(documents.get(path));
      if (!copy.map(StaleCopies::comparable).equals(document.map(StaleCopies::comparable))) {
        String name = "\"" + path.toRelativeString() + "\"";
        differences.add(
            copy.isEmpty()
                ? name + " is not in it"
                : document.isEmpty()
                    ? name + " is in it and has no document"
                    : name + " has a document that says otherwise");
      }
    }
    return differences.isEmpty() ? Optional.empty() : Optional.of(inShort(differences));
  }

  private static String inShort(List<String> differences) {
    String named =
        String.join("; ", differences.subList(0, Math.min(MOST_NAMED, differences.size())));
    int others = differences.size() - MOST_NAMED;
    return others <= 0 ? named : named + "; and " + others + " more";
  }

  /** What is said of the node itself; why it cannot be read is worded by where it is read. */
  private static Object comparable(NodeSpec node) {
    return node.match(
        group ->
            GroupSpec.builder()
                .from(ZarrDocument.withoutConsolidatedMetadata(group))
                .members(Map.of())
                .extras(group.extras().without(ConsolidatedForm.MEMBER).without(UnreadNote.MEMBER))
                .build(),
        array -> array,
        UnreadableSpec::problem);
  }
}
