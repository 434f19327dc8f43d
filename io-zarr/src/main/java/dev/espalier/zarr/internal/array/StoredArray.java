package dev.espalier.zarr.internal.array;

import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.zarr.codec.ChunkRepresentation;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.metadata.SpelledLayout;

/**
 * An array of a store, bound to its codecs.
 *
 * <p>Its <i>units</i> are what one key holds: shards where there are shards, else chunks.
 *
 * @param path where it is in its hierarchy
 * @param prefix what the keys of its units begin with
 * @param spec the array; its layout leaves nothing open
 * @param units the grid of the units
 * @param pipelines the codecs of a unit, for each shape that units have
 * @param keys how units are named
 */
public record StoredArray(
    NodePath path,
    StorePrefix prefix,
    ArraySpec spec,
    Tiling units,
    UnitPipelines pipelines,
    ChunkKeyEncoding keys) {

  /**
   * Binds an array to its codecs.
   *
   * @throws IllegalArgumentException if its layout is open or contradicts itself
   * @throws UnsupportedException if it needs what is not there
   */
  public static StoredArray bind(NodePath path, ArraySpec spec, CodecRegistry codecs) {
    Layout layout = spec.layout();
    SpelledLayout spelled = SpelledLayout.of(layout);
    Tiling units =
        spelled
            .grid()
            .tiling(spec.shape())
            .orElseThrow(
                () ->
                    new UnsupportedException(
                        "chunk grid \""
                            + spelled.grid().name()
                            + "\" is not supported; supported are \"regular\" and"
                            + " \"rectilinear\""));
    ChunkRepresentation unit =
        new ChunkRepresentation(spec.dataType(), units.tileShape(), spec.fillValueOrZero());
    UnitPipelines pipelines = UnitPipelines.bind(spelled.codecs(), unit, units, codecs);
    ChunkKeyEncoding keys =
        layout
            .chunkKeyEncoding()
            .orElseThrow(() -> new IllegalArgumentException("no chunk key encoding is given"));
    return new StoredArray(path, prefixOf(path), spec, units, pipelines, keys);
  }

  /** What the keys of a node begin with: every node name can be part of a key. */
  public static StorePrefix prefixOf(NodePath path) {
    return path.isRoot() ? StorePrefix.root() : new StorePrefix(path.toRelativeString() + "/");
  }

  /** The key of a unit. */
  public StoreKey key(ChunkIndex unit) {
    return prefix.key(keys.key(unit));
  }

  /**
   * The grid of what can be decoded on its own: units, or the inner chunks of shards that lie in
   * one grid across all of them.
   */
  public Tiling tiles() {
    Shape smallest = pipelines.largest().readShape();
    return units.isMadeOf(smallest) ? Tiling.of(spec.shape(), smallest) : units;
  }

  /** Whether units are shards that are encoded one inner chunk after the other. */
  public boolean writesParts() {
    return pipelines.largest().encodesParts();
  }

  /** The extents of what is encoded at a time where units are written in parts. */
  public Shape partShape() {
    return pipelines.largest().partShape();
  }

  /** How many bytes it takes to write a unit in parts: one of them, and the index of all. */
  public long bytesOfPart() {
    long parts = units.tileShape().elementCount() / partShape().elementCount();
    return Math.addExact(bytesOf(partShape()), Math.multiplyExact(BYTES_IN_INDEX, parts));
  }

  /** How many bytes that many elements take in memory; a guess where they differ in length. */
  public long bytesOf(Shape shape) {
    return Math.multiplyExact(shape.elementCount(), spec.dataType().assumedByteSize());
  }

  /** An offset and a size, held as numbers and encoded. */
  private static final long BYTES_IN_INDEX = 32;
}
