package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.RawBits;
import dev.espalier.model.type.StructType;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BytesCodecTest {
  @ParameterizedTest
  @CsvSource({
    "uint8, little, 0001020304050607",
    "uint8, big, 0001020304050607",
    "uint16, little, 0001020304050607",
    "uint16, big, 0100030205040706",
    "float32, big, 0302010007060504",
    "int64, big, 0706050403020100",
    "complex64, big, 0302010007060504"
  })
  void endianTurnsTheBytesOfEachNumber(String type, String endian, String expected) {
    DataType dataType = DataType.named(type);
    Shape shape = Shape.of(8 / dataType.byteSize().getAsInt());
    BitsBlock block = (BitsBlock) Block.allocate(dataType, shape);
    for (int i = 0; i < 8; i++) {
      block.bytes()[i] = (byte) i;
    }
    CodecPipeline pipeline = pipeline(dataType, shape, "{'endian':'" + endian + "'}");

    assertThat(HexFormat.of().formatHex(Pipelines.encode(pipeline, block))).isEqualTo(expected);
  }

  @Test
  void theNumbersOfAStructAreTurnedEachOnItsOwn() {
    DataType type =
        new StructType(
            List.of(
                new StructType.Field("a", CoreType.UINT8),
                new StructType.Field("b", CoreType.UINT16),
                new StructType.Field("c", CoreType.COMPLEX64),
                new StructType.Field("d", new RawBits(16))));
    BitsBlock block = (BitsBlock) Block.allocate(type, Shape.of(2));
    for (int i = 0; i < block.length(); i++) {
      block.bytes()[i] = (byte) i;
    }
    CodecPipeline pipeline = pipeline(type, Shape.of(2), "{'endian':'big'}");

    byte[] encoded = Pipelines.encode(pipeline, block);

    assertThat(HexFormat.of().formatHex(encoded))
        .isEqualTo(
            "00"
                + "0201"
                + "06050403"
                + "0a090807"
                + "0b0c"
                + "0d"
                + "0f0e"
                + "13121110"
                + "17161514"
                + "1819");
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
        .isEqualTo(Pipelines.bytesOf(block));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bool", "int8", "uint8", "r8", "r24"})
  void typesWithoutByteOrderNeedNoEndian(String type) {
    DataType dataType = DataType.named(type);
    BitsBlock block = Pipelines.randomBits(dataType, Shape.of(5), 2);

    assertThat(Pipelines.encode(pipeline(dataType, Shape.of(5), "{}"), block))
        .isEqualTo(Pipelines.bytesOf(block));
  }

  @Test
  void chunksOfAnotherSizeAreRefused() {
    CodecPipeline pipeline = pipeline(new RawBits(16), Shape.of(5), "{}");

    for (int size : new int[] {0, 9, 11}) {
      assertThatThrownBy(() -> Pipelines.decode(pipeline, new byte[size]))
          .isInstanceOf(CorruptException.class)
          .hasMessage("encoded chunk: expected 10 bytes, found " + size);
    }
  }

  private static CodecPipeline pipeline(DataType type, Shape shape, String configuration) {
    return Pipelines.bind(type, shape, "[{'name':'bytes','configuration':" + configuration + "}]");
  }
}
