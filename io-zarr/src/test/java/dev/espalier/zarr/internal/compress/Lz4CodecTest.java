package dev.espalier.zarr.internal.compress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Lz4CodecTest {
  /** Before it takes memory, where nothing else bounds how much a chunk may hold. */
  @ParameterizedTest
  @CsvSource({
    "ffffff7f00, '2147483647 bytes as stored; a block of 1 bytes cannot hold them'",
    "ffffffff00, '4294967295 bytes as stored; a block of 1 bytes cannot hold them'",
    "0000010000, '65536 bytes as stored; a block of 1 bytes cannot hold them'",
    "0100000010, 'not an LZ4 block of 1 bytes'",
    "010000, 'expected at least 4 bytes for the size, found 3'"
  })
  void aSizeThatABlockCannotHaveIsRefused(String hex, String message) {
    try (BytesToBytesCoder coder = new Lz4Codec().newCoder()) {
      assertThatThrownBy(
              () ->
                  coder.decode(
                      ByteBuffer.wrap(HexFormat.of().parseHex(hex)), OutputBuffer.growing()))
          .isInstanceOf(CorruptException.class)
          .hasMessage(message);
    }
  }
}
