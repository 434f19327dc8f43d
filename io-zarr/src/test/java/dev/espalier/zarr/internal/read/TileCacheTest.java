package dev.espalier.zarr.internal.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.ExtensionType;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TileCacheTest {
  private static final ArrayIdentity A = identity();
  private static final ArrayIdentity B = identity();

  private static final int BESIDE = 256;

  private final TileCache cache = new TileCache(2 * BESIDE + 100);
  private final TileCache.Tile forty = tile(Block.allocate(CoreType.UINT8, Shape.of(40)));

  @Test
  void whatWasNotUsedForLongestGoesFirst() {
    cache.put(key(1), forty);
    cache.put(key(2), forty);
    assertThat(cache.get(key(1))).containsSame(forty);

    cache.put(key(3), forty);

    assertThat(cache.get(key(1))).isPresent();
    assertThat(cache.get(key(2))).isEmpty();
    assertThat(cache.get(key(3))).isPresent();
  }

  @Test
  void whatIsPutTwiceCountsOnce() {
    cache.put(key(1), forty);
    cache.put(key(2), forty);
    cache.put(key(2), forty);
    cache.put(key(2), forty);

    assertThat(cache.get(key(1))).isPresent();
  }

  @Test
  void whatIsLargerThanTheBoundIsNotKept() {
    assertThat(cache.hasRoomFor(BESIDE + 100)).isTrue();
    assertThat(cache.hasRoomFor(BESIDE + 101)).isFalse();
    cache.put(key(1), forty);

    cache.put(key(2), tile(Block.allocate(CoreType.UINT8, Shape.of(BESIDE + 101))));

    assertThat(cache.get(key(2))).isEmpty();
  }

  @Test
  void manySmallTilesAreFew() {
    for (int i = 0; i < 10; i++) {
      cache.put(key(i), tile(Block.allocate(CoreType.UINT8, Shape.of(1))));
    }

    assertThat(IntStream.range(0, 10).filter(i -> cache.get(key(i)).isPresent())).hasSize(2);
  }

  @Test
  void textsAreWeighedByWhatTheyHold() {
    TextBlock texts = (TextBlock) Block.allocate(ExtensionType.STRING, Shape.of(1));
    cache.put(key(1), tile(texts));
    cache.put(key(2), tile(texts));
    assertThat(cache.get(key(1))).isPresent();

    texts.texts()[0] = "ten letters".repeat(10);
    cache.clear();
    cache.put(key(1), tile(texts));
    cache.put(key(2), tile(texts));

    assertThat(cache.get(key(1))).isEmpty();
    assertThat(cache.get(key(2))).isPresent();
  }

  @Test
  void theSameTileOfAnotherArrayIsAnother() {
    cache.put(key(1), forty);

    assertThat(cache.get(new TileCache.Key(B, ChunkIndex.of(1)))).isEmpty();
    cache.clear();
    assertThat(cache.get(key(1))).isEmpty();
  }

  private static TileCache.Key key(long tile) {
    return new TileCache.Key(A, ChunkIndex.of(tile));
  }

  private static TileCache.Tile tile(Block block) {
    return new TileCache.Tile("1", block);
  }

  private static ArrayIdentity identity() {
    return new ArrayIdentity(
        ArraySpec.builder().dataType(CoreType.UINT8).shape(Shape.of(1)).build());
  }
}
