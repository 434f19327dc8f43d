package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdOutputStream;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.ExtensionType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ZstdCodecTest {
  private static final Shape SHAPE = Shape.of(64, 64);
  private static final String BYTES = "{'name':'bytes','configuration':{'endian':'little'}}";
  private final CodecPipeline pipeline = pipeline("{'level':3}");
  private final BitsBlock chunk = Pipelines.patches(SHAPE, 4);

  @Test
  void oneFrameWithItsContentSizeIsWritten() {
    byte[] encoded = Pipelines.encode(pipeline, chunk);

    assertThat(Zstd.findFrameCompressedSize(encoded)).isEqualTo(encoded.length);
    assertThat(Zstd.getFrameContentSize(encoded)).isEqualTo(chunk.length());
    assertThat(encoded[4] & 4).as("checksum flag").isZero();
    assertThat(Zstd.decompress(encoded, chunk.length())).isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void checksumsAreWrittenAndVerified() {
    byte[] encoded = Pipelines.encode(pipeline("{'level':3,'checksum':true}"), chunk);
    assertThat(encoded[4] & 4).as("checksum flag").isNotZero();
    encoded[encoded.length - 1] ^= 1;

    assertThatThrownBy(() -> Pipelines.decode(pipeline, encoded))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec zstd: not zstd frames: Restored data doesn't match checksum");
  }

  @Test
  void levelsDifferInWhatTheyWriteAndNotInWhatIsRead() {
    byte[] fast = Pipelines.encode(pipeline("{'level':-5}"), chunk);
    byte[] small = Pipelines.encode(pipeline("{'level':19}"), chunk);

    assertThat(small.length).isLessThan(fast.length);
    for (byte[] encoded : new byte[][] {fast, small}) {
      assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, encoded)))
          .isEqualTo(Pipelines.bytesOf(chunk));
    }
  }

  @Test
  void framesWithoutContentSizeAreRead() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZstdOutputStream zstd = new ZstdOutputStream(out)) {
      zstd.write(Pipelines.bytesOf(chunk));
    }
    assertThat(Zstd.getFrameContentSize(out.toByteArray())).isLessThanOrEqualTo(0);

    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, out.toByteArray())))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void severalFramesAreRead() {
    byte[] bytes = Pipelines.bytesOf(chunk);
    byte[] first = Zstd.compress(Arrays.copyOf(bytes, 1000));
    byte[] skipped = {0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 9, 9};
    byte[] second = Zstd.compress(Arrays.copyOfRange(bytes, 1000, bytes.length));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(first);
    all.writeBytes(skipped);
    all.writeBytes(second);

    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, all.toByteArray()))).isEqualTo(bytes);
  }

  @Test
  void moreContentThanAChunkHoldsIsRefusedBeforeItTakesMemory() {
    byte[] bomb = Zstd.compress(new byte[1 << 26], 19);

    assertThatThrownBy(() -> Pipelines.decode(pipeline, bomb))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec zstd: expected at most 8192 bytes of content, found more");
  }

  @Test
  void lessContentThanAChunkHoldsIsRefused() {
    byte[] encoded = Zstd.compress(new byte[8000]);

    assertThatThrownBy(() -> Pipelines.decode(pipeline, encoded))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec zstd: decoded: expected 8192 bytes, found 8000");
  }

  @Test
  void whatFollowsTheLastFrameIsRefused() {
    byte[] encoded = Pipelines.encode(pipeline, chunk);
    byte[] longer = Arrays.copyOf(encoded, encoded.length + 3);

    assertThatThrownBy(() -> Pipelines.decode(pipeline, longer))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec zstd: not zstd frames: Src size is incorrect");
  }

  @Test
  void chunksThatAreFarTooLargeAreRefusedUnread() {
    assertThatThrownBy(() -> Pipelines.decode(pipeline, new byte[1 << 20]))
        .isInstanceOf(CorruptException.class)
        .hasMessage("encoded chunk: expected at most 81920 bytes, found 1048576");
  }

  /** Nothing says how long texts are, so that the content has to be found out step by step. */
  @Test
  void contentOfUnknownLengthTakesOnlyTheMemoryThatItNeeds() {
    CodecPipeline texts =
        Pipelines.bind(
            ExtensionType.STRING,
            Shape.of(1),
            "[{'name':'vlen-utf8'},{'name':'zstd','configuration':{'level':3}}]");
    byte[] liar;
    try (ZstdCompressCtx context = new ZstdCompressCtx()) {
      liar = context.compress(new byte[100]);
    }
    // The byte after magic number and flags tells the content size in this short form.
    assertThat(liar[5]).isEqualTo((byte) 100);
    liar[5] = (byte) 99;

    assertThatThrownBy(() -> Pipelines.decode(texts, liar))
        .isInstanceOf(CorruptException.class)
        .hasMessageStartingWith("codec zstd: ");
    byte[] megabyte = Zstd.compress(new byte[1 << 20]);
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    for (int i = 0; i < 100; i++) {
      bomb.writeBytes(megabyte);
    }
    assertThatThrownBy(() -> Pipelines.decode(texts, bomb.toByteArray()))
        .isInstanceOf(CorruptException.class)
        .hasMessage("codec zstd: expected at most 67112960 bytes of content, found more");
  }

  private static CodecPipeline pipeline(String configuration) {
    return Pipelines.bindShorts(
        "[" + BYTES + ",{'name':'zstd','configuration':" + configuration + "}]", 64, 64);
  }
}
