package dev.espalier.zarr.internal.read;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.ShardIndex;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.List;
import java.util.Optional;

/** The elements of one unit on their way into a block. */
final class UnitReading {
  private final StoredSource source;
  private final StoredArray array;
  private final Tiling tiles;
  private final ChunkIndex index;
  private final StoreKey key;
  private final Region unit;
  private final Region part;
  private final Goal goal;
  private final ChunkCoder coder;

  UnitReading(StoredSource source, ChunkIndex index, Goal goal, ChunkCoder coder) {
    this.source = source;
    this.array = source.array();
    this.tiles = source.tiles();
    this.index = index;
    this.key = array.key(index);
    this.unit = array.units().region(index);
    this.part = unit.intersect(goal.region()).orElseThrow();
    this.goal = goal;
    this.coder = coder;
  }

  void run() {
    boolean direct =
        tiles.holdsWholeTiles(part) || !source.cache().hasRoomFor(array.bytesOf(tileShape()));
    if (direct) {
      withUnit((value, shardIndex) -> decode(value, shardIndex, part));
    } else if (!copyFromCache()) {
      withUnit(this::decodeByTile);
    }
  }

  /** What is done with the value of the unit. */
  private interface Reading {
    void of(StoredValue value, Optional<ShardIndex> index);
  }

  /** The largest of the tiles that are read, or of all where a unit has several. */
  private Shape tileShape() {
    return tiles.isEven() ? tiles.tileShape() : tiles.tileShape(tiles.first(part));
  }

  private void withUnit(Reading reading) {
    try {
      if (coder.isSharded()) {
        withShard(reading);
      } else {
        withValue(ByteRange.all(), value -> reading.of(value, Optional.empty()));
      }
    } catch (CorruptException e) {
      throw new CorruptException(source.store().name() + ": " + key + ": " + e.getMessage(), e);
    }
  }

  /** With an index at hand, the inner chunks come with the first bytes that are asked for. */
  private void withShard(Reading reading) {
    IndexCache.Key shard = new IndexCache.Key(source.identity(), index);
    Optional<IndexCache.Known> known = source.indexes().get(shard);
    List<ByteRange.Span> spans = known.map(k -> coder.spans(k.index(), within())).orElse(List.of());
    ByteRange first =
        known.isEmpty() ? coder.indexRange() : spans.isEmpty() ? ByteRange.of(0, 0) : spans.get(0);
    withValue(
        first,
        value -> {
          Optional<ShardIndex> same =
              known
                  .filter(k -> value.version().equals(Optional.of(k.version())))
                  .map(k -> k.index());
          ShardIndex current = same.orElseGet(() -> readIndex(shard, value));
          value.expect(same.isPresent() ? spans : coder.spans(current, within()));
          reading.of(value, Optional.of(current));
        });
  }

  private Region within() {
    return Region.of(Goal.offset(part, unit), part.shape());
  }

  private ShardIndex readIndex(IndexCache.Key shard, StoredValue value) {
    ShardIndex read = coder.readIndex(value);
    value
        .version()
        .ifPresent(version -> source.indexes().put(shard, new IndexCache.Known(version, read)));
    return read;
  }

  private void withValue(ByteRange first, java.util.function.Consumer<StoredValue> reading) {
    Optional<StoredValue> found = source.store().open(key, first);
    if (found.isEmpty()) {
      fill();
      return;
    }
    try (StoredValue value = found.get()) {
      reading.accept(value);
    }
  }

  private void fill() {
    goal.into().fill(array.spec().fillValueOrZero(), Region.of(goal.place(part), part.shape()));
  }

  private void decode(StoredValue value, Optional<ShardIndex> shardIndex, Region box) {
    Region within = Region.of(Goal.offset(box, unit), box.shape());
    decode(value, shardIndex, within, goal.into(), goal.place(box));
  }

  private void decode(
      StoredValue value, Optional<ShardIndex> shardIndex, Region within, Block into, long... at) {
    if (shardIndex.isPresent()) {
      coder.decode(value, shardIndex.get(), within, into, at);
    } else {
      coder.decode(value, within, into, at);
    }
  }

  /** Spares opening the unit where all tiles are at hand. */
  private boolean copyFromCache() {
    for (ChunkIndex tile : tiles.touching(part)) {
      Optional<Block> known = source.cache().get(keyOf(tile));
      if (known.isEmpty()) {
        return false;
      }
      copy(tile, known.get());
    }
    return true;
  }

  private void decodeByTile(StoredValue value, Optional<ShardIndex> shardIndex) {
    for (ChunkIndex tile : tiles.touching(part)) {
      Region whole = tiles.region(tile);
      Region wanted = whole.intersect(part).orElseThrow();
      if (wanted.equals(whole)) {
        decode(value, shardIndex, wanted);
      } else {
        Optional<Block> known = source.cache().get(keyOf(tile));
        copy(tile, known.orElseGet(() -> decodeTile(value, shardIndex, tile)));
      }
    }
  }

  private Block decodeTile(StoredValue value, Optional<ShardIndex> shardIndex, ChunkIndex tile) {
    Region whole = tiles.region(tile);
    Block block = Block.allocate(goal.into().dataType(), whole.shape());
    Region within = Region.of(Goal.offset(whole, unit), whole.shape());
    decode(value, shardIndex, within, block, new long[whole.rank()]);
    source.cache().put(keyOf(tile), block);
    return block;
  }

  private void copy(ChunkIndex tile, Block block) {
    Region whole = tiles.region(tile);
    Region wanted = whole.intersect(part).orElseThrow();
    Region from = Region.of(Goal.offset(wanted, whole), wanted.shape());
    goal.into().copyFrom(block, from, goal.place(wanted));
  }

  private TileCache.Key keyOf(ChunkIndex tile) {
    return new TileCache.Key(source.identity(), tile);
  }
}
