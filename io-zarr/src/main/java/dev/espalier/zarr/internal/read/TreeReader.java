package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.work.Crew;
import dev.espalier.model.work.Execution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads all nodes below one, members in the order of their names.
 *
 * <p>One level of the tree is read after the other, so that workers have much to share whatever the
 * tree looks like.
 */
final class TreeReader {
  /** Far beyond what people nest, and sure to have the stack. */
  private static final int DEEPEST = 200;

  private final NodeReader nodes;
  private final MemberList members;
  private final HiddenNodes hiddenNodes;
  private final Execution execution;

  TreeReader(NodeReader nodes, MemberList members, HiddenNodes hiddenNodes, Execution execution) {
    this.nodes = nodes;
    this.members = members;
    this.hiddenNodes = hiddenNodes;
    this.execution = execution;
  }

  /** A node at a prefix, and all below it. */
  NodeSpec complete(StorePrefix prefix, NodeSpec node) {
    Place root = new Place(prefix, node);
    if (node instanceof GroupSpec) {
      open(root, 0);
    }
    int depth = 0;
    for (List<Place> level = root.below; !level.isEmpty(); level = below(level)) {
      depth++;
      read(level, depth);
    }
    return root.complete().orElse(node);
  }

  private static List<Place> below(List<Place> level) {
    return level.stream().flatMap(place -> place.below.stream()).toList();
  }

  private void read(List<Place> level, int depth) {
    Crew.Handout<Place> places = new Crew.Handout<>(level);
    int workers = Math.min(execution.parallelism(), level.size());
    Crew.run(
        execution.executor(),
        workers,
        checkpoint ->
            () -> {
              Optional<Place> place = places.next();
              place.ifPresent(p -> read(p, depth));
              return place.isPresent();
            });
  }

  private void read(Place place, int depth) {
    Optional<NodeSpec> found = nodes.read(place.prefix);
    if (found.isEmpty()) {
      place.hidden = hiddenNodes.below(place.prefix).map(key -> note(place, key.value()));
      return;
    }
    place.node = found.get();
    if (place.node instanceof GroupSpec) {
      open(place, depth);
    }
  }

  private UnreadNote note(Place place, String document) {
    return new UnreadNote(
        UnreadNote.UNDOCUMENTED_GROUP,
        place.name().value(),
        nodes.ofGroup(place.prefix) + " is missing, and " + document + " is there");
  }

  /** Finds out what may be in a group. */
  private void open(Place group, int depth) {
    if (depth > DEEPEST) {
      group.node =
          new UnreadableSpec(
              Problem.UNSUPPORTED,
              group.prefix
                  + ": groups are nested deeper than "
                  + DEEPEST
                  + " levels, which is not supported");
      return;
    }
    try {
      Optional<Stream<NodeName>> names = members.candidates(group.prefix);
      group.membersKnown = names.isPresent();
      names.map(TreeReader::sorted).ifPresent(group::expect);
    } catch (StorageException e) {
      group.node = NodeReader.unreadable(Problem.STORAGE, e);
    }
  }

  private static List<NodeName> sorted(Stream<NodeName> names) {
    try (names) {
      return names.sorted().toList();
    }
  }

  /** Where a node is or may be. One worker at a time has it, and others only look afterwards. */
  private static final class Place {
    private final StorePrefix prefix;
    private final @Nullable NodeName name;
    private @Nullable NodeSpec node;
    private Optional<UnreadNote> hidden = Optional.empty();
    private List<Place> below = List.of();
    private boolean membersKnown = true;

    Place(StorePrefix prefix, NodeSpec root) {
      this.prefix = prefix;
      this.name = null;
      this.node = root;
    }

    private Place(StorePrefix prefix, NodeName name) {
      this.prefix = prefix;
      this.name = name;
    }

    NodeName name() {
      if (name == null) {
        throw new IllegalStateException("the root has no name");
      }
      return name;
    }

    void expect(List<NodeName> names) {
      List<Place> places = new ArrayList<>(names.size());
      for (NodeName member : names) {
        places.add(new Place(prefix.child(member.value()), member));
      }
      below = places;
    }

    /** The node with what was found below it; nothing if there is none. */
    Optional<NodeSpec> complete() {
      if (!(node instanceof GroupSpec group)) {
        return Optional.ofNullable(node);
      }
      Map<NodeName, NodeSpec> found = new LinkedHashMap<>();
      List<UnreadNote> notes = new ArrayList<>();
      for (Place place : below) {
        place.complete().ifPresent(member -> found.put(place.name(), member));
        place.hidden.ifPresent(notes::add);
      }
      return Optional.of(
          GroupSpec.builder()
              .from(group)
              .members(found)
              .membersKnown(membersKnown)
              .extras(UnreadNote.addTo(group.extras(), notes))
              .build());
    }
  }
}
