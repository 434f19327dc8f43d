package dev.espalier.zarr.internal.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.json.JsonReader;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.zarr.internal.compress.blosc.BloscFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

/**
 * Bytes that expand to a GiB, or say that they do, are refused at the size of a chunk, in a heap
 * that holds a sixteenth of it.
 */
@Tag("small-heap")
class DecompressionBombsTest {
  private static final long GIB = 1L << 30;
  private static final int CHUNK = 1 << 20;

  private interface Compressor {
    OutputStream over(OutputStream out) throws IOException;
  }

  @Test
  void theHeapIsSmall() {
    assertThat(Runtime.getRuntime().maxMemory()).isLessThanOrEqualTo(GIB / 16);
  }

  @Test
  void gzipStopsAtTheSizeOfAChunk() throws IOException {
    refused(new GzipFactory(), "{'level':1}", zeros(GZIPOutputStream::new));
    refused(new NumcodecsGzipFactory(), "{}", zeros(GZIPOutputStream::new));
  }

  @Test
  void zlibStopsAtTheSizeOfAChunk() throws IOException {
    refused(new NumcodecsZlibFactory(), "{}", zeros(DeflaterOutputStream::new));
  }

  @Test
  void zstdStopsAtTheSizeOfAChunk() throws IOException {
    refused(new ZstdFactory(), "{'level':1}", zeros(ZstdOutputStream::new));
    refused(new NumcodecsZstdFactory(), "{}", zeros(ZstdOutputStream::new));
  }

  @Test
  void bzip2StopsAtTheSizeOfAChunk() throws IOException {
    byte[] bomb = zeros(out -> new BZip2CompressorOutputStream(out, 9));
    assertThat(bomb).hasSizeLessThan(1 << 10);
    refused(new Bz2Factory(), "{}", bomb);
  }

  @Test
  void lzmaStopsAtTheSizeOfAChunk() throws IOException {
    LZMA2Options small = new LZMA2Options(0);
    refused(new LzmaFactory(), "{}", zeros(out -> new XZOutputStream(out, small)));
    refused(new LzmaFactory(), "{'format':2}", zeros(out -> new LZMAOutputStream(out, small, -1)));
    refused(
        new LzmaFactory(),
        "{'format':3,'filters':[{'id':4611686018427387905,'preset':0}]}",
        zeros(out -> new LZMAOutputStream(out, small, true)));
  }

  /** A match of the byte before, as long as 255 for each byte says. */
  @Test
  void lz4StopsAtTheSizeOfAChunk() {
    byte[] bomb = new byte[(int) (GIB / 256)];
    Arrays.fill(bomb, (byte) 0xff);
    ByteBuffer start = ByteBuffer.wrap(bomb).order(ByteOrder.LITTLE_ENDIAN);
    start.putInt(bomb.length * 255 - (1 << 20)).put((byte) 0x1f).put((byte) 0).putShort((short) 1);
    refused(new Lz4Factory(), "{}", Arrays.copyOf(bomb, 2 * CHUNK));
  }

  /** Headers that lie, with next to nothing behind them. */
  @ParameterizedTest
  @CsvSource({
    "lz4, 00000040 1f00010000", // 1 GiB
    "lz4, ffffffff 1f00010000",
    "blosc, 02013301 00000040 00000040 20000000 0000000000000000 00000000 00000000",
    "blosc, 02013301 ffffffff ffffffff 20000000 0000000000000000 00000000 00000000",
    "blosc, 02013301 00000080 00001000 20000000 0000000000000000 00000000 00000000",
    "zstd, 28b52ffd c0 38 ffffffffffffff7f 010000", // a window and a size of 2^63
    "zstd, 28b52ffd a0 00000040 010000",
    "lzma1, 5d 000000ff ffffffffffffff7f 0000000000",
    "lzma1, 5d ffffffff ffffffffffffffff 00000000000000000000",
    "xz, fd377a585a000004e6d6b446 020021012800000077ce5b07"
  })
  void whatAHeaderClaimsIsNotBelieved(String codec, String hex) {
    byte[] lie = HexFormat.of().parseHex(hex.replace(" ", ""));
    switch (codec) {
      case "lz4" -> refused(new Lz4Factory(), "{}", lie);
      case "blosc" ->
          refused(
              new BloscFactory(),
              "{'cname':'lz4','clevel':1,'shuffle':'noshuffle','blocksize':0}",
              lie);
      case "zstd" -> refused(new ZstdFactory(), "{'level':1}", lie);
      case "lzma1" -> refused(new LzmaFactory(), "{'format':2}", lie);
      default -> refused(new LzmaFactory(), "{}", lie);
    }
  }

  /**
   * A header of xz for a dictionary of 64 MiB, as its highest level writes for chunks of any size.
   */
  @Test
  void dictionariesThatDoNotFitTheMemoryAreRefused() {
    byte[] header = HexFormat.of().parseHex("0200 2101 1c 000000".replace(" ", ""));
    CRC32 crc = new CRC32();
    crc.update(header);
    ByteBuffer file = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    file.put(HexFormat.of().parseHex("fd377a585a000004e6d6b446"));
    file.put(header).putInt((int) crc.getValue());

    assertThatThrownBy(() -> decode(new LzmaFactory(), "{}", file.array()))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageMatching("LZMA streams that need more: [0-9]+ KiB of memory would be needed.*");
  }

  private static void refused(
      BytesToBytesCodecFactory factory, String configuration, byte[] encoded) {
    assertThatThrownBy(() -> decode(factory, configuration, encoded))
        .isInstanceOfAny(CorruptException.class, UnsupportedException.class)
        .hasMessageMatching("[ -~]{10,200}");
  }

  private static void decode(
      BytesToBytesCodecFactory factory, String configuration, byte[] encoded) {
    JsonObject members = (JsonObject) JsonReader.parse(configuration.replace('\'', '"'));
    CodecSpec spec = new CodecSpec(factory.declaration().name(), members);
    BytesToBytesCodec codec = factory.create(CodecConfiguration.of(factory.declaration(), spec, 1));
    OutputBuffer decoded = OutputBuffer.growing();
    decoded.clear(CHUNK);
    try (BytesToBytesCoder coder = codec.newCoder()) {
      coder.decode(ByteBuffer.wrap(encoded), decoded);
    }
  }

  private static byte[] zeros(Compressor compressor) throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    byte[] piece = new byte[CHUNK];
    try (OutputStream out = compressor.over(bomb)) {
      for (long done = 0; done < GIB / 8; done += piece.length) {
        out.write(piece);
      }
    }
    return bomb.toByteArray();
  }
}
