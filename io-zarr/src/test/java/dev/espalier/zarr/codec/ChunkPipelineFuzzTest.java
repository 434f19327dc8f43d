package dev.espalier.zarr.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.espalier.io.codec.ByteSource;
import dev.espalier.json.JsonReader;
import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever chain of codecs a document asks for, it is bound or refused by name; and whatever bytes
 * it is given then, it gives elements, the same ones in parts and as a whole, or finds them
 * corrupt.
 *
 * <p>The first line of an input is an object of type, fill value and shape of a chunk, and of its
 * codecs; the rest is the chunk.
 */
class ChunkPipelineFuzzTest {
  /** Larger chunks are bound and not decoded: memory for them is taken by whoever asks for them. */
  private static final int MOST_ELEMENTS = 1 << 12;

  private static final int MOST_BYTES = 1 << 16;

  static Stream<byte[]> chunksThatAreWhole() {
    return FuzzedCodecs.all().stream()
        .map(codecs -> input(codecs, FuzzedCodecs.SHAPE.toString(), codecs.encodedChunk()));
  }

  /** Shapes of which nobody has so many elements, and of more dimensions than there are axes. */
  static Stream<byte[]> chunksThatCannotBe() {
    String many = "[2,3,4" + ",1".repeat(200) + "]";
    return FuzzedCodecs.all().stream()
        .flatMap(
            codecs ->
                Stream.of("[9223372036854775807,3,4]", "[1048576,2097153,4194304]", many, "[]")
                    .map(shape -> input(codecs, shape, new byte[0])));
  }

  private static byte[] input(FuzzedCodecs codecs, String shape, byte[] chunk) {
    String line =
        "{'type':'%s','fill':%s,'shape':%s,'codecs':[%s]}\n"
            .formatted(
                codecs.type().id(), FillValue.zero(codecs.type()).toJson(), shape, codecs.codecs());
    ByteArrayOutputStream input = new ByteArrayOutputStream();
    input.writeBytes(line.replace('\'', '"').getBytes(UTF_8));
    input.writeBytes(chunk);
    return input.toByteArray();
  }

  @MethodSource({"chunksThatAreWhole", "chunksThatCannotBe"})
  @FuzzTest
  void chainsAreBoundAndChunksDecoded(byte[] input) {
    int end = IntStream.range(0, input.length).filter(i -> input[i] == '\n').findFirst().orElse(0);
    Optional<CodecPipeline> bound = bind(Arrays.copyOf(input, end));
    if (bound.isEmpty()) {
      return;
    }
    CodecPipeline pipeline = bound.get();
    assertThat(pipeline.maxEncodedSize()).isPositive();
    assertThat(pipeline.readShape().rank()).isEqualTo(pipeline.representation().shape().rank());
    assertThat(pipeline.expansion()).isPositive();
    ChunkRepresentation chunk = pipeline.representation();
    if (chunk.shape().elementCount() <= MOST_ELEMENTS
        && chunk.shape().elementCount() * chunk.type().byteSize().orElse(1) <= MOST_BYTES) {
      decode(pipeline, Arrays.copyOfRange(input, end + 1, input.length));
    }
  }

  private static Optional<CodecPipeline> bind(byte[] line) {
    try {
      if (!(JsonReader.parse(line) instanceof JsonObject document)) {
        return Optional.empty();
      }
      DataType type = DataType.fromJson(member(document, "type"));
      if (!(member(document, "shape") instanceof JsonArray extents)
          || type.byteSize().orElse(1) > MOST_BYTES) {
        return Optional.empty();
      }
      long[] shape = extents.elements().stream().mapToLong(ChunkPipelineFuzzTest::extent).toArray();
      FillValue fill = FillValue.parse(type, member(document, "fill"));
      return Optional.of(
          CodecPipeline.bind(
              Pipelines.specs(member(document, "codecs")),
              new ChunkRepresentation(type, Shape.of(shape), fill),
              Pipelines.CODECS));
    } catch (IllegalArgumentException | UnsupportedException | CorruptException named) {
      assertThat(named).hasMessageMatching("(?s).{8,}");
      return Optional.empty();
    }
  }

  private static JsonValue member(JsonObject document, String name) {
    return document.get(name).orElse(JsonNull.NULL);
  }

  /** Chunks have no extents of zero; documents with such are refused before. */
  private static long extent(JsonValue value) {
    long extent = value instanceof JsonNumber number ? number.asLong().orElse(1) : 1;
    return Math.max(1, extent);
  }

  private static void decode(CodecPipeline pipeline, byte[] encoded) {
    try (ChunkCoder coder = pipeline.newCoder()) {
      Block whole = allocate(pipeline, pipeline.representation().shape());
      boolean isWhole = decode(coder, encoded, Region.all(whole.shape()), whole);
      for (Region part : parts(whole.shape())) {
        Block found = allocate(pipeline, part.shape());
        boolean isPart = decode(coder, encoded, part, found);
        if (isWhole) {
          Block expected = allocate(pipeline, part.shape());
          expected.copyFrom(whole, part, new long[part.rank()]);
          assertThat(isPart).as("part %s can be decoded where the whole can", part).isTrue();
          assertThat(content(found)).as("part %s", part).isEqualTo(content(expected));
        }
      }
      if (isWhole) {
        encodeAgain(pipeline, coder, whole);
      }
    } catch (UnsupportedException named) {
      assertThat(named).hasMessageMatching("(?s).{8,}");
    }
  }

  private static boolean decode(ChunkCoder coder, byte[] encoded, Region part, Block into) {
    try {
      coder.decode(ByteSource.of(encoded), part, into, new long[part.rank()]);
      return true;
    } catch (CorruptException corrupt) {
      assertThat(corrupt).hasMessageMatching("(?s).{8,}");
      return false;
    }
  }

  /** What is encoded is decoded again; whether to the same elements depends on the codecs. */
  private static void encodeAgain(CodecPipeline pipeline, ChunkCoder coder, Block whole) {
    byte[] again;
    try {
      Optional<byte[]> encoded = coder.encode(whole).map(Pipelines::bytesOf);
      if (encoded.isEmpty()) {
        return;
      }
      again = encoded.get();
    } catch (EspalierException refused) {
      assertThat(refused).isNotInstanceOf(CorruptException.class);
      return;
    }
    assertThat((long) again.length).isLessThanOrEqualTo(pipeline.maxEncodedSize());
    coder.decode(ByteSource.of(again), allocate(pipeline, whole.shape()));
  }

  private static Region[] parts(Shape shape) {
    long[] first = new long[shape.rank()];
    long[] middle = new long[shape.rank()];
    long[] some = new long[shape.rank()];
    long[] one = new long[shape.rank()];
    for (int d = 0; d < first.length; d++) {
      middle[d] = shape.extent(d) / 2;
      some[d] = shape.extent(d) - middle[d];
      one[d] = 1;
    }
    return new Region[] {Region.of(first, Shape.of(one)), Region.of(middle, Shape.of(some))};
  }

  private static Block allocate(CodecPipeline pipeline, Shape shape) {
    return Block.allocate(pipeline.representation().type(), shape);
  }

  private static Object content(Block block) {
    return block instanceof BinaryBlock values ? values.values() : Pipelines.contentOf(block);
  }
}
