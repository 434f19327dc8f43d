package dev.espalier.zarr.internal.update;

import dev.espalier.io.store.Store;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.ChangeableHierarchy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.stored.ChangeableArray;
import dev.espalier.model.stored.StoredChunks;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.read.StoredArrays;
import dev.espalier.zarr.internal.read.ZarrHierarchy;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A Zarr hierarchy whose arrays are changed where they are. */
public final class ZarrChanges implements ChangeableHierarchy {
  private final Store store;
  private final CodecRegistry codecs;
  private final DocumentChange documents;
  private final FillChunks fillChunks;
  private final ZarrHierarchy hierarchy;
  private final StoredArrays sources;
  private final Map<NodePath, ChangeableArray> arrays = new ConcurrentHashMap<>();

  /** Changes the document of an array, and the copies of it. */
  @FunctionalInterface
  public interface DocumentChange {
    /** Puts what the change makes of the document in its place. */
    void change(NodePath array, UnaryOperator<JsonObject> change);
  }

  /**
   * Opens a hierarchy.
   *
   * @param store is closed with the hierarchy
   * @param documents changes its documents
   * @throws dev.espalier.model.error.EspalierException if there is no root, or if it cannot be read
   */
  public ZarrChanges(
      Location location,
      Store store,
      DocumentFormat format,
      CodecRegistry codecs,
      DocumentChange documents,
      FillChunks fillChunks) {
    this.store = store;
    this.codecs = codecs;
    this.documents = documents;
    this.fillChunks = fillChunks;
    this.hierarchy =
        ZarrHierarchy.open(location, store, format, codecs, ZarrHierarchy.DOCUMENTS_ALONE);
    this.sources = StoredArrays.ofChanging(store);
  }

  @Override
  public ChangeableArray changeable(NodePath path) {
    return arrays.computeIfAbsent(
        path, key -> new StandingArray(new InHierarchy(key), store, fillChunks));
  }

  private final class InHierarchy implements StandingArray.Place {
    private final NodePath path;

    InHierarchy(NodePath path) {
      this.path = path;
    }

    @Override
    public StoredArray stored() {
      return hierarchy.stored(path);
    }

    @Override
    public StoredArray bind(ArraySpec spec) {
      return StoredArray.bind(path, spec, codecs);
    }

    @Override
    public void reshape(GrownGrid grid, Shape shape) {
      documents.change(path, document -> grid.in(document, shape));
    }

    @Override
    public ArraySource source(StoredArray array) {
      return sources.source(array);
    }
  }

  @Override
  public Location location() {
    return hierarchy.location();
  }

  @Override
  public NodeSpec tree() {
    return hierarchy.tree();
  }

  @Override
  public NodeSpec node(NodePath path) {
    return hierarchy.node(path);
  }

  @Override
  public Stream<NodeName> members(NodePath group) {
    return hierarchy.members(group);
  }

  @Override
  public ArraySource array(NodePath path) {
    return sources.source(hierarchy.stored(path));
  }

  @Override
  public StoredChunks chunks(NodePath path) {
    return hierarchy.chunks(path);
  }

  @Override
  public void close() {
    sources.close();
    hierarchy.close();
  }
}
