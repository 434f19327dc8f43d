package dev.espalier.hdf5.internal.node;

import dev.espalier.hdf5.internal.array.Dataset;
import dev.espalier.hdf5.internal.file.Failures;
import dev.espalier.hdf5.internal.file.FileBytes;
import dev.espalier.hdf5.internal.file.GlobalHeap;
import dev.espalier.hdf5.internal.object.GroupLinks;
import dev.espalier.hdf5.internal.object.Hdf5File;
import dev.espalier.hdf5.internal.object.Link;
import dev.espalier.hdf5.internal.object.MessageType;
import dev.espalier.hdf5.internal.object.ObjectHeader;
import dev.espalier.hdf5.internal.object.SharedMessages;
import dev.espalier.hdf5.internal.type.StoredType.Enumeration;
import dev.espalier.hdf5.internal.type.TypeParser;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.type.CoreType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads the whole tree of a file.
 *
 * <p>A group is entered by the first hard link that leads to it; further ones, which may form
 * cycles, are noted. A dataset with several hard links is an array under each of them. An object
 * that cannot be read is in the tree with the reason, beside its siblings.
 */
public final class TreeReader {
  /** Deeper than any real hierarchy, and shallow enough for code that recurses. */
  private static final int DEEPEST = 128;

  private final FileBytes file;
  private final GlobalHeap heap;
  private final DimensionScales scales;
  private final AttributeReader attributes;
  private final Map<Long, NodePath> groups = new HashMap<>();
  private final Map<Long, NodeSpec> leaves = new HashMap<>();
  private final Map<NodePath, Long> datasets = new HashMap<>();

  private TreeReader(FileBytes file, GlobalHeap heap) {
    this.file = file;
    this.heap = heap;
    this.scales = new DimensionScales(heap, file.addressWidth());
    this.attributes = new AttributeReader(file, heap, scales);
  }

  /**
   * What there is in a file.
   *
   * @param root the root of the tree
   * @param datasets the address of the header of each array
   */
  public record Tree(NodeSpec root, Map<NodePath, Long> datasets) {}

  /**
   * Reads the tree of a file; throws only if the root group itself cannot be read, or if reading is
   * interrupted.
   */
  public static Tree read(Hdf5File file, GlobalHeap heap) {
    try {
      return new TreeReader(file.bytes(), heap).tree(file.rootAddress());
    } finally {
      file.bytes().requireOpen(); // else what could not be read any more looks damaged
    }
  }

  private Tree tree(long rootAddress) {
    ObjectHeader header = ObjectHeader.read(file, rootAddress);
    if (!GroupLinks.isGroup(header)) {
      throw new CorruptException("the root is no group");
    }
    NodeSpec root = group(NodePath.root(), header);
    Map<NodePath, Long> addresses = Map.copyOf(datasets);
    return new Tree(scales.name(root, addresses), addresses);
  }

  private NodeSpec object(NodePath path, ObjectHeader header) {
    if (header.has(MessageType.DATASPACE) && header.has(MessageType.DATATYPE)) {
      return array(header);
    }
    if (GroupLinks.isGroup(header)) {
      return group(path, header);
    }
    if (header.has(MessageType.DATATYPE)) {
      return committedType(header);
    }
    throw new CorruptException(
        "the object at address " + header.address() + " is neither a group nor a dataset");
  }

  private GroupSpec group(NodePath path, ObjectHeader header) {
    if (path.depth() > DEEPEST) {
      throw new UnsupportedException("groups nested more than " + DEEPEST + " deep");
    }
    groups.put(header.address(), path);
    UnreadNotes notes = new UnreadNotes();
    Attributes own = attributes.read(header, notes);
    Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
    List<Link> links = GroupLinks.of(file, header);
    for (Link link : links) {
      member(path, link, members, notes);
    }
    return GroupSpec.builder().members(members).attributes(own).extras(notes.toExtras()).build();
  }

  private void member(
      NodePath group, Link link, Map<NodeName, NodeSpec> members, UnreadNotes notes) {
    Optional<String> reason = reasonNotToFollow(link);
    if (reason.isPresent()) {
      notes.link(link.name(), reason.get());
      return;
    }
    NodeName name = new NodeName(link.name());
    if (members.containsKey(name)) {
      notes.link(link.name(), "the group has this name twice");
      return;
    }
    members.put(name, follow(group.child(name), link.address()));
  }

  private Optional<String> reasonNotToFollow(Link link) {
    return switch (link.kind()) {
      case SOFT -> Optional.of("a soft link to " + link.note());
      case EXTERNAL -> Optional.of("an external link to " + link.note());
      case USER_DEFINED -> Optional.of("a user-defined link " + link.note());
      case UNREADABLE -> Optional.of(link.note());
      case HARD ->
          groups.containsKey(link.address())
              ? Optional.of("a further hard link to the group " + groups.get(link.address()))
              : NodeName.problemWith(link.name()).map(problem -> "its name " + problem);
    };
  }

  private NodeSpec follow(NodePath path, long address) {
    NodeSpec node = leaves.get(address);
    if (node == null) {
      node = read(path, address);
    }
    if (!(node instanceof GroupSpec)) {
      leaves.put(address, node);
    }
    if (node instanceof ArraySpec) {
      datasets.put(path, address);
    }
    return node;
  }

  private NodeSpec read(NodePath path, long address) {
    try {
      return object(path, ObjectHeader.read(file, address));
    } catch (RuntimeException e) {
      return new UnreadableSpec(problem(e), Failures.reason(e));
    }
  }

  private NodeSpec array(ObjectHeader header) {
    Dataset dataset = Dataset.read(file, header, heap);
    UnreadNotes notes = new UnreadNotes();
    if (dataset.type() instanceof Enumeration enumeration
        && dataset.coding().dataType() != CoreType.BOOL) {
      notes.type("enumeration", "its names are not kept: " + enumeration.members());
    }
    Attributes own = attributes.read(header, notes);
    return ArraySpec.builder()
        .dataType(dataset.coding().dataType())
        .shape(dataset.extents().shape())
        .fillValue(dataset.fillValue())
        .dimensionNames(DimensionLabels.of(own, dataset.extents().shape().rank()))
        .layout(dataset.shownLayout())
        .attributes(own)
        .extras(notes.toExtras())
        .build();
  }

  private NodeSpec committedType(ObjectHeader header) {
    String type =
        header
            .first(MessageType.DATATYPE)
            .map(message -> TypeParser.parse(SharedMessages.body(file, message)).describe())
            .orElse("unknown");
    return new UnreadableSpec(
        Problem.UNSUPPORTED,
        "a committed datatype ("
            + type
            + "), which is neither group nor array; arrays of this type do not need it");
  }

  private static Problem problem(RuntimeException failure) {
    if (failure instanceof UnsupportedException) {
      return Problem.UNSUPPORTED;
    }
    return failure instanceof StorageException ? Problem.STORAGE : Problem.CORRUPT;
  }
}
