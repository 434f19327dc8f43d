package dev.espalier.model.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionTest {
  @Test
  void aShapeKeepsItsExtents() {
    long[] extents = {3, 512, 512};
    Shape shape = Shape.of(extents);
    extents[0] = 9;
    shape.toArray()[1] = 9;

    assertThat(shape).isEqualTo(Shape.of(3, 512, 512)).hasToString("[3, 512, 512]");
    assertThat(shape.rank()).isEqualTo(3);
    assertThat(shape.elementCount()).isEqualTo(3 * 512 * 512);
    assertThat(shape.with(0, 4)).isEqualTo(Shape.of(4, 512, 512));
  }

  @Test
  void aScalarHasOneElementAndAnEmptyShapeNone() {
    assertThat(Shape.of()).isEqualTo(Shape.scalar()).hasToString("[]");
    assertThat(Shape.scalar().elementCount()).isEqualTo(1);
    assertThat(Shape.scalar().isEmpty()).isFalse();
    assertThat(Shape.of(5, 0, Long.MAX_VALUE).isEmpty()).isTrue();
    assertThat(Shape.of(Long.MAX_VALUE, 0, Long.MAX_VALUE).elementCount()).isZero();
  }

  @Test
  void countsThatOverflowAreErrors() {
    Shape huge = Shape.of(1L << 32, 1L << 31);

    assertThatThrownBy(huge::elementCount).isInstanceOf(ArithmeticException.class);
    assertThat(Shape.of(1L << 31, 1L << 31).elementCount()).isEqualTo(1L << 62);
  }

  @Test
  void extentsAreNotNegative() {
    assertThatThrownBy(() -> Shape.of(3, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shape [3, -1] has a negative extent");
    assertThatThrownBy(() -> Shape.of(3).with(0, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aRegionHasAnOriginAndAShape() {
    Region region = region(2, 5, 4, 6);

    assertThat(region).hasToString("2:6,5:11").isEqualTo(region(2, 5, 4, 6));
    assertThat(region.start(1)).isEqualTo(5);
    assertThat(region.end(1)).isEqualTo(11);
    assertThat(region.shape()).isEqualTo(Shape.of(4, 6));
    assertThat(region.rank()).isEqualTo(2);
    assertThat(Region.all(Shape.of(4, 6))).isEqualTo(region(0, 0, 4, 6));
    assertThat(Region.all(Shape.scalar())).hasToString("");
  }

  @Test
  void aRegionKeepsItsOrigin() {
    long[] origin = {1};
    Region region = Region.of(origin, Shape.of(2));
    origin[0] = 7;

    assertThat(region.start(0)).isEqualTo(1);
  }

  @Test
  void regionsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> Region.of(new long[] {0}, Shape.of(1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("origin [0] and shape [1, 1] differ in rank");
    assertThatThrownBy(() -> Region.of(new long[] {-1}, Shape.of(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("negative origin [-1]");
    assertThatThrownBy(() -> Region.of(new long[] {Long.MAX_VALUE}, Shape.of(1)))
        .isInstanceOf(ArithmeticException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 4, 6, true",
    "1, 2, 3, 4, true",
    "1, 2, 3, 5, false",
    "2, 0, 3, 6, false",
    "4, 6, 0, 0, true",
    "5, 0, 0, 6, false",
  })
  void aRegionFitsWhereItsEndDoes(long a, long b, long rows, long columns, boolean fits) {
    assertThat(region(a, b, rows, columns).fitsIn(Shape.of(4, 6))).isEqualTo(fits);
  }

  @Test
  void aRegionOfAnotherRankDoesNotFit() {
    assertThat(region(0, 0, 1, 1).fitsIn(Shape.of(9))).isFalse();
    assertThat(Region.all(Shape.scalar()).fitsIn(Shape.scalar())).isTrue();
  }

  @Test
  void whatTwoRegionsShareIsTheirIntersection() {
    assertThat(region(0, 0, 4, 6).intersect(region(2, 5, 4, 6))).contains(region(2, 5, 2, 1));
    assertThat(region(2, 5, 4, 6).intersect(region(0, 0, 4, 6))).contains(region(2, 5, 2, 1));
    assertThat(region(0, 0, 2, 2).intersect(region(2, 0, 2, 2))).isEmpty();
    assertThat(region(0, 0, 2, 2).intersect(region(9, 9, 2, 2))).isEmpty();
    assertThat(region(0, 0, 2, 0).intersect(region(0, 0, 2, 2))).isEmpty();
    assertThat(Region.all(Shape.scalar()).intersect(Region.all(Shape.scalar())))
        .contains(Region.all(Shape.scalar()));
  }

  @Test
  void aRegionIsCountedFromTheStartOfAnother() {
    Region inner = region(3, 5, 1, 2);
    Region around = region(1, 5, 4, 6);

    assertThat(inner.relativeTo(around)).isEqualTo(region(2, 0, 1, 2));
    assertThat(inner.placeIn(around, 10, 20)).containsExactly(12, 20);
    assertThat(inner.relativeTo(inner)).isEqualTo(region(0, 0, 1, 2));
  }

  @Test
  void aRegionThatIsNotWithinAnotherHasNoPlaceThere() {
    assertThatThrownBy(() -> region(0, 5, 1, 1).relativeTo(region(1, 5, 4, 6)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("starts before");
    assertThatThrownBy(() -> region(0, 0, 1, 1).relativeTo(Region.all(Shape.of(9))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("differ in rank");
    assertThatThrownBy(() -> region(0, 0, 1, 1).placeIn(region(0, 0, 1, 1), 7))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("differ in rank");
  }

  private static Region region(long a, long b, long rows, long columns) {
    return Region.of(new long[] {a, b}, Shape.of(rows, columns));
  }
}
