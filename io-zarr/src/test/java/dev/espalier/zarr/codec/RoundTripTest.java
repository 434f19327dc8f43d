package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.RawBits;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is encoded and decoded is the same to the bit. */
class RoundTripTest {
  private static final String BYTES = "{'name':'bytes','configuration':{'endian':'little'}}";
  private static final String BIG = "{'name':'bytes','configuration':{'endian':'big'}}";
  private static final String ZSTD = "{'name':'zstd','configuration':{'level':3,'checksum':false}}";
  private static final String GZIP = "{'name':'gzip','configuration':{'level':5}}";
  private static final String BLOSC =
      "{'name':'blosc','configuration':{'cname':'lz4','clevel':5,'shuffle':'shuffle'}}";
  private static final String FLETCHER = "{'name':'numcodecs.fletcher32','configuration':{}}";
  private static final String CRC = "{'name':'crc32c'}";
  private static final String INDEX = "'index_codecs':[" + BYTES + "," + CRC + "]";

  private static final List<String> CHAINS =
      List.of(
          BYTES,
          BIG,
          BYTES + "," + GZIP,
          BYTES + "," + ZSTD,
          BYTES + "," + ZSTD + "," + CRC,
          BYTES + "," + CRC + "," + GZIP + "," + ZSTD,
          BYTES + "," + BLOSC + "," + FLETCHER,
          sharding("[1,2,2]", BYTES + "," + ZSTD, INDEX),
          sharding("[1,2,2]", BYTES + "," + BLOSC, INDEX.replace("]", "," + FLETCHER + "]")),
          sharding("[2,3,2]", BIG, "'index_location':'start'," + INDEX),
          sharding("[1,3,2]", BYTES, INDEX) + "," + ZSTD,
          sharding("[2,3,4]", sharding("[1,1,2]", BYTES + "," + GZIP, INDEX), INDEX));

  static Stream<Arguments> typesAndChains() {
    List<DataType> types = new ArrayList<>(List.of(CoreType.values()));
    types.add(new RawBits(24));
    return types.stream()
        .flatMap(
            type ->
                CHAINS.stream()
                    .flatMap(
                        chain ->
                            Stream.of("", "{'name':'transpose','configuration':{'order':[2,0,1]}},")
                                .map(t -> Arguments.of(type, "[" + t + chain + "]"))));
  }

  @ParameterizedTest
  @MethodSource("typesAndChains")
  void everyTypeSurvivesEveryChain(DataType type, String codecs) {
    // Transposed with [2, 0, 1] this is [2, 6, 4], which the inner chunks divide as well.
    Shape shape = Shape.of(6, 4, 2);
    if (!codecs.contains("transpose")) {
      shape = Shape.of(2, 6, 4);
    }
    CodecPipeline pipeline = Pipelines.bind(type, shape, codecs);
    Block chunk = Pipelines.randomBits(type, shape, 17);
    Block back = Block.allocate(type, shape);
    try (ChunkCoder coder = pipeline.newCoder()) {
      byte[] encoded = Pipelines.bytesOf(coder.encode(chunk).orElseThrow());
      coder.decode(ByteSource.of(encoded), back);

      assertThat(Pipelines.bytesOf(back)).isEqualTo(Pipelines.bytesOf(chunk));
      assertThat(Pipelines.encode(pipeline, chunk)).as("encoded again").isEqualTo(encoded);
      assertThat((long) encoded.length).isLessThanOrEqualTo(pipeline.maxEncodedSize());
      checkParts(coder, encoded, chunk);
    }
  }

  @ParameterizedTest
  @EnumSource(CoreType.class)
  void scalarsAndSingleElementsSurvive(CoreType type) {
    for (Shape shape : List.of(Shape.scalar(), Shape.of(1), Shape.of(1, 1, 1))) {
      String order = shape.rank() == 0 ? "[]" : shape.rank() == 1 ? "[0]" : "[1,2,0]";
      String transpose = "{'name':'transpose','configuration':{'order':" + order + "}},";
      String inner = shape.toString();
      CodecPipeline pipeline =
          Pipelines.bind(
              type, shape, "[" + transpose + sharding(inner, BYTES + "," + CRC, INDEX) + "]");
      BitsBlock chunk = Pipelines.randomBits(type, shape, 3);
      chunk.bytes()[0] |= 1;

      Block back = Pipelines.decode(pipeline, Pipelines.encode(pipeline, chunk));

      assertThat(Pipelines.bytesOf(back)).isEqualTo(Pipelines.bytesOf(chunk));
    }
  }

