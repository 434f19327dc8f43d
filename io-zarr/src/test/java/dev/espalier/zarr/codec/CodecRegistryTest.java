package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.BytesToBytesCodec;
import dev.espalier.io.codec.BytesToBytesCodecFactory;
import dev.espalier.io.codec.BytesToBytesCoder;
import dev.espalier.io.codec.CodecConfiguration;
import dev.espalier.io.codec.CodecDeclaration;
import dev.espalier.io.codec.OutputBuffer;
import dev.espalier.io.codec.Parameter;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodecRegistryTest {
  /** A whole codec as a user's jar may bring it. */
  public static final class Xor implements BytesToBytesCodecFactory {
    @Override
    public CodecDeclaration declaration() {
      return CodecDeclaration.of(
          "example.xor",
          "Each byte, exclusive or a key.",
          Field.required("key", Parameter.integer(0, 255)).describedAs("the key"));
    }

    @Override
    public BytesToBytesCodec create(CodecConfiguration configuration) {
      byte key = (byte) configuration.integer("key");
      return new BytesToBytesCodec() {
        @Override
        public long maxEncodedSize(long decodedSize) {
          return decodedSize;
        }

        @Override
        public boolean isFixedSize() {
          return true;
        }

        @Override
        public BytesToBytesCoder newCoder() {
          return new XorCoder(key);
        }
      };
    }
  }

  private record XorCoder(byte key) implements BytesToBytesCoder {
    @Override
    public void encode(ByteBuffer decoded, OutputBuffer encoded) {
      int count = decoded.remaining();
      byte[] target = encoded.reserve(count);
      for (int i = 0; i < count; i++) {
        target[encoded.position() + i] = (byte) (decoded.get(decoded.position() + i) ^ key);
      }
      encoded.advance(count);
    }

    @Override
    public void decode(ByteBuffer encoded, OutputBuffer decoded) {
      encode(encoded, decoded);
    }
  }

  @Test
  void codecsOfTheUserWorkLikeOurs() {
    CodecRegistry codecs = CodecRegistry.builtIn().with(new Xor());
    Shape shape = Shape.of(4, 4);
    String xor = "{'name':'example.xor','configuration':{'key':90}}";
    String bytes = "{'name':'bytes','configuration':{'endian':'little'}}";
    CodecPipeline pipeline =
        CodecPipeline.bind(
            Pipelines.specs(
                "[{'name':'sharding_indexed','configuration':{'chunk_shape':[2,2],'codecs':["
                    + String.join(",", bytes, "{'name':'zstd','configuration':{'level':3}}", xor)
                    + "],'index_codecs':["
                    + String.join(",", bytes, xor, "'crc32c'")
                    + "]}}]"),
            new ChunkRepresentation(CoreType.UINT16, shape, FillValue.zero(CoreType.UINT16)),
            codecs);
    BitsBlock chunk = Pipelines.randomBits(CoreType.UINT16, shape, 1);

    assertThat(Pipelines.bytesOf(Pipelines.decode(pipeline, Pipelines.encode(pipeline, chunk))))
        .isEqualTo(Pipelines.bytesOf(chunk));
  }

  @Test
  void parametersThatACodecDoesNotAskForAreRefused() {
    CodecRegistry codecs = CodecRegistry.builtIn().with(new Xor());
    ChunkRepresentation chunk =
        new ChunkRepresentation(CoreType.UINT8, Shape.of(4), FillValue.zero(CoreType.UINT8));

    assertThatThrownBy(
            () ->
                CodecPipeline.bind(
                    Pipelines.specs(
                        "['bytes',{'name':'example.xor','configuration':{'key':9,'kye':8}}]"),
                    chunk,
                    codecs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("codec \"example.xor\" has no parameter \"kye\"; it takes [\"key\"]");
  }

  @Test
  void jarsOnTheClassPathAddCodecs(@TempDir Path jar) throws IOException {
    withService(
        jar,
        BytesToBytesCodecFactory.class,
        Xor.class.getName(),
        () -> assertThat(CodecRegistry.load().names()).contains("example.xor", "zstd"));

    assertThat(CodecRegistry.load().names()).doesNotContain("example.xor");
  }

  @Test
  void aJarThatCannotBeUsedIsNamedAsTheTrouble(@TempDir Path jar) throws IOException {
    withService(
        jar,
        BytesToBytesCodecFactory.class,
        Zstd.class.getName(),
        () ->
            assertThatThrownBy(CodecRegistry::load)
                .isInstanceOf(RequestException.class)
                .hasMessage(
                    "the codecs of the class path cannot be used: two codecs are named \"zstd\":"
                        + " dev.espalier.zarr.internal.compress.ZstdFactory and "
                        + Zstd.class.getName()
                        + "; mend or remove the jar that adds it"));
  }

  @Test
  void aJarThatNamesWhatIsNotThereIsNamedAsTheTrouble(@TempDir Path jar) throws IOException {
    withService(
        jar,
        CodecFactory.class,
        "example.Absent",
        () ->
            assertThatThrownBy(CodecRegistry::load)
                .isInstanceOf(RequestException.class)
                .hasMessageStartingWith("the codecs of the class path cannot be used: ")
                .hasMessageContaining("example.Absent"));
  }

  private static void withService(Path jar, Class<?> service, String provider, Runnable test)
      throws IOException {
    Path services = Files.createDirectories(jar.resolve("META-INF/services"));
    Files.writeString(services.resolve(service.getName()), provider);
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
      thread.setContextClassLoader(loader);
      test.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** Takes a name that is taken. */
  public static final class Zstd implements BytesToBytesCodecFactory {
    @Override
    public CodecDeclaration declaration() {
      return CodecDeclaration.of("zstd", "Nothing.");
    }

    @Override
    public BytesToBytesCodec create(CodecConfiguration configuration) {
      throw new UnsupportedOperationException();
    }
  }

  @Test
  void twoCodecsOfOneNameAreRefused() {
    CodecRegistry codecs = CodecRegistry.builtIn().with(new Xor());

    assertThatThrownBy(() -> codecs.with(new Xor()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "two codecs are named \"example.xor\": "
                + Xor.class.getName()
                + " and "
                + Xor.class.getName());
  }

  @Test
  void theCodecsOfThisModuleAreThere() {
    assertThat(CodecRegistry.builtIn().names())
        .contains(
            "bitround",
            "blosc",
            "bytes",
            "cast_value",
            "crc32c",
            "gzip",
            "n5_default",
            "numcodecs.adler32",
            "numcodecs.astype",
            "numcodecs.bitround",
            "numcodecs.blosc",
            "numcodecs.bz2",
            "numcodecs.crc32",
            "numcodecs.crc32c",
            "numcodecs.delta",
            "numcodecs.fixedscaleoffset",
            "numcodecs.fletcher32",
            "numcodecs.gzip",
            "numcodecs.jenkins_lookup3",
            "numcodecs.lz4",
            "numcodecs.lzma",
            "numcodecs.packbits",
            "numcodecs.quantize",
            "numcodecs.shuffle",
            "numcodecs.zlib",
            "numcodecs.zstd",
            "packbits",
            "reshape",
            "scale_offset",
            "sharding_indexed",
            "transpose",
            "vlen-array",
            "vlen-bytes",
            "vlen-utf8",
            "zarrs.squeeze",
            "zarrs.vlen_v2",
            "zstd");
  }
}
