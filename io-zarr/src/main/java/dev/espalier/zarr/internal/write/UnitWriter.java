package dev.espalier.zarr.internal.write;

import dev.espalier.io.store.WritableStore;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BlockBuffer;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.work.ProgressListener;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.array.UnitCoders;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Fills, encodes and stores units of one array, for one thread; it keeps its blocks. */
final class UnitWriter implements AutoCloseable {
  private final StoredArray array;
  private final WritableStore store;
  private final ProgressListener progress;
  private final Runnable checkpoint;
  private final UnitCoders coders;
  private final BlockBuffer unit;
  private @Nullable Block whole;
  private final BlockBuffer edge;
  private final BlockBuffer part;

  /**
   * A writer that has written nothing so far.
   *
   * @param checkpoint throws if the writer should stop, which it asks before each part of a shard
   */
  UnitWriter(
      StoredArray array,
      FillChunks fillChunks,
      WritableStore store,
      ProgressListener progress,
      Runnable checkpoint) {
    this.array = array;
    this.store = store;
    this.progress = progress;
    this.checkpoint = checkpoint;
    this.edge = new BlockBuffer(array.spec().dataType());
    this.part = new BlockBuffer(array.spec().dataType());
    this.unit = new BlockBuffer(array.spec().dataType());
    this.coders = new UnitCoders(array.pipelines(), fillChunks);
  }

  /** How many bytes a writer may come to hold. */
  static long memory(StoredArray array) {
    long unit = array.bytesOf(array.units().tileShape());
    // The unit, one that hangs over, a part of one; for each coder what codecs make of the unit on
    // the way, and the result.
    int made = UnitCoders.most(array.units()) * array.pipelines().largest().expansion();
    return Math.multiplyExact(3 + 2L * made, unit);
  }

  /**
   * How many bytes a writer may come to hold that is asked for parts of units only.
   *
   * @param kept whether the store keeps the parts until it has all of a unit
   */
  static long memoryOfParts(StoredArray array, boolean kept) {
    // A part, one that hangs over, what codecs make of it, and the result.
    long parts = Math.multiplyExact(4L * UnitCoders.most(array.units()), array.bytesOfPart());
    return kept ? Math.addExact(parts, array.bytesOf(array.units().tileShape())) : parts;
  }

  StoredArray array() {
    return array;
  }

  /**
   * Writes a unit.
   *
   * @param fill is given a block of the elements of the unit that lie in the array, and sets them
   * @return that block, until the next call
   */
  Block write(ChunkIndex index, Consumer<Block> fill) {
    Region region = array.units().region(index);
    Block whole = whole(array.units().tileShape(index));
    Block inside = whole;
    if (region.shape().equals(whole.shape())) {
      fill.accept(whole);
    } else {
      inside = edge.ofShape(region.shape());
      fill.accept(inside);
      whole.fill(array.spec().fillValueOrZero());
      whole.copyFrom(inside, Region.all(region.shape()), new long[region.rank()]);
    }
    store(index, whole);
    if (inside instanceof BitsBlock bits) {
      progress.advanced(array.path(), bits.length());
    }
    return inside;
  }

  /**
   * Writes a unit of which one part at a time is held.
   *
   * @param source where the elements of the array come from
   */
  void writeParts(ChunkIndex index, ArraySource source) {
    Region region = array.units().region(index);
    Shape unit = array.units().tileShape(index);
    storeParts(index, unit, (within, into) -> fill(source, region, within, into));
    long elements = region.shape().elementCount();
    array
        .spec()
        .dataType()
        .byteSize()
        .ifPresent(size -> progress.advanced(array.path(), elements * size));
  }

  private void fill(ArraySource source, Region unit, Region within, Block into) {
    long[] origin = new long[within.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = unit.start(d) + within.start(d);
    }
    Optional<Region> inside = Region.of(origin, within.shape()).intersect(unit);
    if (inside.isPresent() && inside.get().shape().equals(into.shape())) {
      source.read(inside.get(), into);
      return;
    }
    into.fill(array.spec().fillValueOrZero());
    if (inside.isPresent()) {
      Block clipped = edge.ofShape(inside.get().shape());
      source.read(inside.get(), clipped);
      into.copyFrom(clipped, Region.all(clipped.shape()), new long[within.rank()]);
    }
  }

  private void store(ChunkIndex index, Block whole) {
    if (coders.of(whole.shape()).encodesParts()) {
      ChunkCoder.Parts parts =
          (within, into) -> into.copyFrom(whole, within, new long[within.rank()]);
      storeParts(index, whole.shape(), parts);
      return;
    }
    Optional<ByteBuffer> encoded = failingAt(index, () -> coders.of(whole.shape()).encode(whole));
    encoded.ifPresent(bytes -> store.set(array.key(index), bytes));
  }

  private void storeParts(ChunkIndex index, Shape unit, ChunkCoder.Parts elements) {
    ChunkCoder.Parts parts =
        (within, into) -> {
          checkpoint.run();
          elements.read(within, into);
        };
    try (ShardSink sink = new ShardSink(store, array.key(index))) {
      if (failingAt(index, () -> coders.of(unit).encode(parts, sink))) {
        sink.complete();
      }
    }
  }

  /** Says where a unit is whose elements cannot be encoded. */
  private <T> T failingAt(ChunkIndex index, Supplier<T> encoding) {
    try {
      return encoding.get();
    } catch (RequestException e) {
      throw new RequestException(where(index, e), e);
    } catch (UnsupportedException e) {
      throw new UnsupportedException(where(index, e), e);
    }
  }

  private String where(ChunkIndex index, EspalierException e) {
    return array.path() + ": chunk " + index + ": " + e.getMessage();
  }

  private Block whole(Shape shape) {
    Block block = whole;
    if (block == null || !block.shape().equals(shape)) {
      block = unit.ofShape(shape);
      whole = block;
    }
    return block;
  }

  /** A block for a part of a unit on its way into one; good until the next part. */
  Block part(Shape shape) {
    return part.ofShape(shape);
  }

  @Override
  public void close() {
    coders.close();
  }
}
