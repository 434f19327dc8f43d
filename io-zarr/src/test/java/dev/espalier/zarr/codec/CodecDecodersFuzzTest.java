package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.espalier.model.data.BinaryBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.layout.CodecSpec;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever bytes a codec is given to decode, it gives elements, or says by name what is wrong.
 *
 * <p>The first byte of an input chooses the codec and its configuration, of {@link FuzzedCodecs};
 * the rest is what is decoded.
 */
class CodecDecodersFuzzTest {
  private static final List<FuzzedCodecs> CODECS = FuzzedCodecs.all();
  private static final List<CodecPipeline> PIPELINES =
      CODECS.stream().map(FuzzedCodecs::bind).toList();

  static Stream<byte[]> chunksThatAreWhole() {
    return IntStream.range(0, CODECS.size())
        .mapToObj(kind -> input(kind, CODECS.get(kind).encodedChunk()));
  }

  @MethodSource("chunksThatAreWhole")
  @FuzzTest
  void bytesAreDecodedOrFoundCorrupt(byte[] input) {
    if (input.length == 0) {
      return;
    }
    int kind = (input[0] & 0xff) % CODECS.size();
    CodecPipeline pipeline = PIPELINES.get(kind);
    Block decoded;
    try {
      decoded = Pipelines.decode(pipeline, Arrays.copyOfRange(input, 1, input.length));
    } catch (CorruptException | UnsupportedException named) {
      assertThat(named).hasMessageMatching("(?s).{8,600}");
      return;
    }
    byte[] again;
    try (ChunkCoder coder = pipeline.newCoder()) {
      again = Pipelines.bytesOf(coder.encodeStored(decoded));
    } catch (EspalierException refused) {
      assertThat(CODECS.get(kind).lossless()).as("%s", refused).isFalse();
      return;
    }
    Block decodedAgain = Pipelines.decode(pipeline, again);
    if (CODECS.get(kind).lossless()) {
      assertThat(content(decodedAgain)).isEqualTo(content(decoded));
    }
  }

  /** A codec that is not fuzzed would go unnoticed. */
  @Test
  void allCodecsAreAmongThem() {
    Set<String> fuzzed = new TreeSet<>();
    PIPELINES.forEach(pipeline -> addNames(pipeline.specs(), fuzzed));
    List<String> all =
        CodecRegistry.builtIn().list().stream().map(codec -> codec.declaration().name()).toList();

    assertThat(fuzzed).containsExactlyElementsOf(all);
  }

  private static void addNames(List<CodecSpec> specs, Set<String> names) {
    specs.forEach(spec -> names.add(spec.name()));
  }

  private static Object content(Block block) {
    return block instanceof BinaryBlock values ? values.values() : Pipelines.contentOf(block);
  }

  private static byte[] input(int kind, byte[] encoded) {
    byte[] input = new byte[1 + encoded.length];
    input[0] = (byte) kind;
    System.arraycopy(encoded, 0, input, 1, encoded.length);
    return input;
  }
}
