package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodecPipelineTest {
  private static final String BYTES = "{'name':'bytes','configuration':{'endian':'little'}}";
  private static final String INDEX = "'index_codecs':[" + BYTES + ",{'name':'crc32c'}]";

  private static final String TO_BYTES =
      CodecRegistry.builtIn().namesOf(CodecFactory.OfBytes.class).toString();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[] | codecs [] hold none that turns a chunk into bytes; add one of TO_BYTES",
        "[{'name':'transpose','configuration':{'order':[0,1]}}] | codecs [transpose] hold none that turns a chunk into bytes; add one of TO_BYTES",
        "[{'name':'gzip','configuration':{'level':1}},BYTES] | codec \"gzip\" takes bytes, and no codec before it gives them; put it after one of TO_BYTES",
        "[BYTES,{'name':'transpose','configuration':{'order':[0,1]}}] | codec \"transpose\" takes chunks, and \"bytes\" before it has turned them into bytes; put it before \"bytes\"",
        "[BYTES,BYTES] | codec \"bytes\" takes chunks, and \"bytes\" before it has turned them into bytes; keep one of the two",
        "['bytes'] | codec \"bytes\" lacks \"endian\", which data type uint16 needs; expected one of \"little\", \"big\"",
        "[{'name':'bytes','configuration':{'endian':'middle'}}] | codec \"bytes\": \"endian\" is \"middle\"; expected one of \"little\", \"big\"",
        "[{'name':'bytes','configuration':{'endian':'big','order':'C'}}] | codec \"bytes\" has no parameter \"order\"; it takes [\"endian\"]",
        "['vlen-utf8'] | codec \"vlen-utf8\" takes elements of data type string or bytes, not uint16; use \"bytes\"",
        "[BYTES,'gzip'] | codec \"gzip\" lacks \"level\"; expected an integer from 0 to 9",
        "[BYTES,{'name':'gzip','configuration':{'level':10}}] | codec \"gzip\": \"level\" is 10; expected an integer from 0 to 9",
        "[BYTES,{'name':'zstd','configuration':{'level':1.0}}] | codec \"zstd\": \"level\" is 1.0; expected an integer from -131072 to 22",
        "[BYTES,{'name':'zstd','configuration':{'level':1,'checksum':0}}] | codec \"zstd\": \"checksum\" is 0; expected true or false",
        "[BYTES,{'name':'crc32c','configuration':{'location':'end'}}] | codec \"crc32c\" has no parameter \"location\"; it takes none",
        "[{'name':'transpose','configuration':{'order':'K'}},BYTES] | codec \"transpose\": \"order\" is \"K\"; expected a list of integers or one of \"C\", \"F\"",
        "[{'name':'transpose','configuration':{'order':[1,1]}},BYTES] | codec \"transpose\": \"order\" is [1,1]; expected a list of integers or one of \"C\", \"F\"",
        "[{'name':'transpose','configuration':{'order':[0]}},BYTES] | codec \"transpose\": \"order\" is [0]; expected each of the numbers from 0 to 1 once",
        "[{'name':'transpose','configuration':{'order':[0,-1]}},BYTES] | codec \"transpose\": \"order\" is [0,-1]; expected a list of integers or one of \"C\", \"F\"",
        "[SHARD([4,3])] | codec \"sharding_indexed\": \"chunk_shape\" is [4,3]; expected for each of the 2 dimensions of [4, 8] a number that divides it",
        "[SHARD([0,8])] | codec \"sharding_indexed\": \"chunk_shape\" holds 0; expected an integer of at least 1",
        "[SHARD([4])] | codec \"sharding_indexed\": \"chunk_shape\" is [4]; expected for each of the 2 dimensions of [4, 8] a number that divides it",
        "[{'name':'sharding_indexed','configuration':{'chunk_shape':[2,2],'codecs':[BYTES],'index_codecs':[BYTES,{'name':'gzip','configuration':{'level':1}}]}}] | codec \"sharding_indexed\": \"index_codecs\" [bytes, gzip] give a varying number of bytes; expected codecs of fixed size, such as bytes and crc32c",
        "[{'name':'sharding_indexed','configuration':{'chunk_shape':[2,2],'codecs':['bytes'],'index_codecs':[BYTES]}}] | codec \"sharding_indexed\": in \"codecs\": codec \"bytes\" lacks \"endian\", which data type uint16 needs; expected one of \"little\", \"big\"",
        "[{'name':'sharding_indexed','configuration':{'chunk_shape':[2,2],'codecs':[7],'index_codecs':[BYTES]}}] | codec \"sharding_indexed\": \"codecs\" holds 7; expected a string or an object with \"name\"",
        "[{'name':'sharding_indexed','configuration':{'chunk_shape':[2,2],'codecs':[BYTES]}}] | codec \"sharding_indexed\" lacks \"index_codecs\"; expected a list of objects"
      })
  void invalidChainsAreRefusedByName(String codecs, String message) {
    String json =
        codecs
            .replaceAll(
                "SHARD\\((.*?)\\)",
                "{'name':'sharding_indexed','configuration':{'chunk_shape':$1,'codecs':[BYTES],"
                    + INDEX
                    + "}}")
            .replace("BYTES", BYTES);

    assertThatThrownBy(() -> Pipelines.bindShorts(json, 4, 8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message.replace("TO_BYTES", TO_BYTES));
  }

  @Test
  void unknownCodecsAreUnsupportedAndNotInvalid() {
    assertThatThrownBy(() -> Pipelines.bindShorts("['zfp','bytes']", 4))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "no codec named \"zfp\"; available: "
                + String.join(", ", Pipelines.CODECS.names())
                + "; a jar on the class path can add others");
    assertThatThrownBy(
            () ->
                Pipelines.bindShorts(
                    "[{'name':'sharding_indexed','configuration':{'chunk_shape':[4],"
                        + "'codecs':[{'name':'zfp'}],"
                        + INDEX
                        + "}}]",
                    4))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith(
            "codec \"sharding_indexed\": in \"codecs\": no codec named \"zfp\"");
  }

  @Test
  void bytesTakeNoTextsAndNoUnknownTypes() {
    assertThatThrownBy(() -> Pipelines.bind(ExtensionType.STRING, Shape.of(4), "['bytes']"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("codec \"bytes\" takes elements of a fixed size, not texts; use \"vlen-utf8\"");
    DataType decimal = DataType.named("decimal");
    ChunkRepresentation chunk =
        new ChunkRepresentation(decimal, Shape.of(4), FillValue.parse(decimal, JsonValue.of(0)));
    assertThatThrownBy(() -> Pipelines.bind(chunk, "['bytes']"))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("elements of data type decimal are not handled");
  }

  @Test
  void chunksThatNoJavaArrayHoldsAreUnsupported() {
    assertThatThrownBy(() -> Pipelines.bindShorts("[" + BYTES + "]", 1 << 15, 1 << 15))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageContaining("needs more than 2 GiB in one piece");
    assertThatThrownBy(
            () -> Pipelines.bindShorts("[" + BYTES + "]", Long.MAX_VALUE, Long.MAX_VALUE))
        .isInstanceOf(UnsupportedException.class);
    assertThatThrownBy(
            () -> Pipelines.bindShorts(sharding("[1,1]"), Integer.MAX_VALUE, Integer.MAX_VALUE))
        .as("an index of 2^66 bytes")
        .isInstanceOf(UnsupportedException.class);
    assertThatThrownBy(
            () -> Pipelines.bind(ExtensionType.STRING, Shape.of(1L << 40), "['vlen-utf8']"))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "a chunk of shape [1099511627776] holds too many texts for one piece; use smaller"
                + " chunks");
  }

  @Test
  void aHugeIndexTakesNoMemoryBeforeTheShardIsKnownToHoldIt() {
    CodecPipeline pipeline = Pipelines.bindShorts(sharding("[1,1]"), 1 << 13, 1 << 13);
    Block into = Block.allocate(CoreType.UINT16, Shape.of(1, 1));
    try (ChunkCoder coder = pipeline.newCoder()) {
      assertThatThrownBy(
              () -> coder.decode(ByteSource.of(new byte[9]), Region.all(into.shape()), into, 0, 0))
          .hasMessage(
              "codec sharding_indexed: expected at least the 1073741828 bytes of the index,"
                  + " found 9");
    }
  }

  @Test
  void boundsOfEncodedChunksAreKnown() {
    assertThat(Pipelines.bindShorts("[" + BYTES + "]", 4, 8).maxEncodedSize()).isEqualTo(64);
    assertThat(Pipelines.bindShorts("[" + BYTES + ",'crc32c']", 4, 8).maxEncodedSize())
        .isEqualTo(68);
    assertThat(Pipelines.bindShorts(sharding("[2,2]"), 4, 8).maxEncodedSize())
        .isEqualTo(8 * 8 + 8 * 16 + 4);
    assertThat(Pipelines.bindShorts("[" + BYTES + "]", 4, 8).readShape()).isEqualTo(Shape.of(4, 8));
    assertThat(Pipelines.bindShorts(sharding("[2,2]"), 4, 8).readShape()).isEqualTo(Shape.of(2, 2));
    String wrapped = sharding("[2,2]").replaceAll("]$", ",'crc32c']");
    assertThat(Pipelines.bindShorts(wrapped, 4, 8).readShape())
        .as("inside another codec nothing can be read on its own")
        .isEqualTo(Shape.of(4, 8));
  }

  @Test
  void blocksOfAnotherKindAreRefused() {
    try (ChunkCoder coder = Pipelines.bindShorts("[" + BYTES + "]", 4, 8).newCoder()) {
      Block other = Block.allocate(CoreType.INT16, Shape.of(4, 8));
      assertThatThrownBy(() -> coder.encode(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a block of int16 [4, 8]; chunks are uint16 [4, 8]");
      Block small = Block.allocate(CoreType.UINT16, Shape.of(2, 2));
      assertThatThrownBy(
              () ->
                  coder.decode(
                      ByteSource.of(new byte[64]),
                      Region.of(new long[] {3, 7}, Shape.of(2, 1)),
                      small,
                      0,
                      0))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("box 3:5,7:8 of chunks of uint16 [4, 8] into a block of uint16 [2, 2]");
    }
  }

  @Test
  void fillValuesAreOfTheType() {
    FillValue fill = BitsFill.of(CoreType.INT16, new byte[2]);

    assertThatThrownBy(() -> new ChunkRepresentation(CoreType.UINT16, Shape.of(4), fill))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("fill value 0 for chunks of data type uint16");
    assertThatThrownBy(() -> new ChunkRepresentation(CoreType.INT16, Shape.of(4, 0), fill))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("chunk shape [4, 0] has an extent of 0");
  }

  private static String sharding(String inner) {
    return "[{'name':'sharding_indexed','configuration':{'chunk_shape':"
        + inner
        + ",'codecs':["
        + BYTES
        + "],"
        + INDEX
        + "}}]";
  }
}
