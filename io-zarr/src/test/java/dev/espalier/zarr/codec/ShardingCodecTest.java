package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.zarr.codec.CountingByteSource.Range;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shards of four inner chunks of two by two uint16 each: eight bytes, where not compressed. */
class ShardingCodecTest {
  private static final String LITTLE = "{'name':'bytes','configuration':{'endian':'little'}}";
  private static final String BIG = "{'name':'bytes','configuration':{'endian':'big'}}";
  private static final String CRC = "{'name':'crc32c'}";
  private static final Shape SHARD = Shape.of(4, 4);

  private final CodecPipeline plain = shards("[2,2]", LITTLE, LITTLE, "end");

  @Test
  void innerChunksLieInOrderAndTheIndexAtTheEndSaysWhere() {
    ByteBuffer shard = littleEndian(Pipelines.encode(plain, counting(SHARD)));

    assertThat(shard.remaining()).isEqualTo(4 * 8 + 4 * 16);
    assertThat(shorts(shard, 16))
        .containsExactly(1, 2, 5, 6, 3, 4, 7, 8, 9, 10, 13, 14, 11, 12, 15, 16);
    assertThat(longs(shard, 32, 8)).containsExactly(0, 8, 8, 8, 16, 8, 24, 8);
  }

  @Test
  void offsetsCountFromTheStartOfTheShardWhereTheIndexIsFirst() {
    CodecPipeline first = shards("[2,2]", LITTLE, LITTLE + "," + CRC, "start");
    ByteBuffer shard = littleEndian(Pipelines.encode(first, counting(SHARD)));

    assertThat(longs(shard, 0, 8)).containsExactly(0x44, 8, 0x4c, 8, 0x54, 8, 0x5c, 8);
    assertThat(shard.getShort(0x44)).isEqualTo((short) 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"start", "end"})
  void innerChunksOfFillValueAreMarkedAndNotStored(String location) {
    FillValue seven = FillValue.parse(CoreType.UINT16, JsonValue.of(7));
    CodecPipeline pipeline =
        Pipelines.bind(
            new ChunkRepresentation(CoreType.UINT16, SHARD, seven),
            sharding("[2,2]", LITTLE, LITTLE, location));
    Block chunk = Block.allocate(CoreType.UINT16, SHARD);
    chunk.fill(seven);
    try (ChunkCoder coder = pipeline.newCoder()) {
      assertThat(coder.encode(chunk)).as("a shard of fill value").isEmpty();
      ((BitsBlock) chunk).bytes()[2 * 2] = 1; // row 0, column 2: the second inner chunk

      ByteBuffer shard = littleEndian(Pipelines.bytesOf(coder.encode(chunk).orElseThrow()));

      int index = location.equals("start") ? 0 : 8;
      int data = location.equals("start") ? 64 : 0;
      assertThat(shard.remaining()).isEqualTo(64 + 8);
      assertThat(longs(shard, index, 8)).containsExactly(-1, -1, data, 8, -1, -1, -1, -1);
      Block back = Block.allocate(CoreType.UINT16, SHARD);
      coder.decode(ByteSource.of(shard), back);
      assertThat(Pipelines.bytesOf(back)).isEqualTo(Pipelines.bytesOf(chunk));
    }
  }

  @Test
  void onlyTheIndexAndTheTouchedInnerChunksAreRead() {
    CodecPipeline pipeline = shards("[2,2]", LITTLE, BIG, "end");
    Block chunk = counting(SHARD);
    CountingByteSource shard = new CountingByteSource(Pipelines.encode(pipeline, chunk));
    Block into = Block.allocate(CoreType.UINT16, Shape.of(1, 2));
    try (ChunkCoder coder = pipeline.newCoder()) {
      coder.decode(shard, Region.of(new long[] {2, 1}, into.shape()), into, 0, 0);
    }

    assertThat(shorts(littleEndian(Pipelines.bytesOf(into)), 2)).containsExactly(10, 11);
    assertThat(shard.ranges())
        .containsExactly(new Range(32, 64), new Range(16, 8), new Range(24, 8));
  }

