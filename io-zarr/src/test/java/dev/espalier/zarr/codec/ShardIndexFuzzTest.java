package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a shard holds, its elements are those that its index says, or it is found corrupt.
 *
 * <p>The first byte of an input chooses the codecs and the place of the index; the rest is a shard
 * of four by four bytes in four inner chunks, nothing of which is compressed.
 */
class ShardIndexFuzzTest {
  private static final String LITTLE = "{'name':'bytes','configuration':{'endian':'little'}}";
  private static final String BIG = "{'name':'bytes','configuration':{'endian':'big'}}";
  private static final String TRANSPOSED =
      "{'name':'transpose','configuration':{'order':[2,1,0]}}," + LITTLE;
  private static final String NESTED =
      "{'name':'sharding_indexed','configuration':{'chunk_shape':[1,2],'codecs':['bytes'],"
          + "'index_codecs':["
          + LITTLE
          + "]}}";

  private static final Shape SHARD = Shape.of(4, 4);
  private static final Shape INNER = Shape.of(2, 2);
  private static final int CHUNKS = 4;
  private static final int CHUNK_SIZE = 4;
  private static final int INDEX_SIZE = CHUNKS * 16;

  /** The first two have an index that this test can read itself. */
  private static final List<CodecPipeline> SHARDS =
      List.of(
          shards("'bytes'", LITTLE, "end"),
          shards("'bytes'", LITTLE, "start"),
          shards("'bytes'", BIG, "end"),
          shards("'bytes'", TRANSPOSED, "start"),
          shards("'bytes'", LITTLE + ",'crc32c'", "end"),
          shards("'bytes'", LITTLE + ",{'name':'numcodecs.crc32','configuration':{}}", "start"),
          shards("'bytes',{'name':'gzip','configuration':{'level':1}}", LITTLE, "end"),
          shards(NESTED, LITTLE, "start"));

  static Stream<byte[]> shardsThatAreWhole() {
    return Stream.of(0, 1, 2, 3, 4, 5, 6, 7).map(ShardIndexFuzzTest::whole);
  }

  @MethodSource("shardsThatAreWhole")
  @FuzzTest
  void shardsAreReadOrFoundCorrupt(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int kind = (input[0] & 0xff) % SHARDS.size();
    byte[] shard = Arrays.copyOfRange(input, 1, input.length);
    CodecPipeline pipeline = SHARDS.get(kind);
    BitsBlock decoded;
    try {
      decoded = (BitsBlock) Pipelines.decode(pipeline, shard);
    } catch (CorruptException corrupt) {
      assertThat(corrupt).hasMessageStartingWith("codec sharding_indexed: ");
      return;
    }
    if (kind < 2) {
      assertThat(Pipelines.bytesOf(decoded)).isEqualTo(elements(shard, kind == 1));
    }
    checkParts(pipeline, shard, decoded);
    checkRoundTrip(pipeline, decoded);
  }

  /** Reads a shard as the specification says, and checks that no bytes stand for two things. */
  private static byte[] elements(byte[] shard, boolean indexFirst) {
    ByteBuffer bytes = ByteBuffer.wrap(shard).order(ByteOrder.LITTLE_ENDIAN);
    int index = indexFirst ? 0 : shard.length - INDEX_SIZE;
    boolean[] used = new boolean[shard.length];
    Arrays.fill(used, index, index + INDEX_SIZE, true);
    byte[] elements = new byte[CHUNKS * CHUNK_SIZE];
    for (int chunk = 0; chunk < CHUNKS; chunk++) {
      long offset = bytes.getLong(index + 16 * chunk);
      long size = bytes.getLong(index + 16 * chunk + 8);
      if (offset == -1 && size == -1) {
        continue;
      }
      assertThat(size).isEqualTo(CHUNK_SIZE);
      assertThat(offset).isBetween(0L, (long) shard.length - CHUNK_SIZE);
      for (int i = 0; i < CHUNK_SIZE; i++) {
        assertThat(used[(int) offset + i]).as("byte %d is used once", offset + i).isFalse();
        used[(int) offset + i] = true;
        int row = 2 * (chunk / 2) + i / 2;
        int column = 2 * (chunk % 2) + i % 2;
        elements[4 * row + column] = shard[(int) offset + i];
      }
    }
    return elements;
  }

  private static void checkParts(CodecPipeline pipeline, byte[] shard, BitsBlock whole) {
    try (ChunkCoder coder = pipeline.newCoder()) {
      for (long row = 0; row < 4; row += 3) {
        Region part = Region.of(new long[] {row, 1}, Shape.of(1, 2));
        Block expected = Block.allocate(CoreType.UINT8, part.shape());
        expected.copyFrom(whole, part, 0, 0);
        Block found = Block.allocate(CoreType.UINT8, part.shape());
        coder.decode(ByteSource.of(shard), part, found, 0, 0);
        assertThat(Pipelines.bytesOf(found)).isEqualTo(Pipelines.bytesOf(expected));
      }
    }
  }

  private static void checkRoundTrip(CodecPipeline pipeline, BitsBlock decoded) {
    try (ChunkCoder coder = pipeline.newCoder()) {
      coder
          .encode(decoded)
          .ifPresent(
              again ->
                  assertThat(
                          Pipelines.bytesOf(Pipelines.decode(pipeline, Pipelines.bytesOf(again))))
                      .isEqualTo(Pipelines.bytesOf(decoded)));
    }
  }

  private static byte[] whole(int kind) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT8, SHARD);
    for (int i = 0; i < block.length(); i++) {
      block.bytes()[i] = (byte) (i % 4 < 2 && i < 8 ? 0 : i); // the first inner chunk is missing
    }
    byte[] shard = Pipelines.encode(SHARDS.get(kind), block);
    byte[] input = new byte[1 + shard.length];
    input[0] = (byte) kind;
    System.arraycopy(shard, 0, input, 1, shard.length);
    return input;
  }

  private static CodecPipeline shards(String codecs, String index, String location) {
    return Pipelines.bind(
        CoreType.UINT8,
        SHARD,
        "[{'name':'sharding_indexed','configuration':{'chunk_shape':"
            + INNER
            + ",'codecs':["
            + codecs
            + "],'index_codecs':["
            + index
            + "],'index_location':'"
            + location
            + "'}}]");
  }
}
