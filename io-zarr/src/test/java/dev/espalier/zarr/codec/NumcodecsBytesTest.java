package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.layout.CodecSpec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What numcodecs encoded is decoded; {@code interop/numcodecs_bytes.py} says how it was made. */
class NumcodecsBytesTest {
  private static final int ELEMENT_SIZE = 4;

  /** Bytes that numcodecs made. */
  record Case(String name, JsonObject configuration, String note, String base64) {
    byte[] encoded() {
      return Base64.getDecoder().decode(base64);
    }

    @Override
    public String toString() {
      return name + " " + configuration + " " + note;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (InputStream file =
        NumcodecsBytesTest.class.getResourceAsStream("/numcodecs/encoded.json")) {
      JsonObject document = (JsonObject) JsonReader.parse(file.readAllBytes());
      return ((JsonArray) document.get("cases").get())
          .elements().stream().map(one -> read((JsonObject) one));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void whatNumcodecsEncodedIsDecoded(Case one) {
    byte[] expected = numbers();
    if (one.note().startsWith("999")) {
      expected = Arrays.copyOf(expected, 999);
    }
    OutputBuffer decoded = OutputBuffer.growing();
    decoded.clear(expected.length);

    try (BytesToBytesCoder coder = codec(one).newCoder()) {
      coder.decode(ByteBuffer.wrap(one.encoded()), decoded);
    }

    assertThat(Pipelines.bytesOf(decoded.written())).isEqualTo(expected);
  }

  static Stream<Case> casesWithOneEncoding() throws IOException {
    return cases().filter(one -> one.name().matches(".*(32|32c|3|shuffle)"));
  }

  @ParameterizedTest
  @MethodSource("casesWithOneEncoding")
  void whatHasOneEncodingIsEncodedAsNumcodecsDoes(Case one) {
    byte[] bytes = numbers();
    int size = one.note().startsWith("999") ? 999 : bytes.length;
    OutputBuffer encoded = OutputBuffer.growing();

    try (BytesToBytesCoder coder = codec(one).newCoder()) {
      coder.encode(ByteBuffer.wrap(bytes, 0, size), encoded);
    }

    assertThat(Pipelines.bytesOf(encoded.written())).isEqualTo(one.encoded());
  }

  private static BytesToBytesCodec codec(Case one) {
    var factory = (BytesToBytesCodecFactory) Pipelines.CODECS.find(one.name());
    return factory.create(
        CodecConfiguration.of(
            factory.declaration(), new CodecSpec(one.name(), one.configuration()), ELEMENT_SIZE));
  }

  private static byte[] numbers() {
    ByteBuffer bytes = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    for (long i = 0; i < 250; i++) {
      bytes.putInt((int) (i * i * 7919 % 5000));
    }
    return bytes.array();
  }

  private static Case read(JsonObject one) {
    return new Case(
        text(one, "name"),
        (JsonObject) one.get("configuration").get(),
        text(one, "note"),
        text(one, "encoded"));
  }

  private static String text(JsonObject one, String member) {
    return ((JsonString) one.get(member).get()).value();
  }
}