  @Test
  void nestedShardsAreReadIndexByIndex() {
    Shape shape = Shape.of(8, 8);
    CodecPipeline pipeline =
        Pipelines.bind(
            CoreType.UINT16,
            shape,
            sharding(
                "[4,4]",
                shardingCodec("[2,2]", LITTLE, LITTLE + "," + CRC, "end"),
                LITTLE,
                "start"));
    Block chunk = counting(shape);
    CountingByteSource shard = new CountingByteSource(Pipelines.encode(pipeline, chunk));
    Block into = Block.allocate(CoreType.UINT16, Shape.of(1, 1));
    try (ChunkCoder coder = pipeline.newCoder()) {
      coder.decode(shard, Region.of(new long[] {7, 7}, into.shape()), into, 0, 0);
    }

    assertThat(shorts(littleEndian(Pipelines.bytesOf(into)), 1)).containsExactly(64);
    assertThat(shard.lengths()).containsExactly(64, 64 + 4, 8);
    assertThat(pipeline.readShape()).isEqualTo(Shape.of(2, 2));
  }

  /** The inner chunk shape is that of transposed shards; the permutation is not its own inverse. */
  @Test
  void transposedShardsAreReadInPartsToo() {
    Shape shape = Shape.of(4, 6, 10);
    CodecPipeline pipeline =
        Pipelines.bindShorts(
            "[{'name':'transpose','configuration':{'order':[2,0,1]}},"
                + shardingCodec("[5,2,3]", LITTLE, LITTLE + "," + CRC, "end")
                + "]",
            4,
            6,
            10);
    Block chunk = counting(shape);
    CountingByteSource shard = new CountingByteSource(Pipelines.encode(pipeline, chunk));
    Region part = Region.of(new long[] {2, 3, 5}, Shape.of(2, 3, 5));
    Block into = Block.allocate(CoreType.UINT16, part.shape());
    Block expected = Block.allocate(CoreType.UINT16, part.shape());
    expected.copyFrom(chunk, part, 0, 0, 0);
    try (ChunkCoder coder = pipeline.newCoder()) {
      coder.decode(shard, part, into, 0, 0, 0);
    }

    assertThat(pipeline.readShape()).isEqualTo(Shape.of(2, 3, 5));
    assertThat(Pipelines.bytesOf(into)).isEqualTo(Pipelines.bytesOf(expected));
    assertThat(shard.lengths())
        .as("the index and one inner chunk")
        .containsExactly(8 * 16 + 4, 2 * 3 * 5 * 2);
  }

  /** 16 GiB that exist only as far as they are read. */
  @Test
  void shardsLargerThanTheMemoryAreReadInParts() {
    CodecPipeline pipeline =
        Pipelines.bindShorts(sharding("[1,1024,1024]", LITTLE, LITTLE, "start"), 8192, 1024, 1024);
    long chunk = 1L << 21;
    ByteSource shard =
        new ByteSource() {
          @Override
          public long size() {
            return 8192 * 16 + 8192 * chunk;
          }

          @Override
          public void read(long offset, ByteBuffer into) {
            ByteBuffer target = into.order(ByteOrder.LITTLE_ENDIAN);
            if (offset == 0) {
              for (int i = 0; i < 8192; i++) {
                target.putLong(8192 * 16 + i * chunk).putLong(chunk);
              }
            }
            while (target.hasRemaining()) {
              target.putShort((short) ((offset - 8192 * 16) / chunk));
            }
          }
        };
    Block into = Block.allocate(CoreType.UINT16, Shape.of(2, 1, 1));
    try (ChunkCoder coder = pipeline.newCoder()) {
      coder.decode(shard, Region.of(new long[] {8190, 1023, 5}, into.shape()), into, 0, 0, 0);
    }

    assertThat(shorts(littleEndian(Pipelines.bytesOf(into)), 2)).containsExactly(8190, 8191);
  }

