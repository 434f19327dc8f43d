package dev.espalier.model.elements;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.match.ElementDemand;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ElementCheckTest {
  private static final NodePath AT = NodePath.parse("/indptr");
  private static final ElementRule RISING = new ElementRule.Rising(CoreRules.ELEMENTS_ORDER, false);
  private static final ElementRule STRICT = new ElementRule.Rising(CoreRules.ELEMENTS_ORDER, true);
  private static final ElementRule FIRST =
      new ElementRule.First(CoreRules.ELEMENTS_FIRST, Extent.fixed(0));
  private static final ElementRule LAST =
      new ElementRule.Last(CoreRules.ELEMENTS_LAST, Extent.symbol("nnz"));
  private static final ElementRule SUM =
      new ElementRule.Sum(CoreRules.ELEMENTS_SUM, Extent.symbol("nnz"));
  private static final ElementRule FINITE = new ElementRule.Finite(CoreRules.ELEMENTS_FINITE);

  @Test
  void elementsThatKeepTheRulesAreFineInAnyNumberOfPieces() {
    long[] many = new long[3_000_000];
    for (int i = 0; i < many.length; i++) {
      many[i] = i;
    }
    assertThat(told(longs(many), 2_999_999, RISING, STRICT, FIRST, LAST)).isEmpty();
  }

  @Test
  void aFallIsFoundWithinAPieceAndBetweenTwo() {
    long[] many = new long[2_500_000];
    many[(1 << 20) - 1] = 1;
    assertThat(told(longs(many), 0, RISING))
        .containsExactly("element 1048576 of /indptr is less than the one before it");
    assertThat(told(longs(0, 5, 4, 3), 0, RISING))
        .containsExactly("element 2 of /indptr is less than the one before it");
    assertThat(told(longs(0, 5, 5, 3), 0, STRICT))
        .containsExactly("element 2 of /indptr is equal to the one before it");
  }

  @Test
  void endsAndSumsAreComparedWithExtents() {
    assertThat(told(longs(1, 4, 9), 12, FIRST, LAST, SUM))
        .containsExactly(
            "the first element of /indptr is 1, not 0",
            "the last element of /indptr is 9, not 12 (nnz)",
            "the sum of /indptr is 14, not 12 (nnz)");
    assertThat(told(longs(), 0, FIRST, SUM))
        .containsExactly("the first element of /indptr is missing, not 0");
  }

  @Test
  void sumsDoNotWrapAround() {
    assertThat(told(longs(Long.MAX_VALUE, Long.MAX_VALUE, 2), 0, SUM))
        .containsExactly("the sum of /indptr is 18446744073709551616, not 0 (nnz)");
  }

  @Test
  void unsignedNumbersAreComparedAsSuch() {
    ArraySource source = source(CoreType.UINT64, Shape.of(2), bytes(1, -1));
    assertThat(told(source, 0, RISING)).isEmpty();
    assertThat(
            told(
                source,
                0,
                new ElementRule.Within(
                    CoreRules.ELEMENTS_RANGE,
                    Optional.empty(),
                    Optional.of(BigDecimal.TEN),
                    Optional.empty())))
        .containsExactly("element 1 of /indptr is 18446744073709551615, not at most 10");
  }

  @Test
  void positionsStayBelowAnExtent() {
    ElementRule below =
        new ElementRule.Within(
            CoreRules.ELEMENTS_RANGE,
            Optional.of(BigDecimal.ZERO),
            Optional.empty(),
            Optional.of(Extent.symbol("nnz")));
    assertThat(told(longs(0, 2, 1), 3, below)).isEmpty();
    assertThat(told(longs(0, 3, 1), 3, below))
        .containsExactly("element 1 of /indptr is 3, not below 3 (nnz)");
    assertThat(told(longs(0, -3, 7), 3, below))
        .containsExactly("element 1 of /indptr is -3, not at least 0");
  }

  @Test
  void whereAnElementIsOutOfRangeTheSumIsNotJudged() {
    ElementRule most =
        new ElementRule.Within(
            CoreRules.ELEMENTS_RANGE,
            Optional.empty(),
            Optional.of(BigDecimal.TEN),
            Optional.empty());
    assertThat(told(longs(1, 30, 2), 5, SUM, most))
        .containsExactly("element 1 of /indptr is 30, not at most 10");
    assertThat(told(longs(1, 3, 2), 5, SUM, most))
        .containsExactly("the sum of /indptr is 6, not 5 (nnz)");
  }

  @Test
  void aWrongLastElementThatFallsIsToldOnce() {
    assertThat(told(longs(0, 5, 9, 1), 10, RISING, LAST))
        .containsExactly("the last element of /indptr is 1, not 10 (nnz)");
    assertThat(told(longs(0, 5, 9, 9), 10, STRICT, LAST))
        .containsExactly("the last element of /indptr is 9, not 10 (nnz)");
  }

  @Test
  void aFallBeforeTheLastElementOrToTheRightOneIsTold() {
    assertThat(told(longs(0, 5, 4, 1), 10, RISING, LAST))
        .containsExactly(
            "element 2 of /indptr is less than the one before it",
            "the last element of /indptr is 1, not 10 (nnz)");
    assertThat(told(longs(0, 5, 12, 10), 10, RISING, LAST))
        .containsExactly("element 3 of /indptr is less than the one before it");
  }

  @Test
  void numbersThatAreNoneAreFound() {
    byte[] bytes =
        ByteBuffer.allocate(16)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putDouble(1)
            .putDouble(Double.NaN)
            .array();
    ArraySource source = source(CoreType.FLOAT64, Shape.of(2), bytes);
    assertThat(told(source, 0, FINITE)).containsExactly("element 1 of /indptr is NaN or infinite");
    assertThat(told(source, 0, RISING)).hasSize(1);
  }

  @Test
  void elementsAreSeenOnTheirWayAndNotReadAgain() {
    AtomicInteger reads = new AtomicInteger();
    ArraySource counted = counting(longs(0, 2, 1, 9), reads);
    ElementCheck.Tap tap = check(12, RISING, LAST).tap(bound(counted));
    ArraySource tapped = tapped(tap);
    tapped.read(Region.of(new long[] {2}, Shape.of(2)));
    tapped.read(Region.of(new long[] {0}, Shape.of(2)));

    assertThat(tap.findings())
        .extracting(Finding::message)
        .containsExactly(
            "element 2 of /indptr is less than the one before it",
            "the last element of /indptr is 9, not 12 (nnz)");
    assertThat(reads).hasValue(2);
  }

  @Test
  void whatDidNotPassIsReadFromTheSource() {
    AtomicInteger reads = new AtomicInteger();
    ElementCheck.Tap tap = check(12, LAST).tap(bound(counting(longs(0, 2, 1, 9), reads)));
    ArraySource tapped = tapped(tap);
    tapped.read(Region.of(new long[] {0}, Shape.of(2)));

    assertThat(tap.findings()).hasSize(1);
    assertThat(reads).hasValue(2);
  }

  @Test
  void anArrayThatNothingFillsIsItsFillValue() {
    ArraySpec spec = ArraySpec.builder().dataType(CoreType.INT32).shape(Shape.of(3)).build();
    BoundHierarchy hierarchy =
        new BoundHierarchy(GroupSpec.builder().putMember("indptr", spec).build(), Map.of());
    assertThat(check(12, LAST).tap(hierarchy).findings())
        .extracting(Finding::message)
        .containsExactly("the last element of /indptr is 0, not 12 (nnz)");
  }

  private static ArraySource tapped(ElementCheck.Tap tap) {
    return ((ArrayData.Pulled) Objects.requireNonNull(tap.hierarchy().data().get(AT))).source();
  }

  private static ElementCheck check(long nnz, ElementRule... rules) {
    return ElementCheck.of(List.of(new ElementDemand(AT, List.of(rules), Map.of("nnz", nnz))));
  }

  private static List<String> told(ArraySource source, long nnz, ElementRule... rules) {
    return check(nnz, rules).findings(path -> source).stream().map(Finding::message).toList();
  }

  private static BoundHierarchy bound(ArraySource source) {
    ArraySpec spec = ArraySpec.builder().dataType(source.dataType()).shape(source.shape()).build();
    return new BoundHierarchy(
        GroupSpec.builder().putMember("indptr", spec).build(),
        Map.of(AT, new ArrayData.Pulled(source)));
  }

  private static ArraySource longs(long... values) {
    return source(CoreType.INT64, Shape.of(values.length), bytes(values));
  }

  private static byte[] bytes(long... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      bytes.putLong(value);
    }
    return bytes.array();
  }

  private static ArraySource source(DataType type, Shape shape, byte[] bytes) {
    BitsBlock all = BitsBlock.over(type, shape, bytes);
    return new ArraySource() {
      @Override
      public DataType dataType() {
        return type;
      }

      @Override
      public Shape shape() {
        return shape;
      }

      @Override
      public void read(Region region, Block into) {
        into.copyFrom(all, region, new long[region.rank()]);
      }
    };
  }

  private static ArraySource counting(ArraySource source, AtomicInteger reads) {
    return new ArraySource() {
      @Override
      public DataType dataType() {
        return source.dataType();
      }

      @Override
      public Shape shape() {
        return source.shape();
      }

      @Override
      public void read(Region region, Block into) {
        reads.incrementAndGet();
        source.read(region, into);
      }
    };
  }
}
