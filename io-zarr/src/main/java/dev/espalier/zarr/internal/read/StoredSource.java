package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.PiecewiseReading;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.CodecPipeline;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.Arrays;
import java.util.Optional;

/**
 * The elements of a stored array; units that are not there hold the fill value.
 *
 * <p>Its <i>tiles</i> are what can be decoded on its own: chunks, or inner chunks of shards. A box
 * of whole tiles is decoded straight to where it is wanted; tiles that are wanted in part are
 * decoded as a whole and kept for a while.
 */
final class StoredSource implements ArraySource {
  private final ReadableStore store;
  private final StoredArray array;
  private final Tiling tiles;
  private final IdleCoders coders;
  private final TileCache cache;
  private final IndexCache indexes;
  private final ArrayIdentity identity;

  StoredSource(
      ReadableStore store,
      StoredArray array,
      ArrayIdentity identity,
      IdleCoders coders,
      TileCache cache,
      IndexCache indexes) {
    this.identity = identity;
    this.indexes = indexes;
    this.store = store;
    this.array = array;
    this.tiles = array.tiles();
    this.coders = coders;
    this.cache = cache;
  }

  @Override
  public DataType dataType() {
    return array.spec().dataType();
  }

  @Override
  public Shape shape() {
    return array.spec().shape();
  }

  @Override
  public Optional<Shape> preferredShape() {
    return Optional.of(tiles.tileShape());
  }

  @Override
  public Optional<Tiling> preferredTiling() {
    return Optional.of(tiles);
  }

  @Override
  public void read(Region region, Block into) {
    check(region, into);
    readUnits(region, into, new long[region.rank()]);
  }

  @Override
  public void read(Region region, Block into, long... at) {
    check(region, into, at);
    readUnits(region, into, at);
  }

  @Override
  public void read(Region region, Block into, Execution execution) {
    check(region, into);
    if (!region.shape().isEmpty()) {
      Optional<Tiling> pieces = Pieces.of(array, tiles, region, execution.parallelism());
      if (pieces.isEmpty()) {
        readUnits(region, into, new long[region.rank()]);
        return;
      }
      // What decoding holds, and a tile of which a part is wanted.
      long memory =
          Math.addExact(
              array.pipelines().largest().decodingMemory(), array.bytesOf(tiles.tileShape()));
      PiecewiseReading.read(this, pieces.get(), memory, region, into, execution);
    }
  }

  private void readUnits(Region region, Block into, long... at) {
    if (region.shape().isEmpty()) {
      return;
    }
    CodecPipeline pipeline = pipeline(array.units().first(region));
    ChunkCoder coder = coders.take(pipeline);
    try {
      for (ChunkIndex unit : array.units().touching(region)) {
        refuseIfInterrupted();
        CodecPipeline wanted = pipeline(unit);
        if (wanted != pipeline) {
          ChunkCoder next = coders.take(wanted);
          coders.giveBack(pipeline, coder);
          pipeline = wanted;
          coder = next;
        }
        new UnitReading(this, unit, new Goal(region, into, at), coder).run();
      }
    } finally {
      coders.giveBack(pipeline, coder);
    }
  }

  ReadableStore store() {
    return store;
  }

  StoredArray array() {
    return array;
  }

  ArrayIdentity identity() {
    return identity;
  }

  Tiling tiles() {
    return tiles;
  }

  TileCache cache() {
    return cache;
  }

  IndexCache indexes() {
    return indexes;
  }

  /** A region may touch millions of chunks, and none of them need be there. */
  private void refuseIfInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancelledException(store.name() + ": reading " + array.path() + " was interrupted");
    }
  }

  private CodecPipeline pipeline(ChunkIndex unit) {
    return array.pipelines().of(array.units().tileShape(unit));
  }

  private void check(Region region, Block into, long... at) {
    checkRegion(region);
    if (!into.dataType().equals(dataType())) {
      throw mismatch(region, into);
    }
    if (!Region.of(at, region.shape()).fitsIn(into.shape())) {
      throw new IndexOutOfBoundsException(
          array.path()
              + ": region "
              + region
              + " at "
              + Arrays.toString(at)
              + " of a block of "
              + into.shape());
    }
  }

  private void checkRegion(Region region) {
    if (!region.fitsIn(shape())) {
      throw new IllegalArgumentException(
          array.path() + ": region " + region + " is not within shape " + shape());
    }
  }

  private void check(Region region, Block into) {
    checkRegion(region);
    if (!into.shape().equals(region.shape()) || !into.dataType().equals(dataType())) {
      throw mismatch(region, into);
    }
  }

  private IllegalArgumentException mismatch(Region region, Block into) {
    return new IllegalArgumentException(
        array.path()
            + ": a block of "
            + into.dataType()
            + " "
            + into.shape()
            + " for a region of "
            + dataType()
            + " "
            + region.shape());
  }
}
