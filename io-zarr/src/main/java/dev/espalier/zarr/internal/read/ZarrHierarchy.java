package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.Store;
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
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.document.StoredDocuments;
import dev.espalier.zarr.internal.rule.ZarrRule;
import java.util.stream.Stream;

/** A Zarr hierarchy that is open for reading. */
public final class ZarrHierarchy implements OpenHierarchy {
  private final Location location;
  private final Store store;
  private final CodecRegistry codecs;
  private final NodeReader nodes;
  private final MemberList memberList;
  private final StoredArrays arrays;

  private ZarrHierarchy(
      Location location, Store store, DocumentFormat format, CodecRegistry codecs) {
    this.location = location;
    this.store = store;
    this.codecs = codecs;
    this.nodes = new NodeReader(format, new StoredDocuments(store));
    this.memberList = new MemberList(store);
    this.arrays = new StoredArrays(store);
  }

  /**
   * Opens the hierarchy that a store holds.
   *
   * @param format the version of its documents
   * @throws EspalierException if there is no root, or if it cannot be read
   */
  public static ZarrHierarchy open(
      Location location, Store store, DocumentFormat format, CodecRegistry codecs) {
    ZarrHierarchy hierarchy = new ZarrHierarchy(location, store, format, codecs);
    hierarchy.root();
    return hierarchy;
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public NodeSpec tree() {
    return new TreeReader(nodes, memberList, new HiddenNodes(store, nodes.documentNames()))
        .complete(StorePrefix.root(), root(), 0);
  }

  @Override
  public NodeSpec node(NodePath path) {
    NodeSpec node = path.isRoot() ? root() : find(path);
    return node instanceof GroupSpec group
        ? GroupSpec.builder().from(group).membersKnown(false).build()
        : node;
  }

  private NodeSpec root() {
    NodeSpec root = find(NodePath.root());
    if (root instanceof UnreadableSpec bad) {
      throw UnreadableNode.failure(location, NodePath.root(), bad);
    }
    return root;
  }

  private NodeSpec find(NodePath path) {
    return nodes
        .read(StoredArray.prefixOf(path))
        .orElseThrow(() -> new MissingException(location + ": there is no node " + path));
  }

  @Override
  public Stream<NodeName> members(NodePath group) {
    StorePrefix prefix = StoredArray.prefixOf(group);
    if (!(find(group) instanceof GroupSpec)) {
      throw new RequestException(location + ": " + group + " is not a group, so it has no members");
    }
    return memberList.candidates(prefix).filter(name -> nodes.isNode(prefix.child(name.value())));
  }

  @Override
  public ArraySource array(NodePath path) {
    NodeSpec node = find(path);
    if (node instanceof UnreadableSpec bad) {
      throw UnreadableNode.failure(location, path, bad);
    }
    if (!(node instanceof ArraySpec array)) {
      throw new MissingException(location + ": " + path + " is a group; expected an array");
    }
    try {
      return arrays.source(StoredArray.bind(path, array, codecs));
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
  }

  @Override
  public String toString() {
    return store.name();
  }
}
