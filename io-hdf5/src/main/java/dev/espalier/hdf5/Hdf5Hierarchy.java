package dev.espalier.hdf5;

import dev.espalier.hdf5.internal.array.ChunkCache;
import dev.espalier.hdf5.internal.array.Dataset;
import dev.espalier.hdf5.internal.file.Failures;
import dev.espalier.hdf5.internal.file.GlobalHeap;
import dev.espalier.hdf5.internal.node.TreeReader;
import dev.espalier.hdf5.internal.node.TreeReader.Tree;
import dev.espalier.hdf5.internal.object.Hdf5File;
import dev.espalier.hdf5.internal.object.ObjectHeader;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.StorageException.Access;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** An HDF5 file that is open; its tree is read once, when it is opened. */
final class Hdf5Hierarchy implements OpenHierarchy {
  private final Location location;
  private final Hdf5File file;
  private final GlobalHeap heap;
  private final Tree tree;
  private final ChunkCache cache = new ChunkCache();

  private Hdf5Hierarchy(Location location, Hdf5File file, GlobalHeap heap, Tree tree) {
    this.location = location;
    this.file = file;
    this.heap = heap;
    this.tree = tree;
  }

  static Hdf5Hierarchy open(Location location, Path path) {
    Hdf5File file = Hdf5File.open(path);
    try {
      GlobalHeap heap = new GlobalHeap(file.bytes());
      return new Hdf5Hierarchy(location, file, heap, TreeReader.read(file, heap));
    } catch (RuntimeException e) {
      file.close();
      throw Failures.at(location.toString(), e);
    }
  }

  @Override
  public Location location() {
    return location;
  }

  @Override
  public NodeSpec tree() {
    return tree.root();
  }

  @Override
  public NodeSpec node(NodePath path) {
    NodeSpec node = find(path);
    return node instanceof GroupSpec group
        ? GroupSpec.builder().from(group).members(Map.of()).membersKnown(false).build()
        : node;
  }

  @Override
  public Stream<NodeName> members(NodePath group) {
    if (find(group) instanceof GroupSpec found) {
      return found.members().keySet().stream();
    }
    throw new MissingException(location + ": " + group + " is no group");
  }

  @Override
  public ArraySource array(NodePath path) {
    NodeSpec node = find(path);
    String where = location + ": " + path;
    if (node instanceof UnreadableSpec unreadable) {
      throw refusal(where, unreadable);
    }
    Long address = tree.datasets().get(path);
    if (address == null) {
      throw new MissingException(where + " is no array");
    }
    try {
      ObjectHeader header = ObjectHeader.read(file.bytes(), address);
      return Dataset.read(file.bytes(), header, heap).source(file.bytes(), cache, where);
    } catch (RuntimeException e) {
      throw Failures.at(where, e);
    }
  }

  private static EspalierException refusal(String where, UnreadableSpec node) {
    String message = where + ": " + node.message();
    return switch (node.problem()) {
      case UNSUPPORTED -> new UnsupportedException(message);
      case STORAGE -> new StorageException(Access.READ, message, null);
      case INVALID, CORRUPT -> new CorruptException(message);
    };
  }

  private NodeSpec find(NodePath path) {
    return tree.root()
        .find(path)
        .orElseThrow(() -> new MissingException(location + ": there is no " + path));
  }

  @Override
  public void close() {
    cache.close();
    file.close();
  }
}
