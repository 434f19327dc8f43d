package dev.espalier.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.ElementForm;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MeanDownsamplingTest {
  private static final List<CoreType> INTEGERS =
      Arrays.stream(CoreType.values())
          .filter(t -> t.kind() == CoreType.Kind.SIGNED || t.kind() == CoreType.Kind.UNSIGNED)
          .toList();

  private static final List<Arguments> GEOMETRIES =
      List.of(
          Arguments.of(Shape.of(6), List.of(2)),
          Arguments.of(Shape.of(7), List.of(2)),
          Arguments.of(Shape.of(1), List.of(2)),
          Arguments.of(Shape.of(11), List.of(3)),
          Arguments.of(Shape.of(5, 7), List.of(2, 2)),
          Arguments.of(Shape.of(4, 9), List.of(1, 2)),
          Arguments.of(Shape.of(4, 9), List.of(3, 1)),
          Arguments.of(Shape.of(2, 3, 5, 7), List.of(1, 1, 2, 2)),
          Arguments.of(Shape.of(3, 2, 5, 4, 3), List.of(2, 1, 3, 2, 2)),
          Arguments.of(Shape.scalar(), List.of()));

  static Stream<Arguments> integersAndGeometries() {
    return INTEGERS.stream()
        .flatMap(type -> GEOMETRIES.stream().map(g -> Arguments.of(type, g.get()[0], g.get()[1])));
  }

  @ParameterizedTest
  @MethodSource("integersAndGeometries")
  void integersAreTheExactMeanRoundedHalfToEven(CoreType type, Shape shape, List<Integer> factors) {
    BitsBlock input = random(type, shape, 7);
    MeanDownsampling mean = new MeanDownsampling(factors);
    BitsBlock output = (BitsBlock) Block.allocate(type, mean.outputShape(shape));

    mean.apply(input, output);

    forEachBox(
        input,
        output,
        factors,
        (elements, found) -> {
          BigDecimal sum = BigDecimal.ZERO;
          for (JsonValue element : elements) {
            sum = sum.add(((JsonNumber) element).toBigDecimal());
          }
          BigDecimal count = BigDecimal.valueOf(elements.size());
          assertThat(found)
              .isEqualTo(
                  new JsonNumber(sum.divide(count, 0, RoundingMode.HALF_EVEN).toPlainString()));
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"INT64", "UINT64"})
  void sumsBeyondSixtyFourBitsAreExact(CoreType type) {
    for (BigInteger extreme : extremes(type)) {
      for (BigInteger other : extremes(type)) {
        BigDecimal sum = new BigDecimal(extreme.multiply(BigInteger.valueOf(3)).add(other));
        BigDecimal expected = sum.divide(BigDecimal.valueOf(4), 0, RoundingMode.HALF_EVEN);
        assertThat(meanOf(type, extreme, extreme, extreme, other))
            .isEqualTo(new JsonNumber(expected.toPlainString()));
      }
    }
  }

  private static List<BigInteger> extremes(CoreType type) {
    BigInteger half = BigInteger.ONE.shiftLeft(63);
    List<BigInteger> near = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      near.add((type == CoreType.INT64 ? half : half.shiftLeft(1)).subtract(BigInteger.valueOf(i)));
      near.add(
          type == CoreType.INT64
              ? half.negate().add(BigInteger.valueOf(i - 1))
              : BigInteger.valueOf(i - 1));
    }
    return near;
  }

  @Test
  void halvesGoToTheEvenNeighbour() {
    assertThat(meanOf(CoreType.INT16, 1, 2)).isEqualTo(JsonValue.of(2));
    assertThat(meanOf(CoreType.INT16, 2, 3)).isEqualTo(JsonValue.of(2));
    assertThat(meanOf(CoreType.INT16, -1, 0)).isEqualTo(JsonValue.of(0));
    assertThat(meanOf(CoreType.INT16, -2, -1)).isEqualTo(JsonValue.of(-2));
    assertThat(meanOf(CoreType.UINT8, 255, 254)).isEqualTo(JsonValue.of(254));
    assertThat(meanOf(CoreType.INT64, -3, -2)).isEqualTo(JsonValue.of(-2));
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "FLOAT32", "FLOAT64"})
  void floatsAreTheMeanToTheLastBits(CoreType type) {
    Shape shape = Shape.of(3, 9, 11);
    List<Integer> factors = List.of(1, 2, 2);
    BitsBlock input = random(type, shape, 11);
    MeanDownsampling mean = new MeanDownsampling(factors);
    BitsBlock output = (BitsBlock) Block.allocate(type, mean.outputShape(shape));

    mean.apply(input, output);

    double precision =
        type == CoreType.FLOAT16 ? 0x1p-10 : type == CoreType.FLOAT32 ? 0x1p-23 : 0x1p-51;
    forEachBox(
        input,
        output,
        factors,
        (elements, found) -> {
          BigDecimal sum = BigDecimal.ZERO;
          double largest = 0;
          for (JsonValue element : elements) {
            sum = sum.add(((JsonNumber) element).toBigDecimal());
            largest = Math.max(largest, Math.abs(((JsonNumber) element).toDouble()));
          }
          double expected = sum.doubleValue() / elements.size();
          assertThat(((JsonNumber) found).toDouble())
              .isCloseTo(expected, within(largest * precision));
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"FLOAT16", "FLOAT32", "FLOAT64"})
  void specialFloatsBehaveAsInAddition(CoreType type) {
    assertThat(meanOf(type, "NaN", 1)).isEqualTo(new JsonString("NaN"));
    assertThat(meanOf(type, "0x" + "f".repeat(2 * type.size()), 1))
        .isEqualTo(new JsonString("NaN"));
    assertThat(meanOf(type, "Infinity", 1)).isEqualTo(new JsonString("Infinity"));
    assertThat(meanOf(type, "Infinity", "-Infinity")).isEqualTo(new JsonString("NaN"));
    assertThat(meanOf(type, new JsonNumber("-0.0"), new JsonNumber("-0.0")))
        .isEqualTo(new JsonNumber("-0.0"));
  }

  @Test
  void theLargestFloatsDoNotOverflow() {
    JsonNumber largest = new JsonNumber(Float.toString(Float.MAX_VALUE));
    assertThat(meanOf(CoreType.FLOAT32, largest, largest, largest, largest)).isEqualTo(largest);
  }

  @Test
  void blocksOfTheResultNeedOnlyTheirPartOfTheInput() {
    Shape shape = Shape.of(3, 21, 35);
    MeanDownsampling mean = MeanDownsampling.by(1, 2, 2);
    BitsBlock input = random(CoreType.UINT16, shape, 3);
    Block whole = Block.allocate(CoreType.UINT16, mean.outputShape(shape));
    mean.apply(input, whole);

    Block pieced = Block.allocate(CoreType.UINT16, whole.shape());
    Tiling tiling = Tiling.of(whole.shape(), Shape.of(2, 4, 7));
    for (ChunkIndex tile : tiling.all()) {
      Region region = tiling.region(tile);
      Region needed = mean.inputRegion(region, shape);
      Block part = Block.allocate(CoreType.UINT16, needed.shape());
      part.copyFrom(input, needed, new long[3]);
      Block result = Block.allocate(CoreType.UINT16, region.shape());
      mean.apply(part, result);
      pieced.copyFrom(
          result, Region.all(region.shape()), region.start(0), region.start(1), region.start(2));
    }

    assertThat(((BitsBlock) pieced).bytes()).isEqualTo(((BitsBlock) whole).bytes());
  }

  @Test
  void theLastBoxIsClippedAtTheEdgeOfTheInput() {
    MeanDownsampling mean = MeanDownsampling.by(1, 2);
    assertThat(mean.outputShape(Shape.of(4, 9))).isEqualTo(Shape.of(4, 5));
    assertThat(mean.inputRegion(Region.of(new long[] {1, 3}, Shape.of(2, 2)), Shape.of(4, 9)))
        .isEqualTo(Region.of(new long[] {1, 6}, Shape.of(2, 3)));
    long huge = Long.MAX_VALUE;
    assertThat(mean.outputShape(Shape.of(1, huge))).isEqualTo(Shape.of(1, (huge - 1) / 2 + 1));
    assertThat(
            mean.inputRegion(
                Region.of(new long[] {0, huge / 2}, Shape.of(1, 1)), Shape.of(1, huge)))
        .isEqualTo(Region.of(new long[] {0, huge - 1}, Shape.of(1, 1)));
  }

  @Test
  void emptyArraysStayEmpty() {
    MeanDownsampling mean = MeanDownsampling.by(1, 2);
    Shape output = mean.outputShape(Shape.of(0, 3));
    assertThat(output).isEqualTo(Shape.of(0, 2));
    mean.apply(
        Block.allocate(CoreType.INT8, Shape.of(0, 3)), Block.allocate(CoreType.INT8, output));
  }

  @Test
  void onlyIntegersAndFloatsAreAccepted() {
    MeanDownsampling mean = MeanDownsampling.by(2);
    List<DataType> refused =
        List.of(
            CoreType.BOOL,
            CoreType.COMPLEX64,
            CoreType.COMPLEX128,
            ExtensionType.STRING,
            DataType.named("r16"));
    assertThat(Arrays.stream(CoreType.values()).filter(mean::accepts)).hasSize(11);
    assertThat(refused).noneMatch(mean::accepts);
    assertThatThrownBy(
            () ->
                mean.apply(
                    Block.allocate(CoreType.BOOL, Shape.of(2)),
                    Block.allocate(CoreType.BOOL, Shape.of(1))))
        .hasMessage("the mean of bool elements into bool");
  }

  @Test
  void mistakesAreNamed() {
    assertThatThrownBy(() -> MeanDownsampling.by(1, 0))
        .hasMessage("downsampling factors [1, 0]; each is at least 1, their product below 2^31");
    assertThatThrownBy(() -> MeanDownsampling.by(1 << 16, 1 << 16))
        .hasMessageContaining("their product below 2^31");
    assertThatThrownBy(() -> MeanDownsampling.by(2, 2).outputShape(Shape.of(4)))
        .hasMessage("downsampling factors [2, 2] for shape [4]; give one for each dimension");
    assertThatThrownBy(
            () ->
                MeanDownsampling.by(2)
                    .apply(
                        Block.allocate(CoreType.INT8, Shape.of(5)),
                        Block.allocate(CoreType.INT8, Shape.of(2))))
        .hasMessage("the mean of shape [5] by [2] does not have shape [2]");
  }

  private static JsonValue meanOf(CoreType type, Object... elements) {
    BitsBlock input = BitsBlock.allocate(type, Shape.of(elements.length));
    for (int i = 0; i < elements.length; i++) {
      JsonValue value =
          elements[i] instanceof JsonValue json
              ? json
              : elements[i] instanceof String text
                  ? JsonValue.of(text)
                  : new JsonNumber(elements[i].toString());
      ((BitsFill) FillValue.parse(type, value)).copyTo(input.bytes(), i * type.size());
    }
    BitsBlock output = BitsBlock.allocate(type, Shape.of(1));
    MeanDownsampling.by(elements.length).apply(input, output);
    return ElementForm.toJson(type, output.bytes(), 0);
  }

  private static BitsBlock random(CoreType type, Shape shape, long seed) {
    Random random = new Random(seed);
    BitsBlock block = BitsBlock.allocate(type, shape);
    random.nextBytes(block.bytes());
    if (type.kind() == CoreType.Kind.FLOAT) {
      for (int i = 0; i < block.bytes().length; i += type.size()) {
        JsonValue value = JsonValue.of(random.nextGaussian() * 1000);
        ((BitsFill) FillValue.parse(type, value)).copyTo(block.bytes(), i);
      }
    }
    return block;
  }

  private interface BoxCheck {
    void check(List<JsonValue> elements, JsonValue found);
  }

  /** Visits every element of the result with the elements of its box, found the slow way. */
  private static void forEachBox(
      BitsBlock input, BitsBlock output, List<Integer> factors, BoxCheck check) {
    int rank = factors.size();
    for (long o = 0; o < output.shape().elementCount(); o++) {
      long[] at = unravel(o, output.shape());
      List<JsonValue> elements = new ArrayList<>();
      for (long i = 0; i < input.shape().elementCount(); i++) {
        long[] from = unravel(i, input.shape());
        boolean inside = true;
        for (int d = 0; d < rank; d++) {
          inside &= from[d] / factors.get(d) == at[d];
        }
        if (inside) {
          elements.add(element(input, i));
        }
      }
      check.check(elements, element(output, o));
    }
  }

  private static JsonValue element(BitsBlock block, long index) {
    return ElementForm.toJson(block.dataType(), block.bytes(), (int) index * block.elementSize());
  }

  private static long[] unravel(long index, Shape shape) {
    long[] at = new long[shape.rank()];
    for (int d = at.length - 1; d >= 0; d--) {
      at[d] = index % shape.extent(d);
      index /= shape.extent(d);
    }
    return at;
  }
}
