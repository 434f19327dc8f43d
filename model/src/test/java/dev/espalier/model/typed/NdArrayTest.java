package dev.espalier.model.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.ExtensionType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NdArrayTest {
  @Test
  void aJavaArrayBecomesAnArrayOfItsTypeInOneDimensionOrMore() {
    assertThat(NdArray.of(new byte[2]).toString()).isEqualTo("int8 [2]");
    assertThat(NdArray.of(new short[6], 2, 3).toString()).isEqualTo("int16 [2, 3]");
    assertThat(NdArray.of(new int[6], 6, 1).toString()).isEqualTo("int32 [6, 1]");
    assertThat(NdArray.of(new long[0]).toString()).isEqualTo("int64 [0]");
    assertThat(NdArray.of(new float[1], 1, 1, 1).toString()).isEqualTo("float32 [1, 1, 1]");
    assertThat(NdArray.of(new double[2]).toString()).isEqualTo("float64 [2]");
    assertThat(NdArray.of(new String[] {"a"}).dataType()).isEqualTo(ExtensionType.STRING);
  }

  @Test
  void elementsAreReadByRegion() {
    NdArray array = NdArray.of(new int[] {1, 2, 3, 4, 5, 0x01020306}, 2, 3);

    BitsBlock block = (BitsBlock) array.read(Region.of(new long[] {1, 2}, Shape.of(1, 1)));

    assertThat(block.bytes()).containsExactly(6, 3, 2, 1);
  }

  @Test
  void elementsOfEachTypeAreLittleEndian() {
    assertThat(bytes(NdArray.of(new byte[] {-1}))).containsExactly(-1);
    assertThat(bytes(NdArray.of(new short[] {1}))).containsExactly(1, 0);
    assertThat(bytes(NdArray.of(new long[] {1}))).containsExactly(1, 0, 0, 0, 0, 0, 0, 0);
    assertThat(bytes(NdArray.of(new float[] {1}))).containsExactly(0, 0, -128, 63);
    assertThat(bytes(NdArray.of(new double[] {1}))).containsExactly(0, 0, 0, 0, 0, 0, -16, 63);
    assertThat(((TextBlock) NdArray.of(new String[] {"a", "b"}).read()).texts())
        .containsExactly("a", "b");
  }

  private static byte[] bytes(NdArray array) {
    return ((BitsBlock) array.read()).bytes();
  }

  @Test
  void aLaterChangeOfTheJavaArrayChangesNothing() {
    byte[] elements = {1};
    NdArray array = NdArray.of(elements);
    elements[0] = 2;

    assertThat(bytes(array)).containsExactly(1);
  }

  @Test
  void extentsHaveToFitTheElements() {
    assertThatThrownBy(() -> NdArray.of(new int[5], 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("5 elements for the extents [2, 3]");
  }

  @Test
  void anArrayWithoutElementsIsFilled() {
    NdArray array =
        NdArray.zeros(CoreType.UINT8, 2)
            .fillValue(FillValue.parse(CoreType.UINT8, JsonValue.of(7)));

    assertThat(array.source()).isEmpty();
    assertThat(bytes(array)).containsExactly(7, 7);
    assertThatThrownBy(() -> array.read(Region.of(new long[] {1}, Shape.of(2))))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("1:3 leaves an array of shape [2]");
  }

  @Test
  void aSourceOfAnotherShapeIsRefused() {
    ArraySpec spec = ArraySpec.builder().dataType(CoreType.INT8).shape(Shape.of(3)).build();

    assertThatThrownBy(() -> NdArray.of(spec, NdArray.of(new byte[2]).source().orElseThrow()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a source of int8 [2] for an array of int8 [3]");
  }

  @Test
  void whatIsSetChangesTheSpecAndKeepsTheElements() {
    NdArray array =
        NdArray.of(new byte[] {1, 2}, 2, 1)
            .chunks(1, 1)
            .shards(2, 1)
            .dimensionNames("y", "x")
            .attribute("unit", JsonValue.of("m"));

    assertThat(array.spec().layout().chunkShape()).contains(Shape.of(1, 1));
    assertThat(array.spec().layout().shardShape()).contains(Shape.of(2, 1));
    assertThat(array.spec().dimensionNames()).contains(List.of(Optional.of("y"), Optional.of("x")));
    assertThat(array.spec().attributes().get("unit")).contains(JsonValue.of("m"));
    assertThat(bytes(array)).containsExactly(1, 2);
  }

  @Test
  void equalityLooksAtTheSpecOnly() {
    assertThat(NdArray.of(new byte[] {1})).isEqualTo(NdArray.of(new byte[] {2}));
    assertThat(NdArray.of(new byte[] {1}))
        .isNotEqualTo(NdArray.of(new byte[] {1}).chunks(1))
        .hasSameHashCodeAs(NdArray.of(new byte[] {5}));
  }

  @Test
  void aDerivedArrayIsComputedFromItsInput() {
    NdArray base = NdArray.of(new float[] {1, 3, 5, 7}).dimensionNames("time");
    NdArray half = base.derive(MeanDownsampling.by(2));

    assertThat(half.shape()).isEqualTo(Shape.of(2));
    assertThat(half.spec().dimensionNames()).isEqualTo(base.spec().dimensionNames());
    assertThat(bytes(half)).isEqualTo(bytes(NdArray.of(new float[] {2, 6})));
  }
}
