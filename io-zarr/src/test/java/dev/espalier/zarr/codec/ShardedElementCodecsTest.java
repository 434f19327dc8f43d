package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What shards make of codecs from chunks to chunks before them, and in their index. */
class ShardedElementCodecsTest {
  private static final Shape SHARD = Shape.of(2, 4);
  private static final BitsFill SEVEN = BitsFill.of(CoreType.INT16, new byte[] {7, 0});

  @Test
  void innerChunksOfTheEncodedFillValueAreNotStored() {
    // 7 is encoded as 32 bits of (7 - 5) * 3.
    String before =
        ElementCodecs.codec("scale_offset", "{'offset':5,'scale':3}")
            + ","
            + ElementCodecs.codec("cast_value", "{'data_type':'int32'}");
    CodecPipeline pipeline = bind(before, "[2,2]", ElementCodecs.BYTES);
    BitsBlock chunk = (BitsBlock) Block.allocate(CoreType.INT16, SHARD);
    chunk.fill(SEVEN);
    chunk.bytes()[2 * 3] = 8;

    ByteBuffer shard = ByteBuffer.wrap(Pipelines.encode(pipeline, chunk));
    shard.order(ByteOrder.LITTLE_ENDIAN);

    assertThat(shard.remaining()).as("one inner chunk, and the index").isEqualTo(16 + 32);
    assertThat(new int[] {shard.getInt(0), shard.getInt(4), shard.getInt(8), shard.getInt(12)})
        .containsExactly(6, 9, 6, 6);
    assertThat(shard.getLong(16)).as("the first one is not stored").isEqualTo(-1);
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, shard.array())))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void innerChunksAreThoseOfTheTransposedShard() {
    CodecPipeline pipeline =
        bind(ElementCodecs.codec("transpose", "{'order':[1,0]}"), "[4,1]", ElementCodecs.BYTES);
    BitsBlock chunk = counting();

    assertThat(pipeline.readShape()).isEqualTo(Shape.of(1, 4));
    assertThat(Pipelines.encode(pipeline, chunk))
        .as("the rows of the shard, each an inner chunk")
        .startsWith(1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0, 7, 0, 8, 0);
    assertThatThrownBy(
            () ->
                bind(
                    ElementCodecs.codec("transpose", "{'order':[1,0]}"),
                    "[1,4]",
                    ElementCodecs.BYTES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"sharding_indexed\": \"chunk_shape\" is [1,4]; expected for each of the 2"
                + " dimensions of [4, 2] a number that divides it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'bytes','configuration':{'endian':'big'}},'crc32c'",
        "{'name':'transpose','configuration':{'order':[2,0,1]}},BYTES",
        "{'name':'reshape','configuration':{'shape':[-1]}},BYTES,'crc32c'",
        "{'name':'packbits','configuration':{'padding_encoding':'last_byte'}}",
        "{'name':'numcodecs.delta','configuration':{'dtype':'<u8'}},BYTES",
        "{'name':'cast_value','configuration':{'data_type':'int64','out_of_range':'wrap'}},BYTES"
      })
  void theIndexGoesThroughAnyCodecsOfFixedSize(String index) {
    CodecPipeline pipeline = bind("", "[1,2]", index.replace("BYTES", ElementCodecs.BYTES));
    BitsBlock chunk = counting();
    chunk.bytes()[0] = 7;
    chunk.bytes()[2] = 7;

    byte[] shard = Pipelines.encode(pipeline, chunk);

    assertThat(shard.length).as("three inner chunks and the index").isBetween(12 + 64, 12 + 68);
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, shard)))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name':'zstd','configuration':{'level':1}} | [bytes, zstd]",
        "{'name':'gzip','configuration':{'level':1}} | [bytes, gzip]"
      })
  void anIndexOfVaryingSizeIsRefused(String codec, String names) {
    assertThatThrownBy(() -> bind("", "[1,2]", ElementCodecs.BYTES + "," + codec))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "codec \"sharding_indexed\": \"index_codecs\" "
                + names
                + " give a varying number of bytes; expected codecs of fixed size, such as bytes"
                + " and crc32c");
  }

  private static BitsBlock counting() {
    BitsBlock chunk = (BitsBlock) Block.allocate(CoreType.INT16, SHARD);
    for (int i = 0; i < 8; i++) {
      chunk.bytes()[2 * i] = (byte) (i + 1);
    }
    return chunk;
  }

  private static CodecPipeline bind(String before, String inner, String index) {
    String shard =
        ElementCodecs.codec(
            "sharding_indexed",
            "{'chunk_shape':"
                + inner
                + ",'codecs':["
                + ElementCodecs.BYTES
                + "],'index_codecs':["
                + index
                + "]}");
    return Pipelines.bind(
        new ChunkRepresentation(CoreType.INT16, SHARD, SEVEN),
        "[" + (before.isEmpty() ? "" : before + ",") + shard + "]");
  }
}
