package dev.espalier.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.lang.reflect.Modifier;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What every codec from bytes to bytes does: extend it, and give the factory and configurations
 * that stand for all that there are.
 */
public abstract class BytesToBytesCodecContract {
  private static final int ELEMENT_SIZE = 4;
  private static final int ROUNDS = 400;

  /** For subclasses. */
  protected BytesToBytesCodecContract() {}

  /** The factory of the codec. */
  protected abstract BytesToBytesCodecFactory factory();

  /** Configurations that the codec takes, each of which is tested. */
  protected abstract List<JsonObject> configurations();

  @Test
  final void itSaysWhatItIs() {
    CodecDeclaration declaration = factory().declaration();

    assertThat(declaration.name()).isNotBlank().doesNotContainAnyWhitespaces();
    assertThat(declaration.description()).matches("[A-Z].{5,150}\\.");
    if (declaration.parameters() instanceof ValueSchema.Obj object) {
      assertThat(object.fields()).extracting(Field::text).doesNotContain("");
    }
    assertThat(declaration).as("said again").isEqualTo(factory().declaration());
  }

  @Test
  final void aServiceLoaderCanMakeIt() {
    Class<?> type = factory().getClass();

    assertThat(Modifier.isPublic(type.getModifiers())).as("%s is public", type).isTrue();
    assertThat(type.getConstructors())
        .as("a public constructor without parameters")
        .anyMatch(constructor -> constructor.getParameterCount() == 0);
  }

  @Test
  final void whatIsEncodedIsDecoded() {
    forEach(
        (codec, bytes, what) -> {
          byte[] encoded = encode(codec, ByteBuffer.wrap(bytes));

          assertThat(decode(codec, ByteBuffer.wrap(encoded), bytes.length))
              .as(what)
              .isEqualTo(bytes);
          assertThat((long) encoded.length)
              .as("encoded bytes of %s", what)
              .isLessThanOrEqualTo(codec.maxEncodedSize(bytes.length));
          if (codec.isFixedSize()) {
            assertThat((long) encoded.length)
                .as("encoded bytes of %s, of fixed size", what)
                .isEqualTo(codec.maxEncodedSize(bytes.length));
          }
        });
  }

  /** One coder for all, in an order in which larger and smaller ones follow each other. */
  @Test
  final void aCoderKeepsNothingOfWhatItDidBefore() {
    for (JsonObject configuration : configurations()) {
      BytesToBytesCodec codec = codec(configuration);
      try (BytesToBytesCoder coder = codec.newCoder()) {
        for (byte[] bytes : samples()) {
          OutputBuffer encoded = OutputBuffer.growing();
          coder.encode(ByteBuffer.wrap(bytes), encoded);
          assertThat(content(encoded.written()))
              .as("%s, %d bytes", configuration, bytes.length)
              .isEqualTo(encode(codec, ByteBuffer.wrap(bytes)));
          OutputBuffer decoded = OutputBuffer.growing();
          decoded.clear(bytes.length);
          coder.decode(encoded.written(), decoded);
          assertThat(content(decoded.written())).isEqualTo(bytes);
        }
      }
    }
  }

  @Test
  final void buffersAreReadFromTheirPositionAndLeftAsTheyAre() {
    forEach(
        (codec, bytes, what) -> {
          byte[] encoded = encode(codec, ByteBuffer.wrap(bytes));
          byte[] before = surrounded(bytes);
          byte[] encodedBefore = surrounded(encoded);
          byte[] used = before.clone();
          byte[] encodedUsed = encodedBefore.clone();

          assertThat(encode(codec, inside(used))).as(what).isEqualTo(encoded);
          assertThat(decode(codec, inside(encodedUsed), bytes.length)).as(what).isEqualTo(bytes);
          assertThat(used).as("bytes that were encoded").isEqualTo(before);
          assertThat(encodedUsed).as("bytes that were decoded").isEqualTo(encodedBefore);
        });
  }

  @Test
  final void moreThanIsExpectedIsFoundCorrupt() {
    forEach(
        (codec, bytes, what) -> {
          if (bytes.length > 0) {
            byte[] encoded = encode(codec, ByteBuffer.wrap(bytes));
            assertThatThrownBy(() -> decode(codec, ByteBuffer.wrap(encoded), bytes.length - 1))
                .as(what)
                .isInstanceOf(CorruptException.class);
          }
        });
  }

  @Test
  final void everyByteSequenceIsSurvived() {
    for (JsonObject configuration : configurations()) {
      BytesToBytesCodec codec = codec(configuration);
      byte[] bytes = samples().get(3);
      byte[] good = encode(codec, ByteBuffer.wrap(bytes));
      try (BytesToBytesCoder coder = codec.newCoder()) {
        for (byte[] bad : damaged(good)) {
          survive(coder, bad, bytes.length, configuration);
        }
        OutputBuffer decoded = OutputBuffer.growing();
        decoded.clear(bytes.length);
        coder.decode(ByteBuffer.wrap(good), decoded);
        assertThat(content(decoded.written()))
            .as("%s: after all that, the coder still works", configuration)
            .isEqualTo(bytes);
      }
    }
  }

