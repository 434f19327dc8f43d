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
    Candidate root = new Candidate(prefix, node);
    if (node instanceof GroupSpec) {
      open(root, 0);
    }
    int depth = 0;
    for (List<Candidate> level = root.below; !level.isEmpty(); level = below(level)) {
      depth++;
      read(level, depth);
    }
    return root.complete().orElse(node);
  }

  private static List<Candidate> below(List<Candidate> level) {
    return level.stream().flatMap(candidate -> candidate.below.stream()).toList();
  }

  private void read(List<Candidate> level, int depth) {
    Crew.Handout<Candidate> candidates = new Crew.Handout<>(level);
    int workers = Math.min(execution.parallelism(), level.size());
    Crew.run(
        execution.executor(),
        workers,
        checkpoint ->
            () -> {
              Optional<Candidate> candidate = candidates.next();
              candidate.ifPresent(p -> read(p, depth));
              return candidate.isPresent();
            });
  }

  private void read(Candidate candidate, int depth) {
    Optional<NodeSpec> found = nodes.read(candidate.prefix);
    if (found.isEmpty()) {
      candidate.hidden =
          hiddenNodes.below(candidate.prefix).map(key -> note(candidate, key.value()));
      return;
    }
    candidate.node = found.get();
    if (candidate.node instanceof GroupSpec) {
      open(candidate, depth);
    }
  }

  private UnreadNote note(Candidate candidate, String document) {
    return new UnreadNote(
        UnreadNote.UNDOCUMENTED_GROUP,
        candidate.name().value(),
        nodes.ofGroup(candidate.prefix) + " is missing, and " + document + " is there");
  }

  /** Finds out what may be in a group. */
  private void open(Candidate group, int depth) {
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
  private static final class Candidate {
    private final StorePrefix prefix;
    private final @Nullable NodeName name;
    private @Nullable NodeSpec node;
    private Optional<UnreadNote> hidden = Optional.empty();
    private List<Candidate> below = List.of();
    private boolean membersKnown = true;

    Candidate(StorePrefix prefix, NodeSpec root) {
      this.prefix = prefix;
      this.name = null;
      this.node = root;
    }

    private Candidate(StorePrefix prefix, NodeName name) {
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
      List<Candidate> candidates = new ArrayList<>(names.size());
      for (NodeName member : names) {
        candidates.add(new Candidate(prefix.child(member.value()), member));
      }
      below = candidates;
    }

    /** The node with what was found below it; nothing if there is none. */
    Optional<NodeSpec> complete() {
      if (!(node instanceof GroupSpec group)) {
        return Optional.ofNullable(node);
      }
      Map<NodeName, NodeSpec> found = new LinkedHashMap<>();
      List<UnreadNote> notes = new ArrayList<>();
      for (Candidate candidate : below) {
        candidate.complete().ifPresent(member -> found.put(candidate.name(), member));
        candidate.hidden.ifPresent(notes::add);
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
