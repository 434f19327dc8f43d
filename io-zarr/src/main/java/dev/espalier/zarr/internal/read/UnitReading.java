package dev.espalier.zarr.internal.read;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.zarr.codec.ChunkCoder;
import dev.espalier.zarr.codec.ShardIndex;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The elements of one unit on their way into a block. What was decoded before is taken from there
 * if it is of the value that is stored now; only the rest is fetched.
 */
final class UnitReading {
  /** All bytes, of a value that has a version where the store can tell one. */
  private static final ByteRange ALL_OF_A_VERSION = ByteRange.of(0, Long.MAX_VALUE);

  private static final ByteRange NOTHING = ByteRange.of(0, 0);

  private final StoredSource source;
  private final StoredArray array;
  private final Tiling tiles;
  private final ChunkIndex index;
  private final StoreKey key;
  private final Region unit;
  private final Region part;
  private final Goal goal;
  private final ChunkCoder coder;

  /**
   * Whether tiles of which a part is wanted are decoded as a whole and kept, if their value has a
   * version.
   */
  private final boolean keeps;

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
    this.keeps =
        !tiles.holdsWholeTiles(part) && source.cache().hasRoomFor(array.bytesOf(tileShape()));
  }

  void run() {
    TilesAtHand atHand = TilesAtHand.of(source.cache(), source.identity(), tiles, part);
    try {
      if (coder.isSharded()) {
        readShard(atHand);
      } else {
        readChunk(atHand);
      }
    } catch (CorruptException e) {
      throw new CorruptException(where(e), e);
    } catch (UnsupportedException e) {
      throw new UnsupportedException(where(e), e);
    }
  }

  private String where(EspalierException e) {
    return source.store().name() + ": " + key + ": " + e.getMessage();
  }

  /** The largest of the tiles that are read, or of all where a unit has several. */
  private Shape tileShape() {
    return tiles.isEven() ? tiles.tileShape() : tiles.tileShape(tiles.first(part));
  }

  /** Where the tile is at hand, opening only tells whether it still is what is stored. */
  private void readChunk(TilesAtHand atHand) {
    ByteRange first = atHand.isAll() ? NOTHING : keeps ? ALL_OF_A_VERSION : ByteRange.all();
    withValue(first, value -> decode(value, Optional.empty(), atHand.of(value.version())));
  }

  /** With an index at hand, the inner chunks come with the first bytes that are asked for. */
  private void readShard(TilesAtHand atHand) {
    IndexCache.Key shard = new IndexCache.Key(source.identity(), index);
    Optional<IndexCache.Known> known = source.indexes().get(shard);
    List<ByteRange.Span> spans =
        known.map(k -> spans(k.index(), atHand.of(Optional.of(k.version())))).orElse(List.of());
    ByteRange first =
        known.isEmpty() && !atHand.isAll()
            ? coder.indexRange()
            : spans.isEmpty() ? NOTHING : spans.get(0);
    withValue(
        first,
        value -> {
          TilesAtHand current = atHand.of(value.version());
          if (current.isAll()) {
            decode(value, Optional.empty(), current);
            return;
          }
          Optional<ShardIndex> same =
              known
                  .filter(k -> value.version().equals(Optional.of(k.version())))
                  .map(k -> k.index());
          ShardIndex shardIndex = same.orElseGet(() -> readIndex(shard, value));
          value.expect(same.isPresent() ? spans : spans(shardIndex, current));
          decode(value, Optional.of(shardIndex), current);
        });
  }

  /** Where the bytes of what is not at hand are. */
  private List<ByteRange.Span> spans(ShardIndex shardIndex, TilesAtHand atHand) {
    return coder.spans(shardIndex, atHand.others().stream().map(this::within).toList());
  }

  private Region within(Region box) {
    return box.relativeTo(unit);
  }

  private ShardIndex readIndex(IndexCache.Key shard, StoredValue value) {
    ShardIndex read = coder.readIndex(value);
    value
        .version()
        .ifPresent(version -> source.indexes().put(shard, new IndexCache.Known(version, read)));
    return read;
  }

  private void withValue(ByteRange first, Consumer<StoredValue> reading) {
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

  private void decode(StoredValue value, Optional<ShardIndex> shardIndex, TilesAtHand atHand) {
    Optional<String> version = value.version().filter(known -> keeps);
    if (version.isEmpty() && atHand.isNone()) {
      decode(value, shardIndex, part);
      return;
    }
    for (ChunkIndex tile : tiles.touching(part)) {
      Region whole = tiles.region(tile);
      Region wanted = whole.intersect(part).orElseThrow();
      Optional<Block> known = atHand.get(tile);
      if (known.isPresent()) {
        copy(whole, wanted, known.get());
      } else if (version.isEmpty() || wanted.equals(whole)) {
        decode(value, shardIndex, wanted);
      } else {
        copy(whole, wanted, decodeTile(value, version.get(), shardIndex, tile));
      }
    }
  }

  private void decode(StoredValue value, Optional<ShardIndex> shardIndex, Region box) {
    decode(value, shardIndex, within(box), goal.into(), goal.place(box));
  }

  private void decode(
      StoredValue value, Optional<ShardIndex> shardIndex, Region within, Block into, long... at) {
    if (shardIndex.isPresent()) {
      coder.decode(value, shardIndex.get(), within, into, at);
    } else {
      coder.decode(value, within, into, at);
    }
  }

  private Block decodeTile(
      StoredValue value, String version, Optional<ShardIndex> shardIndex, ChunkIndex tile) {
    Region whole = tiles.region(tile);
    Block block = Block.allocate(goal.into().dataType(), whole.shape());
    decode(value, shardIndex, within(whole), block, new long[whole.rank()]);
    TileCache.Key kept = new TileCache.Key(source.identity(), tile);
    source.cache().put(kept, new TileCache.Tile(version, block));
    return block;
  }

  private void copy(Region whole, Region wanted, Block block) {
    goal.into().copyFrom(block, wanted.relativeTo(whole), goal.place(wanted));
  }
}
