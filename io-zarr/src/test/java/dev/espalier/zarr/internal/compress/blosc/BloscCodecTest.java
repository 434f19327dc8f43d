package dev.espalier.zarr.internal.compress.blosc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.json.JsonReader;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.CodecSpec;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BloscCodecTest {
  private static final int SIZE = 4000;
  private static final byte[] NUMBERS = numbers();

  @ParameterizedTest
  @CsvSource({
    "blosclz, 0",
    "lz4, 1",
    "lz4hc, 1",
    "snappy, 2",
    "zlib, 3",
    "zstd, 4",
  })
  void theHeaderTellsTheCompressor(String name, int number) {
    byte[] encoded = encode(blosc(name, "shuffle", ""), NUMBERS);

    assertThat((encoded[2] & 0xff) >> 5).isEqualTo(number);
    assertThat(encoded.length).isLessThan(SIZE / 2);
  }

  @ParameterizedTest
  @CsvSource({"noshuffle, 0", "shuffle, 1", "bitshuffle, 4"})
  void theHeaderTellsHowBytesWereShuffled(String shuffle, int flag) {
    byte[] encoded = encode(blosc("zstd", shuffle, ""), NUMBERS);

    assertThat(encoded[2] & 5).isEqualTo(flag);
    assertThat(encoded[3]).as("bytes of an element, which were left out").isEqualTo((byte) 4);
  }

  @ParameterizedTest
  @CsvSource({"1, 4", "4, 1"})
  void shuffledAutomaticallyAreBitsOfBytesAndBytesOfOthers(int elementSize, int flag) {
    NumcodecsBloscFactory factory = new NumcodecsBloscFactory();
    CodecSpec spec = new CodecSpec("numcodecs.blosc", json("{'shuffle':-1}"));

    byte[] encoded =
        encode(
            factory.create(CodecConfiguration.of(factory.declaration(), spec, elementSize)),
            NUMBERS);

    assertThat(encoded[2] & 5).isEqualTo(flag);
    assertThat(encoded[3]).isEqualTo((byte) elementSize);
  }

  @Test
  void elementsThatTheFormatCannotTellAreTakenForBytes() {
    assertThat(encode(blosc("lz4", "shuffle", ",'typesize':300"), NUMBERS)[3]).isEqualTo((byte) 1);
  }

  @Test
  void whatCannotBeCompressedIsACopy() {
    byte[] noise = new byte[SIZE];
    new Random(1).nextBytes(noise);

    byte[] encoded = encode(blosc("zstd", "shuffle", ""), noise);

    assertThat(encoded).hasSize(SIZE + 16);
    assertThat(encoded[2] & 2).as("flag of a copy").isEqualTo(2);
    assertThat(decode(encoded, SIZE)).isEqualTo(noise);
  }

  @Test
  void levelNoughtCopies() {
    BloscFactory factory = new BloscFactory();
    CodecSpec spec = new CodecSpec("blosc", json("{'cname':'lz4','clevel':0,'shuffle':'shuffle'}"));

    byte[] encoded =
        encode(factory.create(CodecConfiguration.of(factory.declaration(), spec, 4)), NUMBERS);

    assertThat(encoded).hasSize(SIZE + 16);
    assertThat(encoded[2] & 2).as("flag of a copy").isEqualTo(2);
    assertThat(decode(encoded, SIZE)).isEqualTo(NUMBERS);
  }

  @Test
  void noBytesAreAHeaderAsNumcodecsWritesIt() {
    byte[] encoded = encode(blosc("lz4", "shuffle", ""), new byte[0]);

    assertThat(HexFormat.of().formatHex(encoded)).isEqualTo("02013301000000000100000010000000");
    assertThat(decode(encoded, 0)).isEmpty();
  }

  /** The parameters of another chunk say nothing about this one. */
  @Test
  void readingNeedsTheHeaderAlone() {
    byte[] encoded = encode(blosc("zlib", "bitshuffle", ",'typesize':2,'blocksize':512"), NUMBERS);

    assertThat(decode(encoded, SIZE)).isEqualTo(NUMBERS);
  }

  /** One writer puts down the room that it had, not what it needed. */
  @ParameterizedTest
  @ValueSource(ints = {1, 16, 1000})
  void whatFollowsTheCompressedBytesIsLeftAlone(int more) {
    byte[] encoded = encode(blosc("lz4", "shuffle", ""), NUMBERS);

    assertThat(decode(Arrays.copyOf(encoded, encoded.length + more), SIZE)).isEqualTo(NUMBERS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 1 | 5 | expected version 2 of the format, found 5",
        "3 | 1 | 0 | expected elements and blocks of 1 to 4000 bytes, found 0 and 4000 as stored",
        "4 | 4 | 4001 | expected at most 4000 bytes of content, found 4001 as stored",
        "4 | 4 | -1 | expected at most 4000 bytes of content, found 4294967295 as stored",
        "8 | 4 | 0 | expected elements and blocks of 1 to 4000 bytes, found 4 and 0 as stored",
        "8 | 4 | 4001 | expected elements and blocks of 1 to 4000 bytes, found 4 and 4001 as stored",
        "8 | 4 | 1 | no room for the starts of 4000 blocks",
        "12 | 4 | 15 | expected 16 to LENGTH bytes in all, found 15 as stored",
        "12 | 4 | -1 | expected 16 to LENGTH bytes in all, found 4294967295 as stored",
        "16 | 4 | 19 | expected a block from byte 20 to LENGTH, found it at 19",
        "16 | 4 | -2147483648 | expected a block from byte 20 to LENGTH, found it at -2147483648",
        "2 | 1 | 226 | expected 4016 bytes of a copy, found LENGTH",
        "2 | 1 | 161 | expected compressors 0 to 4, found 5"
      })
  void headersThatLieAreFound(int at, int bytes, int value, String message) {
    byte[] encoded = encode(blosc("lz4", "shuffle", ""), NUMBERS);
    ByteBuffer header = ByteBuffer.wrap(encoded).order(ByteOrder.LITTLE_ENDIAN);
    if (bytes == 1) {
      header.put(at, (byte) value);
    } else {
      header.putInt(at, value);
    }

    assertThatThrownBy(() -> decode(encoded, SIZE))
        .isInstanceOf(CorruptException.class)
        .hasMessage(message.replace("LENGTH", Integer.toString(encoded.length)));
  }

  /** A block of zlib that holds more than it should, and one that lacks its end. */
  @ParameterizedTest
  @CsvSource({
    "3, expected a block of 256 bytes; found more bytes",
    "-2, expected a block of 256 bytes; found no end of it"
  })
  void aStreamThatDoesNotEndWithItsBlockIsCorrupt(int more, String message) {
    byte[] content = new byte[256 + Math.max(more, 0)];
    byte[] stream = new byte[100];
    Deflater deflater = new Deflater();
    deflater.setInput(content);
    deflater.finish();
    int length = deflater.deflate(stream) + Math.min(more, 0);
    deflater.end();
    ByteBuffer frame = ByteBuffer.allocate(24 + length).order(ByteOrder.LITTLE_ENDIAN);
    frame.put(new byte[] {2, 1, 0x70, 1}).putInt(256).putInt(256).putInt(24 + length);
    frame.putInt(20).putInt(length).put(stream, 0, length);

    assertThatThrownBy(() -> decode(frame.array(), 256))
        .isInstanceOf(CorruptException.class)
        .hasMessage(message.replace(";", ", compressed by zlib;"));
  }

  /** Of a chunk that may be larger, no more is believed than the format can have. */
  @Test
  void moreContentThanTheFormatHasIsCorrupt() {
    ByteBuffer frame = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
    frame.put(new byte[] {2, 1, 0x70, 1}).putInt(-1).putInt(-1).putInt(40);
    try (BytesToBytesCoder coder = blosc("zlib", "noshuffle", "").newCoder()) {
      OutputBuffer into = OutputBuffer.growing();
      into.clear(1L << 40);

      assertThatThrownBy(() -> coder.decode(frame.flip().limit(40), into))
          .isInstanceOf(CorruptException.class)
          .hasMessage("expected at most 2147483631 bytes of content, found 4294967295 as stored");
    }
  }

  @Test
  void lessThanAHeaderIsCorrupt() {
    assertThatThrownBy(() -> decode(new byte[15], SIZE))
        .isInstanceOf(CorruptException.class)
        .hasMessage("expected at least the 16 bytes of a header, found 15");
  }

  private static byte[] numbers() {
    ByteBuffer numbers = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < SIZE / 4; i++) {
      numbers.putInt(1000 + i * 3);
    }
    return numbers.array();
  }

  private static BytesToBytesCodec blosc(String name, String shuffle, String more) {
    BloscFactory factory = new BloscFactory();
    String members = "{'cname':'" + name + "','clevel':5,'shuffle':'" + shuffle + "'" + more + "}";
    return factory.create(
        CodecConfiguration.of(factory.declaration(), new CodecSpec("blosc", json(members)), 4));
  }

  private static JsonObject json(String text) {
    return (JsonObject) JsonReader.parse(text.replace('\'', '"'));
  }

  private static byte[] encode(BytesToBytesCodec codec, byte[] bytes) {
    OutputBuffer encoded = OutputBuffer.growing();
    try (BytesToBytesCoder coder = codec.newCoder()) {
      coder.encode(ByteBuffer.wrap(bytes), encoded);
    }
    byte[] all = new byte[encoded.size()];
    encoded.written().get(all);
    return all;
  }

  private static byte[] decode(byte[] encoded, int limit) {
    byte[] decoded = new byte[limit];
    OutputBuffer into = OutputBuffer.over(decoded, 0, limit);
    try (BytesToBytesCoder coder = blosc("lz4", "noshuffle", "").newCoder()) {
      coder.decode(ByteBuffer.wrap(encoded), into);
    }
    return Arrays.copyOf(decoded, into.size());
  }
}
