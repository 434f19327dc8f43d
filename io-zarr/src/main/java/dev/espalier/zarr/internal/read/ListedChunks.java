package dev.espalier.zarr.internal.read;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.stored.StoredChunk;
import dev.espalier.model.stored.StoredChunks;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.array.StoredUnits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The chunks of an array that a store lists, and what the indexes of shards say of theirs. */
final class ListedChunks implements StoredChunks {
  private final ReadableStore store;
  private final Optional<ListableStore> listing;
  private final StoredArray array;

  ListedChunks(ReadableStore store, Optional<ListableStore> listing, StoredArray array) {
    this.store = store;
    this.listing = listing;
    this.array = array;
  }

  @Override
  public Tiling grid() {
    return array.units();
  }

  @Override
  public Stream<ChunkIndex> stored() {
    ListableStore lists =
        listing.orElseThrow(
            () ->
                new UnsupportedException(
                    store.name()
                        + ": "
                        + array.path()
                        + ": the store cannot list, so which chunks there are is not known"));
    return new StoredUnits(lists, array).within();
  }

  @Override
  public List<StoredChunk> at(ChunkIndex place) {
    StoreKey key = array.key(place);
    Region unit = array.units().region(place);
    List<StoredChunk> chunks = new ArrayList<>();
    try (ChunkCoder coder = array.pipelines().of(array.units().tileShape(place)).newCoder();
        StoredValue value = open(key, coder).orElse(null)) {
      if (value == null) {
        return List.of();
      }
      coder.visitStored(
          value, Region.all(unit.shape()), (box, size) -> add(chunks, unit, box, size));
    } catch (CorruptException e) {
      throw new CorruptException(where(key, e), e);
    } catch (UnsupportedException e) {
      throw new UnsupportedException(where(key, e), e);
    }
    return List.copyOf(chunks);
  }

  private String where(StoreKey key, EspalierException e) {
    return store.name() + ": " + key + ": " + e.getMessage();
  }

  private Optional<StoredValue> open(StoreKey key, ChunkCoder coder) {
    return store.open(key, coder.isSharded() ? coder.indexRange() : ByteRange.of(0, 0));
  }

  /** Inner chunks that lie beyond the edge of the array hold none of its elements. */
  private void add(List<StoredChunk> chunks, Region unit, Region box, long size) {
    long[] origin = new long[box.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = unit.start(d) + box.start(d);
    }
    Region.of(origin, box.shape())
        .intersect(Region.all(array.spec().shape()))
        .ifPresent(region -> chunks.add(new StoredChunk(region, size)));
  }
}
