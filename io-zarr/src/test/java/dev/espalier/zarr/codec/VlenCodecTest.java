package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.ExtensionType;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VlenCodecTest {
  private static final String SHARD =
      "[{'name':'sharding_indexed','configuration':{'chunk_shape':[1,2],'codecs':['vlen-utf8',"
          + "{'name':'zstd','configuration':{'level':3}}],'index_codecs':["
          + "{'name':'bytes','configuration':{'endian':'little'}},'crc32c']}}]";

  @Test
  void countLengthsAndTextsFollowEachOther() {
    byte[] encoded = Pipelines.encode(pipeline("['vlen-utf8']", 1, 3), texts(1, 3, "a", "é", ""));

    assertThat(HexFormat.of().formatHex(encoded))
        .isEqualTo("03000000" + "0100000061" + "02000000c3a9" + "00000000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "['vlen-utf8']",
        "['vlen-utf8',{'name':'gzip','configuration':{'level':6}},'crc32c']",
        "[{'name':'transpose','configuration':{'order':[1,0]}},'vlen-utf8']",
        SHARD
      })
  void textsOfAnyKindSurvive(String codecs) {
    CodecPipeline pipeline = pipeline(codecs, 2, 4);
    String[] texts = {
      "", "nul \0 inside", "héllo", "日本", "🎉\uffff\u0001", "x".repeat(100_000), "ß".repeat(3), "\n"
    };

    Block back = Pipelines.decode(pipeline, Pipelines.encode(pipeline, texts(2, 4, texts)));

    assertThat(((TextBlock) back).texts()).containsExactly(texts);
  }

  @Test
  void innerChunksOfTheFillTextAreNotStored() {
    ChunkRepresentation chunk =
        new ChunkRepresentation(ExtensionType.STRING, Shape.of(2, 4), new TextFill("none"));
    CodecPipeline pipeline = Pipelines.bind(chunk, SHARD);
    TextBlock texts = texts(2, 4, "a", "none", "none", "none", "none", "none", "none", "none");

    Block back = Pipelines.decode(pipeline, Pipelines.encode(pipeline, texts));

    assertThat(((TextBlock) back).texts()).containsExactly(texts.texts());
    Arrays.fill(texts.texts(), "none");
    try (ChunkCoder coder = pipeline.newCoder()) {
      assertThat(coder.encode(texts)).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 'expected 4 bytes for the number of texts, found 0'",
    "02000000, 'expected 1 texts, found 2'",
    "ffffffff, 'expected 1 texts, found 4294967295'",
    "01000000, 'expected 4 bytes for the length of text 0, found 0'",
    "01000000ffffffff, 'expected 4294967295 bytes of text 0, found 0'",
    "010000000300000061, 'expected 3 bytes of text 0, found 1'",
    "01000000010000006162, 'expected an end after 1 texts, found 1 more bytes'",
    "0100000002000000c328, 'text 0 is not UTF-8: malformed at byte 0 of 2'",
    "010000000300000061eda0, 'text 0 is not UTF-8: malformed at byte 1 of 3'",
    "0100000003000000eda080, 'text 0 is not UTF-8: malformed at byte 0 of 3'",
    "0100000002000000c080, 'text 0 is not UTF-8: malformed at byte 0 of 2'"
  })
  void whatIsNoListOfTextsIsRefused(String hex, String message) {
    assertThatThrownBy(
            () -> Pipelines.decode(pipeline("['vlen-utf8']", 1, 1), HexFormat.of().parseHex(hex)))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec vlen-utf8: " + message);
  }

  @Test
  void halfASurrogatePairIsRefusedInsteadOfReplaced() {
    assertThatThrownBy(
            () -> Pipelines.encode(pipeline("['vlen-utf8']", 1, 1), texts(1, 1, "a\ud83c")))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "a text holds half of a surrogate pair, which UTF-8 cannot express; mend the text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"vlen-bytes", "vlen-utf8", "vlen-array", "zarrs.vlen_v2"})
  void byteStringsOfAnyKindSurviveUnderEveryName(String codec) {
    byte[][] values = {{}, {0}, {-1, -128, 0, 0}, new byte[100_000]};
    BinaryBlock block = (BinaryBlock) Block.allocate(ExtensionType.BYTES, Shape.of(2, 2));
    System.arraycopy(values, 0, block.values(), 0, values.length);
    CodecPipeline pipeline =
        Pipelines.bind(ExtensionType.BYTES, Shape.of(2, 2), "['" + codec + "']");

    byte[] encoded = Pipelines.encode(pipeline, block);

    assertThat(HexFormat.of().formatHex(encoded, 0, 21))
        .isEqualTo("04000000" + "00000000" + "0100000000" + "04000000ff800000");
    assertThat(((BinaryBlock) Pipelines.decode(pipeline, encoded)).values()).isDeepEqualTo(values);
  }

  @Test
  void textsMayStandUnderTheOtherName() {
    CodecPipeline pipeline = pipeline("['vlen-bytes']", 1, 1);

    Block back = Pipelines.decode(pipeline, Pipelines.encode(pipeline, texts(1, 1, "é")));

    assertThat(((TextBlock) back).texts()).containsExactly("é");
  }

  @Test
  void aByteStringThatEndsTooEarlyIsRefused() {
    CodecPipeline pipeline = Pipelines.bind(ExtensionType.BYTES, Shape.of(1), "['vlen-bytes']");

    assertThatThrownBy(
            () -> Pipelines.decode(pipeline, HexFormat.of().parseHex("010000000300000061")))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec vlen-bytes: expected 3 bytes of byte string 0, found 1");
  }

  private static CodecPipeline pipeline(String codecs, long... shape) {
    return Pipelines.bind(ExtensionType.STRING, Shape.of(shape), codecs);
  }

  private static TextBlock texts(long rows, long columns, String... texts) {
    TextBlock block = (TextBlock) Block.allocate(ExtensionType.STRING, Shape.of(rows, columns));
    System.arraycopy(texts, 0, block.texts(), 0, texts.length);
    return block;
  }
}
