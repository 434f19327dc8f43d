package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Boxes read through codecs from chunks to chunks, which stand before shards or within them. */
class PartialElementCodecsTest {
  private static final Shape CHUNK = Shape.of(6, 8, 4);
  private static final String TRANSPOSE = ElementCodecs.codec("transpose", "{'order':[2,0,1]}");
  private static final String DELTA = ElementCodecs.codec("numcodecs.delta", "{}");
  private static final String CAST = ElementCodecs.codec("cast_value", "{'data_type':'int32'}");
  private static final String MERGE = ElementCodecs.codec("reshape", "{'shape':[[0,1],[2]]}");
  private static final String FLAT = ElementCodecs.codec("reshape", "{'shape':[-1]}");
  private static final String SPLIT = ElementCodecs.codec("reshape", "{'shape':[[0],2,4,[2]]}");
  private static final String OFFSET = ElementCodecs.codec("scale_offset", "{'offset':-9}");

  static Stream<Arguments> chains() {
    return Stream.of(
            // What stands before the shard, the inner chunk, what stands within it, the read shape.
            new String[] {"", "[2,4,2]", "", "[2, 4, 2]"},
            new String[] {"", "[2,4,2]", DELTA, "[2, 4, 2]"},
            new String[] {"", "[2,4,2]", TRANSPOSE + "," + FLAT, "[2, 4, 2]"},
            new String[] {TRANSPOSE, "[2,3,4]", "", "[3, 4, 2]"},
            new String[] {TRANSPOSE, "[2,3,4]", TRANSPOSE, "[3, 4, 2]"},
            new String[] {CAST, "[2,4,2]", TRANSPOSE, "[2, 4, 2]"},
            new String[] {CAST + "," + TRANSPOSE + "," + OFFSET, "[2,3,4]", "", "[3, 4, 2]"},
            new String[] {DELTA, "[2,4,2]", "", "[6, 8, 4]"},
            new String[] {DELTA + "," + TRANSPOSE, "[2,3,4]", "", "[6, 8, 4]"},
            new String[] {TRANSPOSE + "," + DELTA, "[2,3,4]", "", "[6, 8, 4]"},
            new String[] {MERGE, "[12,2]", "", "[6, 8, 2]"},
            new String[] {MERGE + "," + FLAT, "[16]", "", "[6, 8, 4]"},
            new String[] {FLAT, "[16]", DELTA, "[6, 8, 4]"},
            new String[] {SPLIT, "[3,1,2,2]", "", "[3, 8, 2]"},
            new String[] {TRANSPOSE + "," + MERGE, "[6,4]", "", "[6, 4, 4]"},
            new String[] {MERGE + "," + DELTA, "[12,2]", "", "[6, 8, 4]"})
        .map(Arguments::of);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void boxesHoldTheElementsOfTheChunk(
      String before, String inner, String within, String readShape) {
    // Signed numbers around a fill value that codecs change on the way.
    BitsBlock chunk = chunk();
    CodecPipeline pipeline = sharded(before, inner, within);
    byte[] encoded = Pipelines.encode(pipeline, chunk);
    Random random = new Random(7);

    assertThat(pipeline.readShape()).hasToString(readShape);
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
        .isEqualTo(Pipelines.bytesOf(chunk));
    try (ChunkCoder coder = pipeline.newCoder()) {
      for (int i = 0; i < 60; i++) {
        checkBox(coder, encoded, chunk, randomBox(random), i % 2 == 0);
      }
    }
  }

  /** A box goes to its own block, or to a place in a larger one that keeps what is around it. */
  private static void checkBox(
      ChunkCoder coder, byte[] encoded, BitsBlock chunk, Region box, boolean alone) {
    Shape shape = alone ? box.shape() : CHUNK;
    long[] at = alone ? new long[3] : new long[] {box.start(0), box.start(1), box.start(2)};
    Block into = Pipelines.randomBits(CoreType.INT16, shape, 11);
    Block expected = Pipelines.randomBits(CoreType.INT16, shape, 11);
    expected.copyFrom(chunk, box, at);

    coder.decode(ByteSource.of(encoded), box, into, at);

    assertThat(Pipelines.bytesOf(into)).as("box %s", box).isEqualTo(Pipelines.bytesOf(expected));
  }

  @Test
  void theMemoryThatFormsOfAChunkTakeIsKnown() {
    assertThat(sharded("", "[2,4,2]", "").expansion()).isEqualTo(1);
    assertThat(sharded(TRANSPOSE + "," + MERGE, "[6,4]", "").expansion()).isEqualTo(1);
    assertThat(sharded(CAST + "," + TRANSPOSE, "[2,3,4]", "").expansion()).isEqualTo(2);
    assertThat(
            Pipelines.bind(
                    CoreType.BOOL,
                    Shape.of(80),
                    "[" + ElementCodecs.codec("numcodecs.packbits", "{}") + ",'bytes']")
                .expansion())
        .isEqualTo(1);
  }

  @Test
  void onlyTheInnerChunksAreReadThatABoxNeeds() {
    BitsBlock chunk = chunk();
    // All elements but the fill value, so that every inner chunk is stored.
    chunk.fill(BitsFill.of(CoreType.INT16, new byte[] {1, 0}));
    Region box = Region.of(new long[] {0, 0, 0}, Shape.of(1, 1, 1));

    // 16 inner chunks of 24 elements of 2 or 4 bytes, and an index of 16 bytes for each.
    assertThat(bytesRead(sharded(TRANSPOSE, "[2,3,4]", ""), chunk, box)).isEqualTo(8 * 16 + 48);
    assertThat(bytesRead(sharded(CAST + "," + TRANSPOSE, "[2,3,4]", DELTA), chunk, box))
        .isEqualTo(8 * 16 + 96);
    assertThat(bytesRead(sharded(MERGE, "[12,2]", ""), chunk, box))
        .as("half of the chunk, as the merged dimensions are needed as a whole")
        .isEqualTo(8 * 16 + 192);
    assertThat(bytesRead(sharded(DELTA, "[2,4,4]", ""), chunk, box))
        .as("the whole chunk")
        .isEqualTo(6 * 16 + 384);
  }

  private static long bytesRead(CodecPipeline pipeline, BitsBlock chunk, Region box) {
    CountingByteSource source = new CountingByteSource(Pipelines.encode(pipeline, chunk));
    Block into = Block.allocate(CoreType.INT16, box.shape());
    try (ChunkCoder coder = pipeline.newCoder()) {
      coder.decode(source, box, into, 0, 0, 0);
    }
    return LongStream.of(source.lengths()).sum();
  }

  private static BitsBlock chunk() {
    BitsBlock chunk = (BitsBlock) Block.allocate(CoreType.INT16, CHUNK);
    Random random = new Random(3);
    chunk.fill(BitsFill.of(CoreType.INT16, new byte[] {7, 0}));
    for (int at = 0; at < chunk.length(); at += 2) {
      // Boxes of the fill value leave inner chunks empty.
      if (at >= 128 && random.nextInt(3) > 0) {
        int number = random.nextInt(2000) - 1000;
        chunk.bytes()[at] = (byte) number;
        chunk.bytes()[at + 1] = (byte) (number >> 8);
      }
    }
    return chunk;
  }

  private static CodecPipeline sharded(String before, String inner, String within) {
    String codecs = (within.isEmpty() ? "" : within + ",") + ElementCodecs.BYTES;
    String shard =
        ElementCodecs.codec(
            "sharding_indexed",
            "{'chunk_shape':"
                + inner
                + ",'codecs':["
                + codecs
                + "],'index_codecs':["
                + ElementCodecs.BYTES
                + "]}");
    ChunkRepresentation chunk =
        new ChunkRepresentation(
            CoreType.INT16, CHUNK, BitsFill.of(CoreType.INT16, new byte[] {7, 0}));
    return Pipelines.bind(chunk, "[" + (before.isEmpty() ? "" : before + ",") + shard + "]");
  }

  private static Region randomBox(Random random) {
    long[] origin = new long[3];
    long[] extents = new long[3];
    for (int d = 0; d < 3; d++) {
      int extent = (int) CHUNK.extent(d);
      origin[d] = random.nextInt(extent);
      extents[d] = 1L + random.nextInt(extent - (int) origin[d]);
    }
    return Region.of(origin, Shape.of(extents));
  }
}
