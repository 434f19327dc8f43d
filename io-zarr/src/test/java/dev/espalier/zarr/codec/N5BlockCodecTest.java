package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class N5BlockCodecTest {
  private static final String TRANSPOSE = "{'name':'transpose','configuration':{'order':[1,0]}}";
  private static final String BIG = "{'name':'bytes','configuration':{'endian':'big'}}";

  /** Mode 0, 2 dimensions, 2 by 3. */
  private static final String HEADER = "00000002" + "00000002" + "00000003";

  @Test
  void elementsFollowTheHeaderWithTheFirstDimensionFastest() {
    BitsBlock chunk = chunk("[1,2,3,4,5,6]");
    CodecPipeline pipeline = bind(TRANSPOSE + "," + BIG);

    byte[] encoded = Pipelines.encode(pipeline, chunk);

    assertThat(HexFormat.of().formatHex(encoded))
        .isEqualTo(HEADER + "0001" + "0004" + "0002" + "0005" + "0003" + "0006");
    assertThat(ElementCodecs.text((BitsBlock) Pipelines.decode(pipeline, encoded)))
        .isEqualTo("[1,2,3,4,5,6]");
  }

  @Test
  void whatCompressesFollowsTheHeader() {
    BitsBlock chunk = chunk("[1,2,3,4,5,6]");
    CodecPipeline pipeline =
        bind(TRANSPOSE + "," + BIG + ",{'name':'gzip','configuration':{'level':1}}");

    byte[] encoded = Pipelines.encode(pipeline, chunk);

    assertThat(HexFormat.of().formatHex(encoded)).startsWith(HEADER + "1f8b");
    assertThat(ElementCodecs.text((BitsBlock) Pipelines.decode(pipeline, encoded)))
        .isEqualTo("[1,2,3,4,5,6]");
  }

  @Test
  void blocksThatAreCutOffHoldTheFillValueBeyond() {
    // One by two elements, then two by one.
    String across = "00000002" + "00000001" + "00000002" + "0001" + "0002";
    String along = "00000002" + "00000002" + "00000001" + "0001" + "0004";
    CodecPipeline pipeline = bind(TRANSPOSE + "," + BIG);

    for (int i = 0; i < 2; i++) {
      assertThat(ElementCodecs.text((BitsBlock) Pipelines.decode(pipeline, hex(across))))
          .isEqualTo("[1,2,9,9,9,9]");
      assertThat(ElementCodecs.text((BitsBlock) Pipelines.decode(pipeline, hex(along))))
          .isEqualTo("[1,9,9,4,9,9]");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0000 | expected 12 bytes of the header, found 2",
        "000100020000000200000003 | expected block mode 0, found 1",
        "000000030000000200000003 | expected 2 dimensions, found 3",
        "000000020000000200000004 | expected an extent from 1 to 3 of dimension 1, found 4",
        "000000020000000000000003 | expected an extent from 1 to 2 of dimension 0, found 0",
        "0000000200000002ffffffff | expected an extent from 1 to 3 of dimension 1, found"
            + " 4294967295",
        "00000002000000020000000300 | encoded chunk: expected 12 bytes, found 1",
        "0000000200000001000000010000ff | encoded chunk: expected 2 bytes, found 3"
      })
  void otherBlocksAreCorrupt(String block, String message) {
    assertThatThrownBy(() -> Pipelines.decode(bind(TRANSPOSE + "," + BIG), hex(block)))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec n5_default: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BIG",
        "TRANSPOSE",
        "BIG,TRANSPOSE",
        "{'name':'transpose','configuration':{'order':[0,1]}},BIG",
        "TRANSPOSE,{'name':'bytes','configuration':{'endian':'little'}}",
        "TRANSPOSE,BIG,'crc32c','crc32c'"
      })
  void otherCodecsAreRefused(String codecs) {
    assertThatThrownBy(() -> bind(codecs.replace("TRANSPOSE", TRANSPOSE).replace("BIG", BIG)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("codec \"n5_default\": \"codecs\" is [")
        .hasMessageEndingWith(
            "; expected \"transpose\" with the order [1,0], \"bytes\" with \"big\", and at most"
                + " one that takes bytes");
  }

  @Test
  void otherElementsAreRefused() {
    DataType type = CoreType.COMPLEX64;
    assertThatThrownBy(
            () -> Pipelines.bind(type, Shape.of(2, 3), "[" + n5(TRANSPOSE + "," + BIG) + "]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("codec \"n5_default\" takes integers, float32 and float64, not complex64");
  }

  private static BitsBlock chunk(String elements) {
    BitsBlock flat = ElementCodecs.block(CoreType.UINT16, elements);
    return BitsBlock.over(CoreType.UINT16, Shape.of(2, 3), flat.bytes());
  }

  private static CodecPipeline bind(String codecs) {
    FillValue fill = BitsFill.of(CoreType.UINT16, new byte[] {9, 0});
    return Pipelines.bind(
        new ChunkRepresentation(CoreType.UINT16, Shape.of(2, 3), fill), "[" + n5(codecs) + "]");
  }

  private static String n5(String codecs) {
    return ElementCodecs.codec("n5_default", "{'codecs':[" + codecs + "]}");
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
