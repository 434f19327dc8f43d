package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipCodecTest {
  private static final Shape SHAPE = Shape.of(64, 64);
  private final CodecPipeline pipeline = pipeline(5);
  private final BitsBlock chunk = Pipelines.patches(SHAPE, 4);

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 6, 9})
  void theJdkReadsWhatIsWritten(int level) throws IOException {
    byte[] encoded = Pipelines.encode(pipeline(level), chunk);

    GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(encoded));
    assertThat(in.readAllBytes()).isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void theHeaderHoldsNoTimeAndNoSystem() {
    byte[] encoded = Pipelines.encode(pipeline, chunk);

    assertThat(HexFormat.of().formatHex(encoded, 0, 10)).isEqualTo("1f8b08000000000000ff");
  }

  @Test
  void severalMembersAreRead() throws IOException {
    byte[] bytes = Pipelines.bytesOf(chunk);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(gzip(Arrays.copyOf(bytes, 1)));
    all.writeBytes(gzip(new byte[0]));
    all.writeBytes(gzip(Arrays.copyOfRange(bytes, 1, bytes.length)));

    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, all.toByteArray()))).isEqualTo(bytes);
  }

  @Test
  void headersMayHoldMoreThanIsNeeded() throws IOException {
    byte[] plain = gzip(Pipelines.bytesOf(chunk));
    ByteArrayOutputStream rich = new ByteArrayOutputStream();
    // Checksum of the header, extra field, name and comment.
    rich.writeBytes(new byte[] {0x1f, (byte) 0x8b, 8, 2 + 4 + 8 + 16, 1, 2, 3, 4, 2, 3});
    rich.writeBytes(new byte[] {3, 0, 7, 7, 7, 'n', 0, 'c', 'c', 0});
    CRC32 crc = new CRC32();
    crc.update(rich.toByteArray());
    rich.write((int) crc.getValue());
    rich.write((int) crc.getValue() >> 8);
    rich.write(plain, 10, plain.length - 10);
    byte[] encoded = rich.toByteArray();

    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
        .isEqualTo(Pipelines.bytesOf(chunk));
    encoded[4] ^= 1;
    assertThatThrownBy(() -> Pipelines.decode(pipeline, encoded))
        .isInstanceOf(CorruptException.class)
        .hasMessageMatching(
            "codec gzip: expected checksum 0x.{4} of the gzip header as stored, found 0x.{4}");
  }

  @Test
  void whatFollowsTheLastMemberIsRefused() throws IOException {
    byte[] encoded = gzip(Pipelines.bytesOf(chunk));

    assertThatThrownBy(() -> Pipelines.decode(pipeline, Arrays.copyOf(encoded, encoded.length + 1)))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec gzip: the gzip header at byte " + encoded.length + " ends too early");
    assertThatThrownBy(
            () -> Pipelines.decode(pipeline, Arrays.copyOf(encoded, encoded.length + 12)))
        .isInstanceOf(CorruptException.class)
        .hasMessage(
            "codec gzip: expected a gzip member (1f 8b) at byte "
                + encoded.length
                + ", found 00 00");
  }

  @Test
  void checksumAndSizeAreVerified() throws IOException {
    byte[] encoded = gzip(Pipelines.bytesOf(chunk));
    byte[] wrongSum = encoded.clone();
    wrongSum[encoded.length - 8] ^= 1;
    byte[] wrongSize = encoded.clone();
    wrongSize[encoded.length - 4] ^= 1;

    assertThatThrownBy(() -> Pipelines.decode(pipeline, wrongSum))
        .isInstanceOf(CorruptException.class)
        .hasMessageMatching(
            "codec gzip: expected checksum 0x.{8} as stored, found 0x.{8} over 8192 bytes");
    assertThatThrownBy(() -> Pipelines.decode(pipeline, wrongSize))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec gzip: expected 8193 bytes in a gzip member as stored, found 8192");
  }

  @Test
  void everyTruncationIsFound() throws IOException {
    byte[] encoded = gzip(Pipelines.bytesOf(chunk));
    for (int length = 0; length < encoded.length; length += 7) {
      byte[] shorter = Arrays.copyOf(encoded, length);
      assertThatThrownBy(() -> Pipelines.decode(pipeline, shorter))
          .isInstanceOf(CorruptException.class)
          .hasMessageStartingWith("codec gzip: ");
    }
  }

  @Test
  void moreContentThanAChunkHoldsIsRefusedBeforeItTakesMemory() throws IOException {
    byte[] bomb = gzip(new byte[1 << 26]);
    byte[] oneTooMany = gzip(new byte[8193]);

    assertThatThrownBy(() -> Pipelines.decode(pipeline, bomb))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec gzip: expected at most 8192 bytes of content, found more");
    assertThatThrownBy(() -> Pipelines.decode(pipeline, oneTooMany))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec gzip: expected at most 8192 bytes of content, found more");
  }

  @Test
  void lessContentThanAChunkHoldsIsRefused() throws IOException {
    byte[] encoded = gzip(new byte[8191]);

    assertThatThrownBy(() -> Pipelines.decode(pipeline, encoded))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec gzip: decoded: expected 8192 bytes, found 8191");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static CodecPipeline pipeline(int level) {
    return Pipelines.bindShorts(
        "[{'name':'bytes','configuration':{'endian':'little'}},"
            + "{'name':'gzip','configuration':{'level':"
            + level
            + "}}]",
        64,
        64);
  }
}