  private static void survive(BytesToBytesCoder coder, byte[] bad, int limit, JsonObject what) {
    OutputBuffer decoded = OutputBuffer.growing();
    decoded.clear(limit);
    try {
      coder.decode(ByteBuffer.wrap(bad), decoded);
    } catch (CorruptException | UnsupportedException e) {
      assertThat(e).as("%s", what).hasMessageMatching("(?s)[ -~]{10,300}");
    }
    assertThat(decoded.size()).isLessThanOrEqualTo(limit);
  }

  private static List<byte[]> damaged(byte[] good) {
    List<byte[]> all = new ArrayList<>();
    for (int length = 0; length < good.length; length++) {
      all.add(Arrays.copyOf(good, length));
    }
    all.add(Arrays.copyOf(good, good.length + 1));
    all.add(Arrays.copyOf(good, good.length + 16));
    for (int at = 0; at < Math.min(good.length, 64); at++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] bad = good.clone();
        bad[at] ^= (byte) (1 << bit);
        all.add(bad);
      }
      byte[] bad = good.clone();
      bad[good.length - 1 - at] = (byte) ~bad[good.length - 1 - at];
      all.add(bad);
    }
    Random random = new Random(7);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bad = round % 2 == 0 ? good.clone() : new byte[random.nextInt(2 * good.length + 1)];
      for (int i = round % 2 == 0 ? bad.length - 1 - random.nextInt(8) : 0; i < bad.length; i++) {
        bad[round % 2 == 0 ? random.nextInt(bad.length) : i] = (byte) random.nextInt();
      }
      all.add(bad);
    }
    return all;
  }

  /** None, few, many that compress, and many that do not. */
  private static List<byte[]> samples() {
    List<byte[]> samples = new ArrayList<>(List.of(new byte[0], new byte[ELEMENT_SIZE]));
    Random random = new Random(5);
    byte[] noise = new byte[70_000];
    random.nextBytes(noise);
    byte[] mild = new byte[1200];
    for (int i = 0; i < mild.length; i++) {
      mild[i] = (byte) (i % ELEMENT_SIZE == 0 ? random.nextInt(5) : i / 300);
    }
    samples.add(noise);
    samples.add(mild);
    samples.add(new byte[300_000]);
    samples.add(Arrays.copyOf(noise, 64));
    return samples;
  }

  private static byte[] surrounded(byte[] bytes) {
    byte[] all = new byte[bytes.length + 16];
    Arrays.fill(all, (byte) 0x55);
    System.arraycopy(bytes, 0, all, 7, bytes.length);
    return all;
  }

  /** The bytes between those of {@link #surrounded}, in a buffer that has an offset as well. */
  private static ByteBuffer inside(byte[] all) {
    return ByteBuffer.wrap(all).slice(3, all.length - 3).position(4).limit(all.length - 12);
  }

  private void forEach(Check check) {
    for (JsonObject configuration : configurations()) {
      for (byte[] bytes : samples()) {
        check.run(codec(configuration), bytes, configuration + ", " + bytes.length + " bytes");
      }
    }
  }

  private BytesToBytesCodec codec(JsonObject configuration) {
    CodecDeclaration declaration = factory().declaration();
    CodecSpec spec = new CodecSpec(declaration.name(), configuration);
    return factory().create(CodecConfiguration.of(declaration, spec, ELEMENT_SIZE));
  }

  /** Encodes with a coder of its own, behind bytes that are there already. */
  private static byte[] encode(BytesToBytesCodec codec, ByteBuffer decoded) {
    OutputBuffer encoded = OutputBuffer.growing();
    encoded.putIntLittleEndian(-1);
    try (BytesToBytesCoder coder = codec.newCoder()) {
      coder.encode(decoded, encoded);
    }
    byte[] all = content(encoded.written());
    assertThat(Arrays.copyOf(all, Integer.BYTES)).containsOnly(-1);
    return Arrays.copyOfRange(all, Integer.BYTES, all.length);
  }

  /** Decodes with a coder of its own, right into an array of the size that is expected. */
  private static byte[] decode(BytesToBytesCodec codec, ByteBuffer encoded, int size) {
    byte[] target = new byte[size + 2];
    OutputBuffer decoded = OutputBuffer.over(target, 1, size);
    try (BytesToBytesCoder coder = codec.newCoder()) {
      coder.decode(encoded, decoded);
    }
    assertThat(target[0] | target[size + 1]).as("bytes around the output").isZero();
    return content(decoded.written());
  }

  private static byte[] content(ByteBuffer buffer) {
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private interface Check {
    void run(BytesToBytesCodec codec, byte[] bytes, String what);
  }
}
