package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Crc32cCodecTest {
  private final CodecPipeline pipeline =
      Pipelines.bind(CoreType.UINT8, Shape.of(9), "['bytes','crc32c']");

  /** The check value that catalogues of checksums give for CRC-32C: 0xe3069283. */
  @Test
  void theChecksumFollowsLeastSignificantByteFirst() {
    BitsBlock chunk = (BitsBlock) Block.allocate(CoreType.UINT8, Shape.of(9));
    System.arraycopy("123456789".getBytes(StandardCharsets.US_ASCII), 0, chunk.bytes(), 0, 9);

    byte[] encoded = Pipelines.encode(pipeline, chunk);

    assertThat(HexFormat.of().formatHex(encoded)).isEqualTo("313233343536373839839206e3");
    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void theChecksumIsVerified() {
    byte[] encoded = HexFormat.of().parseHex("313233343536373838839206e3");

    assertThatThrownBy(() -> Pipelines.decode(pipeline, encoded))
        .isInstanceOf(CorruptException.class)
        .hasMessageMatching(
            "codec crc32c: expected checksum 0xe3069283 as stored, found 0x[0-9a-f]{8} over 9"
                + " bytes");
  }

  @Test
  void fewerBytesThanAChecksumAreRefused() {
    CodecPipeline compressed =
        Pipelines.bind(
            CoreType.UINT8,
            Shape.of(9),
            "['bytes',{'name':'zstd','configuration':{'level':1}},'crc32c']");

    assertThatThrownBy(() -> Pipelines.decode(compressed, new byte[3]))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec crc32c: expected at least 4 bytes for the checksum, found 3");
  }
}
