package dev.espalier.bench.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.bench.array.ArrayCase;
import dev.espalier.bench.array.ArrayEngine;
import dev.espalier.bench.array.EspalierEngine;
import dev.espalier.bench.turn.Fields;
import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The bare loops do the same work as Espalier: each reads what the other has written. */
class LimitEngineTest {
  private static final String ZSTD =
      "{\"name\":\"zstd\",\"configuration\":{\"level\":3,\"checksum\":false}}";
  private static final String BLOSC =
      "{\"name\":\"blosc\",\"configuration\":{\"cname\":\"zstd\",\"clevel\":3,"
          + "\"shuffle\":\"shuffle\",\"typesize\":2,\"blocksize\":0}}";
  private static final String SHUFFLE =
      "{\"name\":\"numcodecs.shuffle\",\"configuration\":{\"elementsize\":2}}";
  private static final String BYTES =
      "{\"name\":\"bytes\",\"configuration\":{\"endian\":\"little\"}}";

  @TempDir Path folder;

  static Stream<String> chains() {
    return Stream.of("", "," + ZSTD, "," + BLOSC, "," + SHUFFLE + "," + ZSTD)
        .map(compressors -> "[" + BYTES + compressors + "]");
  }

  @ParameterizedTest
  @MethodSource("chains")
  void chunksAreReadByTheOther(String codecs) throws IOException {
    eachReadsTheOther(array(codecs, codecs, "16,16,16", "null"));
  }

  @ParameterizedTest
  @MethodSource("chains")
  void shardsAreReadByTheOther(String codecs) throws IOException {
    String sharding =
        "[{\"name\":\"sharding_indexed\",\"configuration\":{\"chunk_shape\":[16,16,16],"
            + "\"codecs\":"
            + codecs
            + ",\"index_codecs\":["
            + BYTES
            + ",{\"name\":\"crc32c\"}]}}]";
    eachReadsTheOther(array(codecs, sharding, "32,32,32", "[32,32,32]"));
  }

  private void eachReadsTheOther(ArrayCase array) throws IOException {
    byte[] elements = new byte[array.byteCount()];
    Random random = new Random(1);
    for (int i = 0; i < elements.length; i += 2) {
      elements[i] = (byte) random.nextInt(20);
      elements[i + 1] = (byte) (i >>> 12);
    }
    try (ArrayEngine bare = new LimitEngine(2);
        ArrayEngine espalier = new EspalierEngine(2)) {
      bare.write(array, elements, folder.resolve("bare.zarr"));
      espalier.write(array, elements, folder.resolve("espalier.zarr"));
      for (ArrayEngine reader : List.of(bare, espalier)) {
        for (String store : List.of("bare.zarr", "espalier.zarr")) {
          assertReads(reader, array, folder.resolve(store), elements);
        }
      }
    }
  }

  private static void assertReads(ArrayEngine engine, ArrayCase array, Path store, byte[] elements)
      throws IOException {
    try (ArrayEngine.Reader reader = engine.open(array, store)) {
      byte[] output = reader.allocate();
      Arrays.fill(output, (byte) 0x55);
      reader.readAll(output);
      assertThat(Arrays.mismatch(output, elements)).isEqualTo(-1);
      byte[] chunk = new byte[array.chunkBytes()];
      reader.readChunk(new long[] {16, 48, 32}, chunk);
      assertThat(Arrays.copyOf(chunk, 32))
          .isEqualTo(Arrays.copyOfRange(elements, at(16, 48, 32), at(16, 48, 48)));
    }
  }

  private static int at(int z, int y, int x) {
    return 2 * ((z * 64 + y) * 64 + x);
  }

  private static ArrayCase array(String codecs, String stored, String file, String shard) {
    String document =
        "{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":[64,64,64],\"data_type\":\"uint16\","
            + "\"chunk_grid\":{\"name\":\"regular\",\"configuration\":{\"chunk_shape\":["
            + file
            + "]}},\"chunk_key_encoding\":{\"name\":\"default\",\"configuration\":"
            + "{\"separator\":\"/\"}},\"fill_value\":0,\"attributes\":{},\"codecs\":"
            + stored
            + "}";
    String text =
        "{\"shape\":[64,64,64],\"chunk\":[16,16,16],\"shard\":"
            + shard
            + ",\"codecs\":"
            + codecs
            + ",\"document\":"
            + document
            + "}";
    return ArrayCase.of(new Fields((JsonObject) JsonReader.parse(text)));
  }
}
