package dev.espalier.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TilingTest {
  @Test
  void theLastTileMayHangOverTheArray() {
    Tiling tiling = Tiling.of(Shape.of(5, 6), Shape.of(2, 3));

    assertThat(tiling.gridShape()).isEqualTo(Shape.of(3, 2));
    assertThat(tiling.count()).isEqualTo(6);
    assertThat(tiling.region(ChunkIndex.of(0, 1)))
        .isEqualTo(Region.of(new long[] {0, 3}, Shape.of(2, 3)));
    assertThat(tiling.region(ChunkIndex.of(2, 1)))
        .isEqualTo(Region.of(new long[] {4, 3}, Shape.of(1, 3)));
  }

  @Test
  void aTileMayBeLargerThanTheArray() {
    Tiling tiling = Tiling.of(Shape.of(5), Shape.of(Long.MAX_VALUE));

    assertThat(tiling.gridShape()).isEqualTo(Shape.of(1));
    assertThat(tiling.region(ChunkIndex.of(0))).isEqualTo(Region.all(Shape.of(5)));
  }

  @Test
  void anEmptyArrayHasNoTiles() {
    Tiling tiling = Tiling.of(Shape.of(5, 0), Shape.of(2, 3));

    assertThat(tiling.gridShape()).isEqualTo(Shape.of(3, 0));
    assertThat(tiling.count()).isZero();
    assertThat(tiling.all()).isEmpty();
  }

  @Test
  void aScalarHasOneTile() {
    Tiling tiling = Tiling.of(Shape.scalar(), Shape.scalar());

    assertThat(tiling.count()).isEqualTo(1);
    assertThat(tiling.all()).containsExactly(ChunkIndex.of());
    assertThat(tiling.region(ChunkIndex.of())).isEqualTo(Region.all(Shape.scalar()));
  }

  @Test
  void tilesComeInCOrder() {
    assertThat(Tiling.of(Shape.of(3, 5), Shape.of(2, 2)).all())
        .containsExactly(
            ChunkIndex.of(0, 0),
            ChunkIndex.of(0, 1),
            ChunkIndex.of(0, 2),
            ChunkIndex.of(1, 0),
            ChunkIndex.of(1, 1),
            ChunkIndex.of(1, 2));
  }

  @Test
  void hugeGridsAreWalkedOneTileAtATime() {
    Shape huge = Shape.of(Long.MAX_VALUE, Long.MAX_VALUE);
    Tiling tiling = Tiling.of(huge, Shape.of(1, 1));
    Iterator<ChunkIndex> walk = tiling.all().iterator();

    assertThat(walk.next()).isEqualTo(ChunkIndex.of(0, 0));
    assertThat(walk.next()).isEqualTo(ChunkIndex.of(0, 1));
    assertThatThrownBy(tiling::count).isInstanceOf(ArithmeticException.class);
    assertThat(tiling.region(ChunkIndex.of(Long.MAX_VALUE - 1, 0)).start(0))
        .isEqualTo(Long.MAX_VALUE - 1);
  }

  @Test
  void tilesThatAreNotThereAreRefused() {
    Tiling tiling = Tiling.of(Shape.of(5, 6), Shape.of(2, 3));

    assertThatThrownBy(() -> tiling.region(ChunkIndex.of(3, 0)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("tile [3, 0] of a grid of [3, 2]");
    assertThatThrownBy(() -> tiling.region(ChunkIndex.of(Long.MAX_VALUE, 0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> tiling.region(ChunkIndex.of(0)))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> ChunkIndex.of(0, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tilesHaveExtentsOfTheRightNumber() {
    assertThatThrownBy(() -> Tiling.of(Shape.of(5, 6), Shape.of(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tile shape [2] has 1 dimensions, the array 2");
    assertThatThrownBy(() -> Tiling.of(Shape.of(5), Shape.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tile shape [0] has an extent of 0");
  }

  @Test
  void aWalkEnds() {
    Iterator<ChunkIndex> walk = Tiling.of(Shape.of(1), Shape.of(1)).all().iterator();
    walk.next();

    assertThat(walk.hasNext()).isFalse();
    assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void tilesCoverEveryElementOnceAndRegionsTouchTheirTiles(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      Shape array = Shapes.random(random, 0, 4, 0, 7);
      Tiling tiling = Tiling.of(array, Shapes.random(random, array.rank(), 1, 4));
      Region region = Shapes.regionOf(array, random);
      List<List<Long>> covered = new ArrayList<>();
      Set<ChunkIndex> touching = new LinkedHashSet<>();
      for (ChunkIndex index : tiling.all()) {
        covered.addAll(Shapes.elements(tiling.region(index)));
        if (tiling.region(index).intersect(region).isPresent()) {
          touching.add(index);
        }
      }

      assertThat(covered)
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(Shapes.elements(Region.all(array)));
      assertThat(tiling.touching(region)).containsExactlyElementsOf(touching);
      if (!touching.isEmpty()) {
        assertThat(tiling.first(region)).isEqualTo(touching.iterator().next());
      }
    }
  }
}
