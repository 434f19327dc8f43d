package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Scanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inner chunks of a shard share no bytes, with each other or with the index. The shards have four
 * inner chunks in eight bytes each; those with the index at the start have them after its 64 bytes.
 */
class ShardOverlapTest {
  private static final Shape SHARD = Shape.of(4, 4);
  private static final int CHUNKS = 4;
  private static final int INDEX = CHUNKS * 16;

  @ParameterizedTest
  @CsvSource({
    "partly, '0 8  8 8  12 8  24 8', '[0, 1] at offset 8, size 8 and inner chunk [1, 0] at offset"
        + " 12, size 8'",
    "by one byte and out of order, '24 8  16 8  9 8  0 8',"
        + "'[0, 1] at offset 16, size 8 and inner chunk [1, 0] at offset 9, size 8'",
    "one within another, '0 24  8 8  24 8  -1 -1', '[0, 0] at offset 0, size 24 and inner chunk"
        + " [0, 1] at offset 8, size 8'",
    "all alike, '0 8  0 8  0 8  0 8', '[0, 0] at offset 0, size 8 and inner chunk [0, 1] at offset"
        + " 0, size 8'",
    "those at the ends, '0 8  16 8  24 8  0 8', '[0, 0] at offset 0, size 8 and inner chunk [1, 1]"
        + " at offset 0, size 8'"
  })
  void innerChunksThatShareBytesAreRefused(String how, String entries, String named) {
    assertThatThrownBy(() -> decode(shards("end"), shard(entries, 32)))
        .as(how)
        .isInstanceOf(CorruptException.class)
        .hasMessage(
            "codec sharding_indexed: index: expected inner chunks that share no bytes, found inner"
                + " chunk "
                + named);
  }

  @ParameterizedTest
  @CsvSource({
    "end, 32, '0 8  8 8  16 8  25 8', 32, '[1, 1] at offset 25, size 8'",
    "end, 32, '0 8  8 8  16 8  88 8', 32, '[1, 1] at offset 88, size 8'",
    "end, 32, '0 96  -1 -1  -1 -1  -1 -1', 32, '[0, 0] at offset 0, size 96'",
    "start, 0, '63 8  72 8  80 8  88 8', 0, '[0, 0] at offset 63, size 8'",
    "start, 0, '88 8  80 8  72 8  0 8', 0, '[1, 1] at offset 0, size 8'"
  })
  void innerChunksThatHaveBytesOfTheIndexAreRefused(
      String location, int at, String entries, int start, String named) {
    assertThatThrownBy(() -> decode(shards(location), shard(entries, at)))
        .isInstanceOf(CorruptException.class)
        .hasMessage(
            "codec sharding_indexed: index: expected inner chunks beside the 64 bytes of the index"
                + " from "
                + start
                + " on, found inner chunk "
                + named);
  }

  /** Nobody knows which of the two the bytes are of, or what else is wrong. */
  @Test
  void noInnerChunkIsReadByAnIndexThatContradictsItself() {
    byte[] shard = shard("0 8  8 8  16 8  16 8", 32);
    Block into = Block.allocate(CoreType.UINT16, Shape.of(2, 2));

    try (ChunkCoder coder = shards("end").newCoder()) {
      assertThatThrownBy(
              () -> coder.decode(ByteSource.of(shard), Region.all(into.shape()), into, 0, 0))
          .isInstanceOf(CorruptException.class)
          .hasMessageContaining("share no bytes");
    }
  }

  @Test
  void entriesWithoutBytesOrOutsideOfTheShardAreNoOverlap() {
    byte[] shard = shard("0 8  4 0  4 9223372036854775807  -2 8", 32);
    Block into = Block.allocate(CoreType.UINT16, Shape.of(2, 2));
    try (ChunkCoder coder = shards("end").newCoder()) {
      coder.decode(ByteSource.of(shard), Region.all(into.shape()), into, 0, 0);
    }

    assertThat(Pipelines.bytesOf(into)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  /** Against comparing each with each. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatIsRefusedIsWhatOverlaps(long seed) {
    Random random = new Random(seed);
    int refused = 0;
    for (int round = 0; round < 2000; round++) {
      ShardIndex index = index(6);
      List<long[]> ranges = new ArrayList<>();
      List<Long> cuts = new ArrayList<>();
      random.longs(12, 0, 100).forEach(cuts::add);
      if (random.nextInt(3) > 0) {
        Collections.sort(cuts);
      }
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5));
      Collections.shuffle(order, random);
      for (int i = 0; i < 6; i++) {
        long start = cuts.get(2 * i);
        long size = Math.max(0, cuts.get(2 * i + 1) - start);
        index.set(order.get(i), start, size);
        ranges.add(new long[] {start, start + size});
      }
      boolean overlaps = overlaps(ranges);
      refused += overlaps ? 1 : 0;

      if (overlaps) {
        assertThatThrownBy(() -> index.checkDisjoint(200, 100, 100))
            .isInstanceOf(CorruptException.class);
      } else {
        index.checkDisjoint(200, 100, 100);
      }
    }
    assertThat(refused).as("of 2000").isBetween(200, 1800);
  }

  private static boolean overlaps(List<long[]> ranges) {
    for (int i = 0; i < ranges.size(); i++) {
      for (int j = 0; j < i; j++) {
        long from = Math.max(ranges.get(i)[0], ranges.get(j)[0]);
        if (from < Math.min(ranges.get(i)[1], ranges.get(j)[1])) {
          return true;
        }
      }
    }
    return false;
  }

  private static ShardIndex index(int chunks) {
    return new ShardIndex(
        new ChunkRepresentation(
            CoreType.UINT64, Shape.of(chunks, 2), FillValue.zero(CoreType.UINT64)));
  }

  private static CodecPipeline shards(String location) {
    String codecs = "[{'name':'bytes','configuration':{'endian':'little'}}]";
    return Pipelines.bind(
        CoreType.UINT16,
        SHARD,
        "[{'name':'sharding_indexed','configuration':{'chunk_shape':[2,2],'codecs':"
            + codecs
            + ",'index_codecs':"
            + codecs
            + ",'index_location':'"
            + location
            + "'}}]");
  }

  private static byte[] shard(String entries, int indexAt) {
    ByteBuffer shard = ByteBuffer.allocate(32 + INDEX).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < 32; i++) {
      shard.put((indexAt == 0 ? INDEX : 0) + i, (byte) i);
    }
    shard.position(indexAt);
    Scanner words = new Scanner(entries);
    while (words.hasNextLong()) {
      shard.putLong(words.nextLong());
    }
    return shard.array();
  }

  private static void decode(CodecPipeline pipeline, byte[] shard) {
    Pipelines.decode(pipeline, shard);
  }
}
