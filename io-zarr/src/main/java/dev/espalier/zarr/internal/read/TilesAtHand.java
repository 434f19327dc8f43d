package dev.espalier.zarr.internal.read;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Tiling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Those tiles of a part of a unit that were decoded before, and those that were not. */
final class TilesAtHand {
  private final Tiling tiles;
  private final Region part;
  private final Map<ChunkIndex, TileCache.Tile> known;

  /** The boxes of the part that are in none of them. */
  private final List<Region> others;

  private TilesAtHand(
      Tiling tiles, Region part, Map<ChunkIndex, TileCache.Tile> known, List<Region> others) {
    this.tiles = tiles;
    this.part = part;
    this.known = known;
    this.others = others;
  }

  /** The tiles that are kept, of whatever version they are. */
  static TilesAtHand of(TileCache cache, ArrayIdentity array, Tiling tiles, Region part) {
    if (cache.isEmpty()) {
      return new TilesAtHand(tiles, part, Map.of(), List.of(part));
    }
    Map<ChunkIndex, TileCache.Tile> known = new HashMap<>();
    for (ChunkIndex tile : tiles.touching(part)) {
      cache.get(new TileCache.Key(array, tile)).ifPresent(found -> known.put(tile, found));
    }
    return of(tiles, part, known);
  }

  private static TilesAtHand of(Tiling tiles, Region part, Map<ChunkIndex, TileCache.Tile> known) {
    if (known.isEmpty()) {
      return new TilesAtHand(tiles, part, known, List.of(part));
    }
    List<Region> others = new ArrayList<>();
    for (ChunkIndex tile : tiles.touching(part)) {
      if (!known.containsKey(tile)) {
        others.add(tiles.region(tile).intersect(part).orElseThrow());
      }
    }
    return new TilesAtHand(tiles, part, known, others);
  }

  /** Those that were decoded from a version of the unit; none where nobody can tell that it is. */
  TilesAtHand of(Optional<String> version) {
    if (known.isEmpty()) {
      return this;
    }
    Map<ChunkIndex, TileCache.Tile> same = new HashMap<>(known);
    return same.values().removeIf(tile -> !version.equals(Optional.of(tile.version())))
        ? of(tiles, part, same)
        : this;
  }

  Optional<Block> get(ChunkIndex tile) {
    return Optional.ofNullable(known.get(tile)).map(TileCache.Tile::block);
  }

  boolean isNone() {
    return known.isEmpty();
  }

  /** Whether nothing has to be decoded. */
  boolean isAll() {
    return others.isEmpty();
  }

  /** What has to be decoded: boxes of the array that make up the part together with the tiles. */
  List<Region> others() {
    return others;
  }
}
