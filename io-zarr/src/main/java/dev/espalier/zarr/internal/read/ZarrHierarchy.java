package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.OpenOptions.Consolidated;
import dev.espalier.model.stored.StoredChunks;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata;
import dev.espalier.zarr.internal.consolidated.StaleCopies;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.document.StoredDocuments;
import dev.espalier.zarr.internal.rule.ZarrRule;
import java.util.Optional;
import java.util.stream.Stream;

/** A Zarr hierarchy that is open for reading. */
public final class ZarrHierarchy implements OpenHierarchy {
  /** Opens so that consolidated metadata is not looked at. */
  public static final OpenOptions DOCUMENTS_ALONE =
      OpenOptions.builder().consolidated(Consolidated.IGNORE).build();

  private final Location location;
  private final ReadableStore store;
  private final CodecRegistry codecs;
  private final Consolidated consolidated;
  private final NodeReader nodes;
  private final Optional<ListableStore> listing;
  private final RootCopies copies;
  private final MemberList memberList;
  private final StoredArrays arrays;

  /** The root as it was when it was opened, where it costs much to read it again. */
  private final Optional<NodeSpec> keptRoot;

  private ZarrHierarchy(
      Location location,
      ReadableStore store,
      NodeReader nodes,
      NodeSpec root,
      CodecRegistry codecs,
      OpenOptions options) {
    this.location = location;
    this.store = store;
    this.codecs = codecs;
    this.consolidated = options.consolidated();
    this.nodes = nodes;
    this.listing =
        store instanceof ListableStore listable ? Optional.of(listable) : Optional.empty();
    this.copies = RootCopies.of(location, nodes, root, consolidated, listing.isPresent());
    this.keptRoot =
        listing.isEmpty() || copies.trusted().isPresent() ? Optional.of(root) : Optional.empty();
    this.memberList = new MemberList(listing);
    this.arrays = new StoredArrays(store);
  }

  /**
   * Opens the hierarchy that a store holds, as it is opened unless somebody asks otherwise.
   *
   * @param store closed with the hierarchy
   * @param format the version of its documents
   * @throws EspalierException if there is no root, or if it cannot be read
   */
  public static ZarrHierarchy open(
      Location location, ReadableStore store, DocumentFormat format, CodecRegistry codecs) {
    return open(location, store, format, codecs, OpenOptions.defaults());
  }

  /**
   * Opens the hierarchy that a store holds.
   *
   * @param store closed with the hierarchy; if it is no {@link ListableStore} as well, only
   *     consolidated metadata tells which members there are
   * @param format the version of its documents
   * @throws EspalierException if there is no root, if it cannot be read, or if it has not what the
   *     options require
   */
  public static ZarrHierarchy open(
      Location location,
      ReadableStore store,
      DocumentFormat format,
      CodecRegistry codecs,
      OpenOptions options) {
    return openIfThere(location, store, format, codecs, options)
        .orElseThrow(() -> missing(location, NodePath.root()));
  }

  /**
   * Opens the hierarchy that a store holds, if it holds one.
   *
   * @param store closed with the hierarchy, if there is one
   * @throws EspalierException as {@link #open(Location, ReadableStore, DocumentFormat,
   *     CodecRegistry, OpenOptions)} does
   */
  public static Optional<ZarrHierarchy> openIfThere(
      Location location,
      ReadableStore store,
      DocumentFormat format,
      CodecRegistry codecs,
      OpenOptions options) {
    NodeReader nodes = new NodeReader(format, new StoredDocuments(store));
    return nodes
        .read(StorePrefix.root())
        .map(root -> readable(location, root))
        .map(root -> new ZarrHierarchy(location, store, nodes, root, codecs, options));
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public NodeSpec tree() {
    return tree(Execution.onCallingThread());
  }

  @Override
  public NodeSpec tree(Execution execution) {
    NodeSpec root = root();
    Optional<NodeSpec> copied = copies.tree(root);
    if (copied.isPresent()) {
      return copied.get();
    }
    HiddenNodes hiddenNodes = new HiddenNodes(listing, nodes.documentNames());
    NodeSpec tree =
        new TreeReader(nodes, memberList, hiddenNodes, execution)
            .complete(StorePrefix.root(), root);
    return consolidated == Consolidated.AUTO && listing.isPresent()
        ? StaleCopies.note(tree, nodes::consolidated)
        : tree;
  }

  @Override
  public NodeSpec node(NodePath path) {
    NodeSpec node = path.isRoot() ? root() : find(path);
    return node instanceof GroupSpec group
        ? GroupSpec.builder().from(group).membersKnown(false).build()
        : node;
  }

  private NodeSpec root() {
    return keptRoot.orElseGet(
        () ->
            readable(
                location,
                nodes
                    .read(StorePrefix.root())
                    .orElseThrow(() -> missing(location, NodePath.root()))));
  }

  private static NodeSpec readable(Location location, NodeSpec root) {
    if (root instanceof UnreadableSpec bad) {
      throw UnreadableNode.failure(location, NodePath.root(), bad);
    }
    return root;
  }

  private NodeSpec find(NodePath path) {
    Optional<NodeSpec> kept =
        path.isRoot() ? keptRoot : copies.trusted().flatMap(trusted -> trusted.find(path));
    Optional<NodeSpec> node =
        kept.isPresent() || (copies.areAll() && !path.isRoot())
            ? kept
            : nodes.read(StoredArray.prefixOf(path));
    return node.orElseThrow(() -> missing(location, path));
  }

  private static MissingException missing(Location location, NodePath path) {
    return new MissingException(location + ": there is no node " + path);
  }

  @Override
  public Stream<NodeName> members(NodePath group) {
    StorePrefix prefix = StoredArray.prefixOf(group);
    if (!(find(group) instanceof GroupSpec)) {
      throw new RequestException(location + ": " + group + " is not a group, so it has no members");
    }
    Optional<ConsolidatedMetadata> told =
        copies.trusted().filter(trusted -> group.isRoot() || trusted.find(group).isPresent());
    if (told.isPresent()) {
      return told.get().members(group).stream();
    }
    return memberList
        .candidates(prefix)
        .orElseThrow(
            () ->
                new UnsupportedException(
                    location
                        + ": the members of "
                        + group
                        + " are not known: the store cannot list, and the root has no consolidated"
                        + " metadata to go by; name nodes by their paths, or have the metadata"
                        + " consolidated where the hierarchy is kept"))
        .filter(name -> nodes.isNode(prefix.child(name.value())));
  }

  @Override
  public ArraySource array(NodePath path) {
    return arrays.source(stored(path));
  }

  @Override
  public StoredChunks chunks(NodePath path) {
    return new ListedChunks(store, listing, stored(path));
  }

  /**
   * An array as the store has it now.
   *
   * @throws EspalierException if there is no array, or if its elements cannot be read
   */
  public StoredArray stored(NodePath path) {
    NodeSpec node = find(path);
    if (node instanceof UnreadableSpec bad) {
      throw UnreadableNode.failure(location, path, bad);
    }
    if (!(node instanceof ArraySpec array)) {
      throw new MissingException(location + ": " + path + " is a group; expected an array");
    }
    try {
      return StoredArray.bind(path, nodes.spelled(array), codecs);
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw UnreadableNode.invalid(location, ZarrRule.CODEC_INVALID.at(path, "codecs"), message);
    } catch (UnsupportedException e) {
      throw new UnsupportedException(location + ": " + path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    arrays.close();
    store.close();
  }

  @Override
  public String toString() {
    return store.name();
  }
}
