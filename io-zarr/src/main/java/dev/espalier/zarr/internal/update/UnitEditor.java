package dev.espalier.zarr.internal.update;

import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.ChunkEdit;
import dev.espalier.zarr.codec.EditedChunk;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.array.UnitCoders;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** Reads units of one array, changes them and stores them again, for one thread. */
final class UnitEditor implements AutoCloseable {
  private final StoredArray array;
  private final Store store;
  private final UnitLocks locks;
  private final UnitCoders coders;

  UnitEditor(StoredArray array, FillChunks fillChunks, Store store, UnitLocks locks) {
    this.array = array;
    this.store = store;
    this.locks = locks;
    this.coders = new UnitCoders(array.pipelines(), fillChunks);
  }

  /**
   * How many bytes whoever edits units may come to hold: what is written, the unit, what is stored
   * of it and the result; for each coder what codecs make of the unit on the way.
   *
   * @param units the grid of the units, which may be larger than the array
   */
  static long memory(StoredArray array, Tiling units) {
    int made = UnitCoders.most(units) * array.pipelines().largest().expansion();
    return Math.multiplyExact(3 + 2L * made, array.bytesOf(units.tileShape()));
  }

  /** Edits a unit whose extents before clipping are given, while nobody else does. */
  void edit(ChunkIndex unit, Shape extents, ChunkEdit edit) {
    Lock lock = locks.of(unit);
    lock.lock();
    try {
      editAlone(unit, extents, edit);
    } finally {
      lock.unlock();
    }
  }

  private void editAlone(ChunkIndex unit, Shape extents, ChunkEdit edit) {
    StoreKey key = array.key(unit);
    ChunkCoder coder = coders.of(extents);
    if (edit.replaces(Region.all(extents))) {
      store(key, encode(unit, coder, Optional.empty(), edit));
      return;
    }
    Optional<StoredValue> found = store.open(key);
    EditedChunk edited;
    if (found.isEmpty()) {
      edited = encode(unit, coder, found, edit);
    } else {
      try (StoredValue value = found.get()) {
        edited = encode(unit, coder, Optional.of(value), edit);
      } catch (CorruptException e) {
        throw new CorruptException(store.name() + ": " + key + ": " + e.getMessage(), e);
      }
    }
    store(key, edited); // after the old value is closed, which some systems ask for
  }

  private EditedChunk encode(
      ChunkIndex unit, ChunkCoder coder, Optional<StoredValue> before, ChunkEdit edit) {
    try {
      return coder.edit(before, edit);
    } catch (RequestException e) {
      throw new RequestException(where(unit, e), e);
    } catch (UnsupportedException e) {
      throw new UnsupportedException(where(unit, e), e);
    }
  }

  private void store(StoreKey key, EditedChunk edited) {
    if (!edited.isChanged()) {
      return;
    }
    if (edited.encoded().isPresent()) {
      store.replace(key, edited.encoded().get());
    } else {
      store.erase(key);
    }
  }

  private String where(ChunkIndex unit, EspalierException e) {
    return array.path() + ": chunk " + unit + ": " + e.getMessage();
  }

  @Override
  public void close() {
    coders.close();
  }
}
