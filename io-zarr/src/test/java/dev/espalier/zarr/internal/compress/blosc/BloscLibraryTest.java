package dev.espalier.zarr.internal.compress.blosc;

import static org.assertj.core.api.Assertions.assertThat;

import com.scalableminds.bloscjava.Blosc;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Frames that pass between this codec and the library of Blosc, in both directions. */
class BloscLibraryTest {
  private static final int LARGE = 524_289;
  private static final int[] SIZES = {1, 7, 127, 128, 129, 1000, 4096, 40_003, LARGE};
  private static final int[] BLOCK_SIZES = {0, 1000, 4096};

  /** Compressor, shuffle, and bytes of an element. */
  record Case(Compressor compressor, Shuffle shuffle, int typeSize) {}

  static Stream<Case> cases() {
    return Stream.of(Compressor.values())
        .filter(compressor -> compressor != Compressor.SNAPPY) // which the library lacks
        .flatMap(
            compressor ->
                Stream.of(Shuffle.values())
                    .flatMap(
                        shuffle ->
                            IntStream.of(1, 2, 3, 4, 8, 16, 17, 255)
                                .mapToObj(size -> new Case(compressor, shuffle, size))));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theLibraryReadsWhatThisWrites(Case each) {
    Random random = new Random(each.hashCode());
    for (int size : SIZES) {
      for (int blockSize : size == LARGE ? new int[] {0} : BLOCK_SIZES) {
        byte[] content = content(size, each.typeSize(), random);

        byte[] frame = encode(codec(each, blockSize), content);

        assertThat(Blosc.decompress(frame, 1)).as("%s bytes", size).isEqualTo(content);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void thisReadsWhatTheLibraryWrites(Case each) {
    Random random = new Random(each.hashCode());
    for (int size : SIZES) {
      for (int blockSize : size == LARGE ? new int[] {0} : BLOCK_SIZES) {
        byte[] content = content(size, each.typeSize(), random);
        byte[] frame =
            Blosc.compress(
                content,
                each.typeSize(),
                Blosc.Compressor.valueOf(each.compressor().name()),
                5,
                shuffle(each.shuffle()),
                blockSize,
                1);

        assertThat(decode(codec(each, blockSize), ByteBuffer.wrap(frame), size))
            .as("%s bytes", size)
            .isEqualTo(content);
        ByteBuffer outside = ByteBuffer.allocateDirect(frame.length + 3).position(3);
        outside.put(frame).position(3);
        assertThat(decode(codec(each, blockSize), outside, size)).isEqualTo(content);
      }
    }
  }

  private static Blosc.Shuffle shuffle(Shuffle shuffle) {
    return switch (shuffle) {
      case NONE -> Blosc.Shuffle.NO_SHUFFLE;
      case BYTES -> Blosc.Shuffle.BYTE_SHUFFLE;
      case BITS -> Blosc.Shuffle.BIT_SHUFFLE;
    };
  }

  private static BloscCodec codec(Case each, int blockSize) {
    return new BloscCodec(
        each.compressor(), 5, each.shuffle(), each.typeSize(), blockSize, BloscForm.ZARR);
  }

  /** Elements that grow slowly, with some noise in their lowest bytes. */
  private static byte[] content(int size, int typeSize, Random random) {
    byte[] content = new byte[size];
    for (int i = 0; i < size; i++) {
      int place = i % typeSize;
      content[i] = (byte) (place == 0 ? random.nextInt(16) : (i / typeSize) >> (4 * place));
    }
    return content;
  }

  private static byte[] encode(BloscCodec codec, byte[] bytes) {
    OutputBuffer encoded = OutputBuffer.growing();
    try (BytesToBytesCoder coder = codec.newCoder()) {
      coder.encode(ByteBuffer.wrap(bytes), encoded);
    }
    byte[] all = new byte[encoded.size()];
    encoded.written().get(all);
    return all;
  }

  private static byte[] decode(BloscCodec codec, ByteBuffer frame, int limit) {
    byte[] decoded = new byte[limit];
    OutputBuffer into = OutputBuffer.over(decoded, 0, limit);
    try (BytesToBytesCoder coder = codec.newCoder()) {
      coder.decode(frame, into);
    }
    return Arrays.copyOf(decoded, into.size());
  }
}
