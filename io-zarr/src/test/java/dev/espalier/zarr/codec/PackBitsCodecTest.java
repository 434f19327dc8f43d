package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackBitsCodecTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // The first element is in the lowest bit: 10110010 read from the right is 4d.
        "bool | {} | [1,0,1,1,0,0,1,0,1,1] | 4d03",
        "bool | {'padding_encoding':'first_byte'} | [1,0,1,1,0,0,1,0,1,1] | 064d03",
        "bool | {'padding_encoding':'last_byte'} | [1,0,1,1,0,0,1,0,1,1] | 4d0306",
        "bool | {'padding_encoding':'last_byte'} | [0,1,0,1,0,1,0,1] | aa00",
        // 5, 6, 7 in three bits each: 111 110 101 from the right.
        "uint8 | {'last_bit':2} | [5,6,7] | f501",
        "int8 | {'last_bit':2} | [-3,-2,-1] | f501",
        "int8 | {'first_bit':1,'last_bit':3} | [-6,-4,-2] | f501",
        "uint16 | {'first_bit':null,'last_bit':null} | [258,1] | 02010100",
        "uint16 | {'first_bit':4,'last_bit':11} | [4080,16] | ff01",
        "uint4 | {} | [0,1] | 10",
        "int4 | {} | [-8,7,-1] | 780f",
        "int2 | {} | [-2,-1,0,1,1] | 4e01",
        "float4_e2m1fn | {} | [0.5,-6.0] | f1",
        "float6_e3m2fn | {'padding_encoding':'first_byte'} | [28.0,-28.0] | 04df0f",
        "bfloat16 | {'first_bit':8} | [2.0,-2.0] | 40c0",
        "uint64 | {'last_bit':39} | [1,1099511627775] | 0100000000ffffffffff",
        // 63 ones, a 1, 62 zeros, two bits of padding.
        "int64 | {'first_bit':0,'last_bit':62} | [-1,1] | ffffffffffffffff0000000000000000"
      })
  void bitsAreKeptLeastSignificantFirst(
      String type, String parameters, String elements, String hex) {
    DataType dataType = DataType.named(type);
    BitsBlock chunk = ElementCodecs.block(dataType, truths(type, elements));
    CodecPipeline pipeline = bind(type, Shape.of(elements.split(",").length), parameters);

    byte[] encoded = Pipelines.encode(pipeline, chunk);

    assertThat(HexFormat.of().formatHex(encoded)).isEqualTo(hex);
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bool",
        "int8",
        "uint8",
        "int16",
        "uint16",
        "int32",
        "uint32",
        "int64",
        "uint64",
        "float16",
        "float32",
        "float64",
        "complex64",
        "complex128"
      })
  void allBitsAreThoseOfTheBytesCodec(String type) {
    DataType dataType = DataType.named(type);
    // More elements than are packed in one go.
    Shape shape = Shape.of(3, 1001);
    BitsBlock chunk =
        type.equals("bool")
            ? ElementCodecs.block(
                dataType, "[" + "true,false,false,".repeat(1000) + "true,true,true]")
            : Pipelines.randomBits(dataType, shape, 5);
    CodecPipeline pipeline = bind(type, chunk.shape(), "{'padding_encoding':'first_byte'}");

    byte[] encoded = Pipelines.encode(pipeline, chunk);

    if (!type.equals("bool")) {
      assertThat(encoded[0]).isZero();
      assertThat(encoded).endsWith(Pipelines.bytesOf(chunk));
    }
    assertThat(encoded).hasSize((int) pipeline.maxEncodedSize());
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void anyWidthOfAnyTypeComesBackWithItsSign() {
    for (CoreType type :
        List.of(CoreType.INT8, CoreType.INT16, CoreType.INT32, CoreType.INT64, CoreType.UINT64)) {
      int bits = 8 * type.size();
      for (int width = 1; width <= bits; width++) {
        BitsBlock chunk = Pipelines.randomBits(type, Shape.of(37), width);
        CodecPipeline pipeline = bind(type.id(), Shape.of(37), "{'last_bit':" + (width - 1) + "}");

        BitsBlock once = (BitsBlock) Pipelines.decode(pipeline, Pipelines.encode(pipeline, chunk));

        assertThat(ElementCodecs.text(once))
            .as("%s bits of %s", width, type)
            .isEqualTo(ElementCodecs.text(lowBits(chunk, type, width)));
      }
    }
  }

  private static BitsBlock lowBits(BitsBlock chunk, CoreType type, int width) {
    StringBuilder list = new StringBuilder("[");
    byte[] bytes = chunk.bytes();
    for (int at = 0; at < chunk.length(); at += type.size()) {
      long value = 0;
      for (int i = type.size() - 1; i >= 0; i--) {
        value = (value << 8) | (bytes[at + i] & 0xff);
      }
      int above = 64 - width;
      boolean signed = type.kind() == CoreType.Kind.SIGNED;
      long kept = signed ? (value << above) >> above : (value << above) >>> above;
      list.append(at == 0 ? "" : ",")
          .append(signed ? Long.toString(kept) : Long.toUnsignedString(kept));
    }
    return ElementCodecs.block(type, list.append("]").toString());
  }

  @Test
  void anotherNumberOfPaddingBitsIsCorrupt() {
    CodecPipeline pipeline = bind("bool", Shape.of(10), "{'padding_encoding':'last_byte'}");

    assertThatThrownBy(() -> Pipelines.decode(pipeline, new byte[] {1, 2, (byte) 0x85}))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec packbits: expected 6 bits of padding, found 133");
  }

  @Test
  void anotherNumberOfBytesIsCorrupt() {
    CodecPipeline pipeline = bind("bool", Shape.of(10), "{}");

    assertThatThrownBy(() -> Pipelines.decode(pipeline, new byte[3]))
        .isInstanceOf(CorruptException.class)
        .hasMessage("encoded chunk: expected 2 bytes, found 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "int8 | {'padding_encoding':'both'} | : 'padding_encoding' is 'both'; expected one of"
            + " 'none', 'first_byte', 'last_byte'",
        "int8 | {'first_bit':8} | : 'first_bit' is 8; expected an integer from 0 to 7",
        "int8 | {'first_bit':3,'last_bit':2} | : 'last_bit' is 2; expected an integer from 3 to 7",
        "int8 | {'first_bit':-1} | : 'first_bit' is -1; expected an integer from 0 to 63 or null",
        "bool | {'last_bit':1} | : 'last_bit' is 1; expected an integer from 0 to 0",
        "int8 | {'bits':1} | has no parameter 'bits'; it takes"
            + " ['first_bit','last_bit','padding_encoding']",
        "r24 | {} | takes numbers and truth values, not r24"
      })
  void wrongParametersAreRefused(String type, String parameters, String message) {
    assertThatThrownBy(() -> bind(type, Shape.of(4), parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"packbits\""
                + (message.startsWith(":") ? "" : " ")
                + message.replace('\'', '"'));
  }

  private static CodecPipeline bind(String type, Shape shape, String parameters) {
    DataType dataType = DataType.named(type);
    return Pipelines.bind(
        new ChunkRepresentation(dataType, shape, FillValue.zero(dataType)),
        "[" + ElementCodecs.codec("packbits", parameters) + "]");
  }

  private static String truths(String type, String elements) {
    return type.equals("bool") ? elements.replace("1", "true").replace("0", "false") : elements;
  }
}
