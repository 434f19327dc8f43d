package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.Optional;

/** The elements of a stored array; units that are not there hold the fill value. */
final class StoredSource implements ArraySource {
  private final ReadableStore store;
  private final StoredArray array;
  private final IdleCoders coders;

  StoredSource(ReadableStore store, StoredArray array, IdleCoders coders) {
    this.store = store;
    this.array = array;
    this.coders = coders;
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
    return Optional.of(array.pipeline().readShape());
  }

  @Override
  public void read(Region region, Block into) {
    check(region, into);
    ChunkCoder coder = coders.take(array.pipeline());
    try {
      for (ChunkIndex unit : array.units().touching(region)) {
        readUnit(unit, region, into, coder);
      }
    } finally {
      coders.giveBack(array.pipeline(), coder);
    }
  }

  private void readUnit(ChunkIndex unit, Region region, Block into, ChunkCoder coder) {
    Region own = array.units().region(unit);
    Region part = own.intersect(region).orElseThrow();
    long[] at = offset(part, region);
    StoreKey key = array.key(unit);
    Optional<StoredValue> found = store.open(key);
    if (found.isEmpty()) {
      fill(part, into, at);
      return;
    }
    try (StoredValue value = found.get()) {
      coder.decode(value, Region.of(offset(part, own), part.shape()), into, at);
    } catch (CorruptException e) {
      throw new CorruptException(store.name() + ": " + key + ": " + e.getMessage(), e);
    }
  }

  private void fill(Region part, Block into, long... at) {
    if (part.shape().equals(into.shape())) {
      into.fill(array.spec().fillValueOrZero());
      return;
    }
    Block filled = Block.allocate(dataType(), part.shape());
    filled.fill(array.spec().fillValueOrZero());
    into.copyFrom(filled, Region.all(part.shape()), at);
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
