package dev.espalier.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tilings whose tiles differ. */
class UnevenTilingTest {
  private static final EdgeLengths MIXED = EdgeLengths.list().add(3, 2).add(1, 1).add(6, 1).build();

  @Test
  void tilesLieOneBehindTheOther() {
    Tiling tiling = Tiling.of(Shape.of(10, 7), List.of(MIXED, EdgeLengths.repeated(4)));

    assertThat(tiling.isEven()).isFalse();
    assertThat(tiling.tileShape()).isEqualTo(Shape.of(6, 4));
    assertThat(tiling.gridShape()).isEqualTo(Shape.of(4, 2));
    assertThat(tiling.region(ChunkIndex.of(1, 0)))
        .isEqualTo(Region.of(new long[] {3, 0}, Shape.of(3, 4)));
    assertThat(tiling.region(ChunkIndex.of(3, 1)))
        .isEqualTo(Region.of(new long[] {7, 4}, Shape.of(3, 3)));
    assertThat(tiling.tileShape(ChunkIndex.of(3, 1))).isEqualTo(Shape.of(6, 4));
    assertThat(tiling.tileShape(ChunkIndex.of(2, 1))).isEqualTo(Shape.of(1, 4));
    assertThat(tiling.tileExtents(0)).containsExactly(3L, 1L, 6L);
    assertThatThrownBy(() -> tiling.tileShape(ChunkIndex.of(4, 0)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("tile [4, 0] of a grid of [4, 2]");
  }

  @Test
  void tilesBeyondTheArrayAreNoTiles() {
    Tiling tiling = Tiling.of(Shape.of(6), List.of(MIXED));

    assertThat(tiling.count()).isEqualTo(2);
    assertThat(tiling.isEven()).isTrue();
    assertThat(tiling.tileShape()).isEqualTo(Shape.of(3));
  }

  @Test
  void anArrayWithoutElementsNeedsNoTiles() {
    Tiling tiling = Tiling.of(Shape.of(0, 5), List.of(EdgeLengths.of(), EdgeLengths.of(2, 3)));

    assertThat(tiling.count()).isZero();
    assertThat(tiling.all()).isEmpty();
    assertThat(tiling.tileShape()).isEqualTo(Shape.of(1, 3));
    assertThat(tiling.holdsWholeTiles(Region.all(Shape.of(0, 5)))).isTrue();
  }

  @Test
  void tilesHoldAllElements() {
    assertThatThrownBy(() -> Tiling.of(Shape.of(14), List.of(MIXED)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edge lengths (3*2+1+6) hold less than the 14 elements along dimension 0");
    assertThatThrownBy(() -> Tiling.of(Shape.of(4, 4), List.of(MIXED)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("edge lengths of 1 dimensions, the array has 2");
  }

  @Test
  void shardsAreMadeOfChunksWhereEveryExtentIsAMultiple() {
    Tiling tiling =
        Tiling.of(Shape.of(16, 7), List.of(EdgeLengths.of(4, 2, 10), EdgeLengths.repeated(6)));

    assertThat(tiling.isMadeOf(Shape.of(2, 3))).isTrue();
    assertThat(tiling.isMadeOf(Shape.of(4, 3))).isFalse();
    assertThat(tiling.isMadeOf(Shape.of(2, 5))).isFalse();
    assertThat(tiling.isMadeOf(Shape.of(2))).isFalse();
  }

  @Test
  void moreTilesThanMemoryHoldsAreCounted() {
    long count = 1L << 40;
    EdgeLengths edges = EdgeLengths.list().add(2, count).add(5, count).build();
    Tiling tiling = Tiling.of(Shape.of(7 * count), List.of(edges));

    assertThat(tiling.count()).isEqualTo(2 * count);
    assertThat(tiling.first(Region.of(new long[] {2 * count + 12}, Shape.of(1))))
        .isEqualTo(ChunkIndex.of(count + 2));
    assertThat(tiling.all().iterator().next()).isEqualTo(ChunkIndex.of(0));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void aTileIsFoundAsOneThatWalksAlongTheListFindsIt(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<Long> lengths = new ArrayList<>();
      EdgeLengths.Builder builder = EdgeLengths.list();
      for (int run = 0; run <= random.nextInt(6); run++) {
        int length = 1 + random.nextInt(5);
        int count = 1 + random.nextInt(3);
        builder.add(length, count);
        for (int i = 0; i < count; i++) {
          lengths.add((long) length);
        }
      }
      long sum = lengths.stream().mapToLong(Long::longValue).sum();
      long extent = sum - random.nextInt((int) sum);
      assertFound(Tiling.of(Shape.of(extent), List.of(builder.build())), lengths, extent);
    }
  }

  private static void assertFound(Tiling tiling, List<Long> lengths, long extent) {
    long start = 0;
    int tile = 0;
    for (; start < extent; tile++) {
      long end = Math.min(extent, start + lengths.get(tile));
      Region region = Region.of(new long[] {start}, Shape.of(end - start));
      assertThat(tiling.region(ChunkIndex.of(tile))).isEqualTo(region);
      assertThat(tiling.tileShape(ChunkIndex.of(tile))).isEqualTo(Shape.of(lengths.get(tile)));
      assertThat(tiling.holdsWholeTiles(region)).isTrue();
      for (long element = start; element < end; element++) {
        Region one = Region.of(new long[] {element}, Shape.of(1));
        assertThat(tiling.touching(one)).containsExactly(ChunkIndex.of(tile));
        assertThat(tiling.holdsWholeTiles(one)).isEqualTo(end - start == 1);
      }
      start = end;
    }
    assertThat(tiling.count()).isEqualTo(tile);
  }
}
