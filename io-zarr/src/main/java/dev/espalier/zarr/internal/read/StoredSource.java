package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.CodecPipeline;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.Optional;
import java.util.function.Consumer;

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

  StoredSource(ReadableStore store, StoredArray array, IdleCoders coders, TileCache cache) {
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
  public void read(Region region, Block into) {
    check(region, into);
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
        new UnitReading(unit, region, into, coder).run();
      }
    } finally {
      coders.giveBack(pipeline, coder);
    }
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

  /** The elements of one unit on their way into a block. */
  private final class UnitReading {
    private final StoreKey key;
    private final Region unit;
    private final Region part;
    private final Region region;
    private final Block into;
    private final ChunkCoder coder;

    UnitReading(ChunkIndex index, Region region, Block into, ChunkCoder coder) {
      this.key = array.key(index);
      this.unit = array.units().region(index);
      this.part = unit.intersect(region).orElseThrow();
      this.region = region;
      this.into = into;
      this.coder = coder;
    }

    void run() {
      boolean direct = tiles.holdsWholeTiles(part) || !cache.hasRoomFor(array.bytesOf(tileShape()));
      if (direct) {
        withValue(value -> decode(value, part));
      } else if (!copyFromCache()) {
        withValue(this::decodeByTile);
      }
    }

    /** The largest of the tiles that are read, or of all where a unit has several. */
    private Shape tileShape() {
      return tiles.isEven() ? tiles.tileShape() : tiles.tileShape(tiles.first(part));
    }

    /** What is done with the value of the unit, if there is one. */
    private void withValue(Consumer<StoredValue> reading) {
      Optional<StoredValue> found = store.open(key);
      if (found.isEmpty()) {
        fill();
        return;
      }
      try (StoredValue value = found.get()) {
        reading.accept(value);
      } catch (CorruptException e) {
        throw new CorruptException(store.name() + ": " + key + ": " + e.getMessage(), e);
      }
    }

    private void fill() {
      if (part.shape().equals(into.shape())) {
        into.fill(array.spec().fillValueOrZero());
        return;
      }
      Block filled = Block.allocate(dataType(), part.shape());
      filled.fill(array.spec().fillValueOrZero());
      into.copyFrom(filled, Region.all(part.shape()), offset(part, region));
    }

    private void decode(StoredValue value, Region box) {
      coder.decode(value, Region.of(offset(box, unit), box.shape()), into, offset(box, region));
    }

    /** Spares opening the unit where all tiles are at hand. */
    private boolean copyFromCache() {
      for (ChunkIndex tile : tiles.touching(part)) {
        Optional<Block> known = cache.get(keyOf(tile));
        if (known.isEmpty()) {
          return false;
        }
        copy(tile, known.get());
      }
      return true;
    }

    private void decodeByTile(StoredValue value) {
      for (ChunkIndex tile : tiles.touching(part)) {
        Region whole = tiles.region(tile);
        Region wanted = whole.intersect(part).orElseThrow();
        if (wanted.equals(whole)) {
          decode(value, wanted);
        } else {
          copy(tile, cache.get(keyOf(tile)).orElseGet(() -> decodeTile(value, tile)));
        }
      }
    }

    private Block decodeTile(StoredValue value, ChunkIndex tile) {
      Region whole = tiles.region(tile);
      Block block = Block.allocate(dataType(), whole.shape());
      Region within = Region.of(offset(whole, unit), whole.shape());
      coder.decode(value, within, block, new long[whole.rank()]);
      cache.put(keyOf(tile), block);
      return block;
    }

    private void copy(ChunkIndex tile, Block block) {
      Region whole = tiles.region(tile);
      Region wanted = whole.intersect(part).orElseThrow();
      Region from = Region.of(offset(wanted, whole), wanted.shape());
      into.copyFrom(block, from, offset(wanted, region));
    }

    private TileCache.Key keyOf(ChunkIndex tile) {
      return new TileCache.Key(array.path(), tile);
    }
  }

  private static long[] offset(Region inner, Region outer) {
    long[] offset = new long[inner.rank()];
    for (int d = 0; d < offset.length; d++) {
      offset[d] = inner.start(d) - outer.start(d);
    }
    return offset;
  }

  private void check(Region region, Block into) {
    if (!region.fitsIn(shape())) {
      throw new IllegalArgumentException(
          array.path() + ": region " + region + " is not within shape " + shape());
    }
    if (!into.shape().equals(region.shape()) || !into.dataType().equals(dataType())) {
      throw new IllegalArgumentException(
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
}
