package dev.espalier.zarr.internal.update;

import dev.espalier.io.store.Store;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.stored.ChangeableArray;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** An array of a store that is changed where it is. */
final class StandingArray implements ChangeableArray {
  private final Place place;
  private final Store store;
  private final FillChunks fillChunks;
  private final UnitLocks unitLocks = new UnitLocks();

  /** Held for reading by those who write elements, for writing by those who change the shape. */
  private final ReadWriteLock shapeLock = new ReentrantReadWriteLock();

  private volatile StoredArray array;

  /** What an array needs of its hierarchy. */
  interface Place {
    /** The array as it is stored now. */
    StoredArray stored();

    /** The array with another spec, bound to its codecs. */
    StoredArray bind(ArraySpec spec);

    /** Gives the document another shape, and a grid that goes with it. */
    void reshape(GrownGrid grid, Shape shape);

    /** The elements of an array. */
    ArraySource source(StoredArray array);
  }

  StandingArray(Place place, Store store, FillChunks fillChunks) {
    this.place = place;
    this.store = store;
    this.fillChunks = fillChunks;
    this.array = place.stored();
  }

  @Override
  public ArraySpec spec() {
    return array.spec();
  }

  @Override
  public ArraySource source() {
    return place.source(array);
  }

  @Override
  public void write(Region region, ArraySource elements, Execution execution) {
    whileHeld(
        shapeLock.readLock(),
        () -> {
          StoredArray here = array;
          if (!region.fitsIn(here.spec().shape())) {
            throw refusal("region " + region + " is not within shape " + here.spec().shape());
          }
          if (!elements.shape().equals(region.shape())) {
            throw refusal(
                "elements of shape " + elements.shape() + " for a region of " + region.shape());
          }
          checkType(elements);
          write(here, here.spec().shape(), region, elements, execution);
        });
  }

  @Override
  public void resize(Shape shape, Execution execution) {
    whileHeld(
        shapeLock.writeLock(),
        () -> {
          StoredArray before = unchanged();
          if (shape.rank() != before.spec().shape().rank()) {
            throw refusal("the shape is " + before.spec().shape() + "; it cannot become " + shape);
          }
          if (shape.equals(before.spec().shape())) {
            return;
          }
          GrownGrid grid = GrownGrid.of(before, shape);
          StoredArray after = bind(grid.of(before.spec(), shape));
          ShapeChange change =
              new ShapeChange(before.spec().shape(), after, store, fillChunks, unitLocks);
          change.checkMemory();
          change.uncover(execution);
          unchanged();
          place.reshape(grid, shape);
          array = after;
          change.cut(execution);
        });
  }

  @Override
  public void append(int dimension, ArraySource elements, Execution execution) {
    whileHeld(
        shapeLock.writeLock(),
        () -> {
          StoredArray before = unchanged();
          Shape shape = before.spec().shape();
          checkType(elements);
          if (dimension < 0 || dimension >= shape.rank()) {
            throw refusal("there is no dimension " + dimension + "; the shape is " + shape);
          }
          Shape more = elements.shape();
          if (more.rank() != shape.rank()
              || !more.with(dimension, 0).equals(shape.with(dimension, 0))) {
            throw refusal(
                "elements of shape "
                    + more
                    + " cannot be appended along dimension "
                    + dimension
                    + " to shape "
                    + shape);
          }
          if (more.extent(dimension) == 0) {
            return;
          }
          Shape longer = shape.with(dimension, sum(shape, more, dimension));
          GrownGrid grid = GrownGrid.of(before, longer);
          StoredArray after = bind(grid.of(before.spec(), longer));
          long[] origin = new long[shape.rank()];
          origin[dimension] = shape.extent(dimension);
          write(after, shape, Region.of(origin, more), elements, execution);
          unchanged(); // which may have taken long
          place.reshape(grid, longer);
          array = after;
        });
  }

  private long sum(Shape shape, Shape more, int dimension) {
    try {
      return Math.addExact(shape.extent(dimension), more.extent(dimension));
    } catch (ArithmeticException e) {
      throw refusal("no array extends over 2^63 elements along dimension " + dimension);
    }
  }

  private void write(
      StoredArray into, Shape edge, Region region, ArraySource elements, Execution execution) {
    RegionWriting.Job job = new RegionWriting.Job(into, edge, region, elements);
    RegionWriting.run(job, fillChunks, store, unitLocks, execution);
  }

  /** The array, as long as it is the one that is stored. */
  private StoredArray unchanged() {
    StoredArray here = array;
    StoredArray now = place.stored();
    if (!now.spec().shape().equals(here.spec().shape())) {
      throw refusal(
          "others changed the array since the hierarchy was opened: its shape was "
              + here.spec().shape()
              + " and is "
              + now.spec().shape()
              + "; open it again");
    }
    if (!now.spec().layout().equals(here.spec().layout())) {
      throw refusal(
          "others changed the chunks or codecs of the array since the hierarchy was opened; open it"
              + " again");
    }
    return here;
  }

  private StoredArray bind(ArraySpec spec) {
    try {
      return place.bind(spec);
    } catch (IllegalArgumentException e) {
      throw new UnsupportedException(
          store.name()
              + ": "
              + array.path()
              + ": the chunks of the array cannot follow to shape "
              + spec.shape()
              + ": "
              + e.getMessage()
              + "; take a shape that the chunks there are cover, or write the array anew with others",
          e);
    }
  }

  private void checkType(ArraySource elements) {
    if (!elements.dataType().equals(array.spec().dataType())) {
      throw refusal(
          "elements of data type "
              + elements.dataType()
              + " for an array of "
              + array.spec().dataType());
    }
  }

  private RequestException refusal(String reason) {
    return new RequestException(store.name() + ": " + array.path() + ": " + reason);
  }

  private static void whileHeld(Lock lock, Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}