  @Test
  void innerChunksMayLieInAnyOrderWithGaps() {
    ByteBuffer shard = littleEndian(new byte[100 + 64]);
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        shard.putShort(90 - 20 * i + 2 * j, (short) (10 * i + j));
      }
      shard.putLong(100 + 16 * i, 90 - 20L * i).putLong(108 + 16 * i, 8);
    }

    Block back = Pipelines.decode(plain, Pipelines.bytesOf(shard));

    assertThat(shorts(littleEndian(Pipelines.bytesOf(back)), 16))
        .containsExactly(0, 1, 10, 11, 2, 3, 12, 13, 20, 21, 30, 31, 22, 23, 32, 33);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 8, expected both words of the index entry to say that it is not stored",
    "0, -1, expected both words of the index entry to say that it is not stored",
    "90, 8, 'expected an index entry within the 96 bytes of the shard, found offset 90, size 8'",
    "97, 0, 'expected an index entry within the 96 bytes of the shard, found offset 97, size 0'",
    "-2, 8, 'within the 96 bytes of the shard, found offset 18446744073709551614, size 8'",
    "8, 9223372036854775807, 'found offset 8, size 9223372036854775807'",
    "8, -2, 'found offset 8, size 18446744073709551614'",
    "24, 7, 'encoded chunk: expected 8 bytes, found 7'",
    "0, 0, 'encoded chunk: expected 8 bytes, found 0'"
  })
  void entriesThatCannotBeAreRefused(long offset, long size, String message) {
    byte[] shard = Pipelines.encode(plain, counting(SHARD));
    littleEndian(shard).putLong(32 + 3 * 16, offset).putLong(32 + 3 * 16 + 8, size);

    assertThatThrownBy(() -> Pipelines.decode(plain, shard))
        .isInstanceOf(CorruptException.class)
        .hasMessageStartingWith("codec sharding_indexed: inner chunk [1, 1]: ")
        .hasMessageContaining(message);
  }

  @Test
  void entriesOfOtherInnerChunksDoNotMatter() {
    byte[] shard = Pipelines.encode(plain, counting(SHARD));
    littleEndian(shard).putLong(32 + 3 * 16, -2);
    Block into = Block.allocate(CoreType.UINT16, Shape.of(2, 4));
    try (ChunkCoder coder = plain.newCoder()) {
      coder.decode(ByteSource.of(shard), Region.all(into.shape()), into, 0, 0);
    }

    assertThat(shorts(littleEndian(Pipelines.bytesOf(into)), 8))
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
  }

  @Test
  void theIndexIsVerified() {
    CodecPipeline pipeline = shards("[2,2]", LITTLE, LITTLE + "," + CRC, "end");
    byte[] shard = Pipelines.encode(pipeline, counting(SHARD));
    shard[32 + 4 * 16 - 1] ^= 1;

    assertThatThrownBy(() -> Pipelines.decode(pipeline, shard))
        .isInstanceOf(CorruptException.class)
        .hasMessageMatching(
            "codec sharding_indexed: index: codec crc32c: expected checksum 0x.{8} as stored,"
                + " found 0x.{8} over 64 bytes");
    assertThatThrownBy(() -> Pipelines.decode(pipeline, Arrays.copyOf(shard, 67)))
        .isInstanceOf(CorruptException.class)
        .hasMessage(
            "codec sharding_indexed: expected at least the 68 bytes of the index, found 67");
  }

  @Test
  void theIndexMayBeTransposed() {
    CodecPipeline pipeline =
        shards(
            "[2,2]",
            LITTLE,
            "{'name':'transpose','configuration':{'order':[2,0,1]}}," + LITTLE,
            "end");
    byte[] shard = Pipelines.encode(pipeline, counting(SHARD));

    assertThat(longs(littleEndian(shard), 32, 8)).containsExactly(0, 8, 16, 24, 8, 8, 8, 8);
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, shard)))
        .isEqualTo(Pipelines.bytesOf(counting(SHARD)));
  }

  private static CodecPipeline shards(String inner, String codecs, String index, String location) {
    return Pipelines.bind(CoreType.UINT16, SHARD, sharding(inner, codecs, index, location));
  }

  private static String sharding(String inner, String codecs, String index, String location) {
    return "[" + shardingCodec(inner, codecs, index, location) + "]";
  }

  private static String shardingCodec(String inner, String codecs, String index, String location) {
    return "{'name':'sharding_indexed','configuration':{'chunk_shape':"
        + inner
        + ",'codecs':["
        + codecs
        + "],'index_codecs':["
        + index
        + "],'index_location':'"
        + location
        + "'}}";
  }

  private static BitsBlock counting(Shape shape) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT16, shape);
    ByteBuffer bytes = littleEndian(block.bytes());
    for (int i = 1; bytes.hasRemaining(); i++) {
      bytes.putShort((short) i);
    }
    return block;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static int[] shorts(ByteBuffer bytes, int count) {
    return IntStream.range(0, count).map(i -> bytes.getShort(2 * i)).toArray();
  }

  private static long[] longs(ByteBuffer bytes, int at, int count) {
    return IntStream.range(0, count).mapToLong(i -> bytes.getLong(at + 8 * i)).toArray();
  }
}
