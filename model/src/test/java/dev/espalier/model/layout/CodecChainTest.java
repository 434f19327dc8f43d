package dev.espalier.model.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CodecChainTest {
  private static final String LITTLE = "bytes{\"endian\":\"little\"}";

  @Test
  void bytesAreMadeBetweenCodecsOfElementsAndCodecsOfBytes() {
    assertThat(complete(CoreType.INT16, "transpose", "bitround", "zstd"))
        .hasToString("[transpose, bitround, " + LITTLE + ", zstd]");
    assertThat(complete(CoreType.INT8, "reshape", "scale_offset", "crc32c"))
        .hasToString("[reshape, scale_offset, bytes, crc32c]");
    assertThat(complete(ExtensionType.STRING, "transpose", "zstd"))
        .hasToString("[transpose, vlen-utf8, zstd]");
  }

  @Test
  void elementsOfAnotherTypeMayHaveSeveralBytes() {
    for (String codec :
        List.of(
            "cast_value",
            "numcodecs.astype",
            "numcodecs.delta",
            "numcodecs.fixedscaleoffset",
            "numcodecs.packbits",
            "numcodecs.quantize")) {
      assertThat(complete(CoreType.INT8, codec, "transpose", "zstd"))
          .hasToString("[" + codec + ", transpose, " + LITTLE + ", zstd]");
    }
  }

  @Test
  void aChainThatMakesBytesStaysAsItIs() {
    for (String codec :
        List.of("bytes", "packbits", "sharding_indexed", "vlen-utf8", "vlen-bytes", "n5_default")) {
      assertThat(complete(CoreType.INT8, "transpose", codec, "zstd"))
          .hasToString("[transpose, " + codec + ", zstd]");
    }
  }

  private static List<CodecSpec> complete(DataType type, String... names) {
    return CodecChain.complete(Stream.of(names).map(CodecSpec::of).toList(), type);
  }
}
