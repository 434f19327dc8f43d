package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.zarr.internal.checksum.Crc32cFactory;
import java.nio.ByteBuffer;
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
  void noBytesHaveAChecksumToo() {
    Crc32cFactory factory = new Crc32cFactory();
    CodecSpec spec = CodecSpec.of("crc32c");
    OutputBuffer encoded = OutputBuffer.growing();
    OutputBuffer decoded = OutputBuffer.growing();
    try (BytesToBytesCoder coder =
        factory.create(CodecConfiguration.of(factory.declaration(), spec, 1)).newCoder()) {
      coder.encode(ByteBuffer.allocate(0), encoded);
      assertThat(Pipelines.bytesOf(encoded.written())).containsExactly(0, 0, 0, 0);

      coder.decode(encoded.written(), decoded);
      assertThat(decoded.size()).isZero();
      assertThatThrownBy(() -> coder.decode(ByteBuffer.wrap(new byte[] {1, 0, 0, 0}), decoded))
          .isInstanceOf(CorruptException.class)
          .hasMessage("expected checksum 0x00000001 as stored, found 0x00000000 over 0 bytes");
    }
  }

  /** The checksum of an inner chunk is over its encoded bytes, and other chunks do not matter. */
  @Test
  void eachInnerChunkOfAShardHasItsOwn() {
    CodecPipeline shards =
        Pipelines.bind(
            CoreType.UINT8,
            Shape.of(2),
            "[{'name':'sharding_indexed','configuration':{'chunk_shape':[1],'codecs':['bytes',"
                + "'crc32c'],'index_codecs':[{'name':'bytes','configuration':{'endian':'big'}}]}}]");
    BitsBlock chunk = (BitsBlock) Block.allocate(CoreType.UINT8, Shape.of(2));
    chunk.bytes()[0] = 1;
    chunk.bytes()[1] = 2;
    byte[] shard = Pipelines.encode(shards, chunk);
    assertThat(shard).hasSize(2 * (1 + 4) + 2 * 16);
    shard[5] ^= 1;

    BitsBlock first = (BitsBlock) Block.allocate(CoreType.UINT8, Shape.of(1));
    try (ChunkCoder coder = shards.newCoder()) {
      coder.decode(ByteSource.of(shard), Region.all(Shape.of(1)), first, 0);
    }
    assertThat(first.bytes()).containsExactly(1);
    assertThatThrownBy(() -> Pipelines.decode(shards, shard))
        .isInstanceOf(CorruptException.class)
        .hasMessageMatching(
            "codec sharding_indexed: inner chunk \\[1]: codec crc32c: expected checksum 0x.{8} as"
                + " stored, found 0x.{8} over 1 bytes");
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
