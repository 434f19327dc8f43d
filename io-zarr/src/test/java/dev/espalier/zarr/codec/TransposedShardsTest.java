package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Transpositions within shards and of their index, by orders that are not their own inverse. */
class TransposedShardsTest {
  private static final String INNER =
      "[{'name':'sharding_indexed','configuration':{'chunk_shape':[1,2,3],'codecs':["
          + "{'name':'transpose','configuration':{'order':[2,0,1]}},'bytes'],'index_codecs':["
          + "{'name':'bytes','configuration':{'endian':'ORDER'}}]}}]";

  @Test
  void eachInnerChunkIsTransposedOnItsOwn() {
    CodecPipeline pipeline = bind("little");

    byte[] shard = Pipelines.encode(pipeline, counting());

    assertThat(Arrays.copyOf(shard, 12))
        .as("rows 1 2 3 and 4 5 6 column by column, then 7 to 12")
        .containsExactly(1, 4, 2, 5, 3, 6, 7, 10, 8, 11, 9, 12);
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, shard)))
        .isEqualTo(Pipelines.bytesOf(counting()));
  }

  @Test
  void aPartOfATransposedInnerChunkIsFound() {
    CodecPipeline pipeline = bind("big");
    BitsBlock into = (BitsBlock) Block.allocate(CoreType.UINT8, Shape.of(2, 1, 2));
    try (ChunkCoder coder = pipeline.newCoder()) {
      coder.decode(
          ByteSource.of(Pipelines.encode(pipeline, counting())),
          Region.of(new long[] {0, 1, 1}, into.shape()),
          into,
          0,
          0,
          0);
    }

    assertThat(into.bytes()).containsExactly(5, 6, 11, 12);
  }

  @Test
  void aBoxOfATransposedShardIsDecodedOneInnerChunkAfterTheOther() {
    CodecPipeline pipeline =
        Pipelines.bind(
            CoreType.UINT8,
            Shape.of(32, 64, 16),
            "[{'name':'transpose','configuration':{'order':[2,0,1]}},"
                + "{'name':'sharding_indexed','configuration':{'chunk_shape':[4,8,16],'codecs':["
                + "'bytes'],'index_codecs':[{'name':'bytes','configuration':{'endian':'little'}}]}}]");
    BitsBlock chunk = Pipelines.randomBits(CoreType.UINT8, Shape.of(32, 64, 16), 4);
    ByteSource shard = ByteSource.of(Pipelines.encode(pipeline, chunk));
    Region box = Region.of(new long[] {3, 5, 2}, Shape.of(28, 50, 11));
    Block expected = Block.allocate(CoreType.UINT8, Shape.of(30, 50, 12));
    expected.copyFrom(chunk, box, 2, 0, 1);
    Block into = Block.allocate(CoreType.UINT8, expected.shape());

    try (ChunkCoder coder = pipeline.newCoder()) {
      coder.decode(shard, box, into, 2, 0, 1);

      assertThat(Pipelines.bytesOf(into)).isEqualTo(Pipelines.bytesOf(expected));
      assertThat(coder.memory()).isLessThanOrEqualTo(pipeline.decodingMemory());
    }
    assertThat(pipeline.readShape()).isEqualTo(Shape.of(8, 16, 4));
    assertThat(pipeline.decodingMemory())
        .as("an inner chunk as it is read, decoded, transposed, and transposed back")
        .isEqualTo(4 * 512);
  }

  @Test
  void theIndexHasTheByteOrderThatItsCodecSays() {
    assertThat(index("little", ByteOrder.LITTLE_ENDIAN)).containsExactly(0, 6, 6, 6);
    assertThat(index("big", ByteOrder.BIG_ENDIAN)).containsExactly(0, 6, 6, 6);
  }

  private static long[] index(String name, ByteOrder order) {
    ByteBuffer shard = ByteBuffer.wrap(Pipelines.encode(bind(name), counting())).order(order);
    return LongStream.range(0, 4).map(i -> shard.getLong(12 + 8 * (int) i)).toArray();
  }

  private static CodecPipeline bind(String indexOrder) {
    return Pipelines.bind(CoreType.UINT8, Shape.of(2, 2, 3), INNER.replace("ORDER", indexOrder));
  }

  private static BitsBlock counting() {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT8, Shape.of(2, 2, 3));
    for (int i = 0; i < block.length(); i++) {
      block.bytes()[i] = (byte) (i + 1);
    }
    return block;
  }
}