  @ParameterizedTest
  @EnumSource(CoreType.class)
  void onlyTheVeryBitsOfTheFillValueAreLeftOut(CoreType type) {
    Shape shape = Shape.of(4);
    byte[] bits = new byte[type.size()];
    bits[type.size() - 1] = (byte) 0x80; // a negative zero, where elements are floats
    for (FillValue fill : List.of(FillValue.zero(type), BitsFill.of(type, bits))) {
      CodecPipeline pipeline =
          Pipelines.bind(new ChunkRepresentation(type, shape, fill), "[" + BYTES + "]");
      Block chunk = Block.allocate(type, shape);
      try (ChunkCoder coder = pipeline.newCoder()) {
        Optional<ByteBuffer> zeros = coder.encode(chunk);
        chunk.fill(BitsFill.of(type, bits));
        Optional<ByteBuffer> negative = coder.encode(chunk);

        assertThat(zeros.isEmpty()).isEqualTo(fill.equals(FillValue.zero(type)));
        assertThat(negative.isEmpty()).isEqualTo(!fill.equals(FillValue.zero(type)));
      }
    }
  }

  @Test
  void onePipelineServesManyThreads() throws Exception {
    Shape shape = Shape.of(2, 6, 4);
    CodecPipeline pipeline = Pipelines.bind(CoreType.UINT16, shape, "[" + CHAINS.get(6) + "]");
    List<byte[]> expected = new ArrayList<>();
    List<Future<byte[]>> found = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(4);
    try {
      for (int seed = 0; seed < 200; seed++) {
        Block chunk = Pipelines.randomBits(CoreType.UINT16, shape, seed);
        expected.add(Pipelines.bytesOf(chunk));
        found.add(
            workers.submit(
                () ->
                    Pipelines.bytesOf(
                        Pipelines.decode(pipeline, Pipelines.encode(pipeline, chunk)))));
      }
      for (int seed = 0; seed < 200; seed++) {
        assertThat(found.get(seed).get()).isEqualTo(expected.get(seed));
      }
    } finally {
      workers.shutdown();
    }
  }

  private static void checkParts(ChunkCoder coder, byte[] encoded, Block chunk) {
    Random random = new Random(5);
    Shape shape = chunk.shape();
    for (int attempt = 0; attempt < 8; attempt++) {
      Region part = randomBox(shape, random);
      Block expected = Block.allocate(chunk.dataType(), part.shape());
      expected.copyFrom(chunk, part, new long[shape.rank()]);
      Block exact = Block.allocate(chunk.dataType(), part.shape());
      coder.decode(ByteSource.of(encoded), part, exact, new long[shape.rank()]);
      assertThat(Pipelines.bytesOf(exact))
          .as("box %s", part)
          .isEqualTo(Pipelines.bytesOf(expected));

      Block larger = Pipelines.randomBits(chunk.dataType(), Shape.of(9, 9, 9), attempt);
      Block changed = Pipelines.randomBits(chunk.dataType(), Shape.of(9, 9, 9), attempt);
      changed.copyFrom(chunk, part, 2, 1, 3);
      coder.decode(ByteSource.of(encoded), part, larger, 2, 1, 3);
      assertThat(Pipelines.bytesOf(larger))
          .as("box %s", part)
          .isEqualTo(Pipelines.bytesOf(changed));
    }
  }

  private static Region randomBox(Shape shape, Random random) {
    long[] origin = new long[shape.rank()];
    long[] extents = new long[shape.rank()];
    for (int d = 0; d < origin.length; d++) {
      origin[d] = random.nextInt((int) shape.extent(d));
      extents[d] = 1L + random.nextInt((int) (shape.extent(d) - origin[d]));
    }
    return Region.of(origin, Shape.of(extents));
  }

  private static String sharding(String innerShape, String inner, String rest) {
    return "{'name':'sharding_indexed','configuration':{'chunk_shape':"
        + innerShape
        + ",'codecs':["
        + inner
        + "],"
        + rest
        + "}}";
  }
}
