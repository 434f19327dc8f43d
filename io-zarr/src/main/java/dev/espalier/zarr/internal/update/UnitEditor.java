package dev.espalier.zarr.internal.update;

import dev.espalier.io.codec.ByteRange;
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
import dev.espalier.zarr.codec.CodecPipeline;
import dev.espalier.zarr.codec.EditedChunk;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.array.UnitCoders;
import java.util.Optional;
import java.util.concurrent.locks.Lock;

/** Reads units of one array, changes them and stores them again, for one thread. */
final class UnitEditor implements AutoCloseable {
  private static final ByteRange NOTHING = ByteRange.of(0, 0);

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

  /** Whether units may be larger than what {@link #checkMemory} lets through. */
  static boolean mayNotFit(StoredArray array, Tiling units) {
    CodecPipeline largest = array.pipelines().largest();
    int forms = largest.forms() * largest.expansion();
    return array.bytesOf(units.tileShape()) > mostBytes() / forms;
  }

  /** The bytes are gathered in a buffer that grows, and goes from one array to a larger one. */
  private static long mostBytes() {
    return Runtime.getRuntime().maxMemory() / 2;
  }

  /**
   * Refuses a unit that does not fit the memory of this process: of a shard, the bytes that are
   * stored and those that are written are gathered; a chunk is decoded as a whole, and so is a
   * shard behind other codecs.
   *
   * @param extents those of the unit before clipping
   * @param keepsStored whether anything that is stored of it may stay
   * @param added how many bytes of elements are written to it
   */
  void checkMemory(ChunkIndex unit, Shape extents, boolean keepsStored, long added) {
    CodecPipeline pipeline = array.pipelines().of(extents);
    boolean isShard = pipeline.encodesParts();
    long kept = isShard && keepsStored ? storedSize(unit) : 0;
    long bytes = isShard ? Math.addExact(kept, added) : array.bytesOf(extents);
    if (bytes > mostBytes()) {
      throw new RequestException(
          store.name()
              + ": "
              + array.path()
              + (isShard ? ": shard " : ": chunk ")
              + unit
              + " takes "
              + bytes
              + " bytes"
              + (isShard ? ", as it is stored and with what is written" : "")
              + ", which does not fit the memory of this process twice; give it more memory, or"
              + " write the array anew with smaller ones");
    }
    if (!isShard) {
      checkForms(unit, pipeline);
    }
  }

  private void checkForms(ChunkIndex unit, CodecPipeline pipeline) {
    try {
      pipeline.checkMemory();
    } catch (UnsupportedException e) {
      throw new RequestException(store.name() + ": " + where(unit, e), e);
    }
  }

  private long storedSize(ChunkIndex unit) {
    Optional<StoredValue> found = store.open(array.key(unit), NOTHING);
    if (found.isEmpty()) {
      return 0;
    }
    try (StoredValue value = found.get()) {
      return value.size();
    }
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
