package dev.espalier.model.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.model.type.RawBits;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlockTest {
  @Test
  void aNewBlockHoldsZerosOrEmptyTexts() {
    assertThat(
            Block.allocate(CoreType.FLOAT32, Shape.of(3))
                .isFilledWith(FillValue.zero(CoreType.FLOAT32)))
        .isTrue();
    assertThat(((TextBlock) Block.allocate(ExtensionType.STRING, Shape.of(2, 1))).texts())
        .containsExactly("", "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"uint8", "int16", "r24", "complex128"})
  void everyElementIsFilled(String name) {
    DataType type = DataType.named(name);
    byte[] element = new byte[type.byteSize().orElseThrow()];
    for (int i = 0; i < element.length; i++) {
      element[i] = (byte) (i + 1);
    }
    FillValue fill = BitsFill.of(type, element);
    for (int count = 0; count < 70; count++) {
      byte[] bytes = new byte[count * element.length + 1];
      bytes[bytes.length - 1] = 99;
      BitsBlock block = BitsBlock.over(type, Shape.of(count), bytes);

      block.fill(fill);

      for (int i = 0; i < bytes.length - 1; i++) {
        assertThat(bytes[i]).isEqualTo(element[i % element.length]);
      }
      assertThat(bytes[bytes.length - 1]).isEqualTo((byte) 99);
      assertThat(block.isFilledWith(fill)).isTrue();
      block.fill(FillValue.zero(type));
      assertThat(block.isFilledWith(fill)).isEqualTo(count == 0);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"int32", "r24", "string", "bytes"})
  void aBoxIsFilledAndNothingAroundIt(String name) {
    DataType type = DataType.named(name);
    FillValue fill =
        switch (name) {
          case "string" -> FillValue.parse(type, JsonValue.of("x"));
          case "bytes" -> FillValue.parse(type, JsonArray.ofLongs(1, 2));
          case "r24" -> FillValue.parse(type, JsonArray.ofLongs(1, 2, 3));
          default -> FillValue.parse(type, new JsonNumber("-7"));
        };
    Block block = Block.allocate(type, Shape.of(3, 4, 5));

    block.fill(fill, Region.of(new long[] {1, 1, 2}, Shape.of(2, 2, 3)));

    JsonValue zero = Block.allocate(type, Shape.of(1)).elementToJson(0);
    Block filled = Block.allocate(type, Shape.of(1));
    filled.fill(fill);
    for (int at = 0; at < 60; at++) {
      boolean inside = at / 20 >= 1 && at / 5 % 4 >= 1 && at / 5 % 4 < 3 && at % 5 >= 2;
      assertThat(block.elementToJson(at)).isEqualTo(inside ? filled.elementToJson(0) : zero);
    }
    assertThatThrownBy(() -> block.fill(fill, Region.of(new long[] {2, 0, 0}, Shape.of(2, 1, 1))))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void oneOtherBitAnywhereIsNoticed() {
    FillValue fill = FillValue.parse(CoreType.INT16, new JsonNumber("513"));
    for (int at = 0; at < 14; at++) {
      BitsBlock block = BitsBlock.allocate(CoreType.INT16, Shape.of(7));
      block.fill(fill);
      block.bytes()[at] ^= 0x10;

      assertThat(block.isFilledWith(fill)).as("byte " + at).isFalse();
    }
  }

  @Test
  void bitsAreComparedNotValues() {
    BitsBlock zeros = BitsBlock.allocate(CoreType.FLOAT64, Shape.of(4));
    FillValue minusZero = FillValue.parse(CoreType.FLOAT64, new JsonNumber("-0.0"));
    FillValue nan = FillValue.parse(CoreType.FLOAT64, JsonValue.of("NaN"));
    FillValue otherNan = FillValue.parse(CoreType.FLOAT64, JsonValue.of("0x7ff8000000000001"));

    assertThat(zeros.isFilledWith(FillValue.zero(CoreType.FLOAT64))).isTrue();
    assertThat(zeros.isFilledWith(minusZero)).isFalse();
    zeros.fill(minusZero);
    assertThat(zeros.isFilledWith(minusZero)).isTrue();
    assertThat(zeros.isFilledWith(FillValue.zero(CoreType.FLOAT64))).isFalse();
    zeros.fill(otherNan);
    assertThat(zeros.isFilledWith(otherNan)).isTrue();
    assertThat(zeros.isFilledWith(nan)).isFalse();
  }

  @Test
  void textsAreFilledAndCompared() {
    TextBlock block = (TextBlock) Block.allocate(ExtensionType.STRING, Shape.of(3));
    block.fill(new TextFill("n/a"));

    assertThat(block.texts()).containsExactly("n/a", "n/a", "n/a");
    assertThat(block.isFilledWith(new TextFill("n/a"))).isTrue();
    block.texts()[2] = "N/A";
    assertThat(block.isFilledWith(new TextFill("n/a"))).isFalse();
    assertThatThrownBy(() -> block.fill(FillValue.zero(CoreType.INT8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value 0 for texts");
  }

  @Test
  void aFillValueOfAnotherTypeIsRefused() {
    Block block = Block.allocate(CoreType.INT16, Shape.of(1));

    assertThatThrownBy(() -> block.fill(FillValue.zero(CoreType.UINT16)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value 0 for data type int16");
  }

  @Test
  void whatDoesNotFitAJavaArrayIsRefusedByName() {
    assertThatThrownBy(() -> Block.allocate(CoreType.FLOAT64, Shape.of(1 << 14, 1 << 14)))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "a block of shape [16384, 16384] and data type float64 needs more than 2 GiB in one"
                + " piece; read a smaller region or use smaller chunks");
    for (DataType type : new DataType[] {CoreType.INT8, new RawBits(64), ExtensionType.STRING}) {
      assertThatThrownBy(() -> Block.allocate(type, Shape.of(1L << 40, 1L << 40)))
          .isInstanceOf(UnsupportedException.class)
          .hasMessageStartingWith("a block of shape [1099511627776, 1099511627776]");
    }
    assertThat(BitsBlock.byteLength(CoreType.INT8, Shape.of(1L << 40, 0))).isZero();
  }

  @Test
  void elementsOfUnknownTypesAreRefusedByName() {
    assertThatThrownBy(
            () -> Block.allocate(new ExtensionType("x", JsonObject.empty()), Shape.of(1)))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("elements of data type x are not handled");
  }

  @Test
  void aBlockNeedsEnoughBytes() {
    assertThatThrownBy(() -> BitsBlock.over(CoreType.INT32, Shape.of(2), new byte[7]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("7 bytes for [2] elements of int32, which need 8");
  }

  @Test
  void aSourceCanBeReadIntoABlockOfItsOwn() {
    ArraySource source =
        new ArraySource() {
          @Override
          public DataType dataType() {
            return CoreType.UINT8;
          }

          @Override
          public Shape shape() {
            return Shape.of(9);
          }

          @Override
          public void read(Region region, Block into) {
            ((BitsBlock) into).bytes()[0] = (byte) region.start(0);
          }
        };

    BitsBlock block = (BitsBlock) source.read(Region.of(new long[] {7}, Shape.of(2)));

    assertThat(block.shape()).isEqualTo(Shape.of(2));
    assertThat(block.bytes()).containsExactly(7, 0);
    assertThat(source.preferredShape()).isEmpty();
  }

  @Test
  void dataIsBoundToArraysOnly() {
    ArraySpec array = ArraySpec.builder().dataType(CoreType.INT8).shape(Shape.of(2)).build();
    GroupSpec root = GroupSpec.builder().putMember("a", array).build();
    ArrayData derived = new ArrayData.Derived(NodePath.parse("/a"), MeanDownsampling.by(2));

    assertThat(new BoundHierarchy(root, Map.of(NodePath.parse("/a"), derived)).data()).hasSize(1);
    assertThatThrownBy(() -> new BoundHierarchy(root, Map.of(NodePath.root(), derived)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("data for /, where there is no array");
  }
}
