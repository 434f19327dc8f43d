package dev.espalier.zarr.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.codec.ByteSource;
import dev.espalier.json.JsonReader;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.type.DataType;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chunks that others wrote have the values that others read from them. */
class GoldenChunksTest {
  /** The number of arrays keeps the test from passing on nothing. */
  @ParameterizedTest
  @CsvSource({
    "golden, golden, 54",
    "zarrita-fixtures, zarrita-fixtures/fixtures, 43",
    "zarr-java, zarr-java/testdata, 13",
    "n5-zarr, n5-zarr/src/test/resources, 1"
  })
  void chunksOfOthersHaveTheirValues(String set, String folder, int atLeast) throws IOException {
    JsonObject expected =
        (JsonObject)
            parse(SharedData.require("zarr/" + set + ".expected.json")).get("arrays").get();
    Path root = SharedData.require("zarr/" + folder);
    List<String> verified = new ArrayList<>();
    List<String> unsupported = new ArrayList<>();
    for (Map.Entry<String, JsonValue> entry : expected.members().entrySet()) {
      JsonObject array = (JsonObject) entry.getValue();
      if (array.get("format").equals(Optional.of(JsonValue.of(3)))) {
        try {
          check(new StoredArray(root.resolve(entry.getKey())), array);
          verified.add(entry.getKey());
        } catch (UnsupportedException e) {
          unsupported.add(entry.getKey() + ": " + e.getMessage());
        }
      }
    }

    assertThat(verified).as("unsupported: %s", unsupported).hasSizeGreaterThanOrEqualTo(atLeast);
    assertThat(unsupported)
        .allMatch(
            message ->
                message.matches(
                    "(.*no codec named \".*\"|.*elements of data type .* are not handled).*"));
  }

  private static void check(StoredArray array, JsonObject expected) throws IOException {
    Block whole = array.read(Region.all(array.shape));
    if (whole instanceof TextBlock texts) {
      assertThat(new JsonArray(expected.get("values").map(GoldenChunksTest::elements).get()))
          .as("%s", array.folder)
          .isEqualTo(JsonArray.ofStrings(List.of(texts.texts())));
      return;
    }
    assertThat(sha256((BitsBlock) whole))
        .as("%s", array.folder)
        .isEqualTo(((JsonString) expected.get("sha256_le_c").get()).value());
    checkParts(array, whole);
  }

  private static void checkParts(StoredArray array, Block whole) throws IOException {
    Random random = new Random(11);
    for (int attempt = 0; attempt < 5 && !array.shape.isEmpty(); attempt++) {
      long[] origin = new long[array.shape.rank()];
      long[] extents = new long[array.shape.rank()];
      for (int d = 0; d < origin.length; d++) {
        origin[d] = random.nextInt((int) array.shape.extent(d));
        extents[d] = 1L + random.nextInt((int) (array.shape.extent(d) - origin[d]));
      }
      Region region = Region.of(origin, Shape.of(extents));
      Block expected = Block.allocate(array.type, region.shape());
      expected.copyFrom(whole, region, new long[origin.length]);

      assertThat(Pipelines.bytesOf(array.read(region)))
          .as("%s %s", array.folder, region)
          .isEqualTo(Pipelines.bytesOf(expected));
    }
  }

  private static String sha256(BitsBlock block) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Pipelines.bytesOf(block)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static List<JsonValue> elements(JsonValue value) {
    return ((JsonArray) value).elements();
  }

  private static JsonObject parse(Path file) throws IOException {
    return (JsonObject) JsonReader.parse(Files.readAllBytes(file));
  }

  /** Just enough of an array to find its chunks. */
  private static final class StoredArray {
    final Path folder;
    final Shape shape;
    final DataType type;
    final FillValue fill;
    final Tiling chunks;
    final ChunkKeyEncoding keys;
    final CodecPipeline pipeline;

    StoredArray(Path folder) throws IOException {
      this.folder = folder;
      JsonObject document = parse(folder.resolve("zarr.json"));
      this.shape = extents(document, "shape");
      this.type =
          document.get("data_type").get() instanceof JsonString name
              ? DataType.named(name.value())
              : DataType.named("structure"); // only to be refused
      JsonObject grid = (JsonObject) document.get("chunk_grid").get();
      Shape chunk = extents((JsonObject) grid.get("configuration").get(), "chunk_shape");
      this.fill = FillValue.parse(type, document.get("fill_value").get());
      this.chunks = Tiling.of(shape, chunk);
      this.keys = keys((JsonObject) document.get("chunk_key_encoding").get());
      this.pipeline =
          CodecPipeline.bind(
              Pipelines.specs(document.get("codecs").get()),
              new ChunkRepresentation(type, chunk, fill),
              Pipelines.CODECS);
    }

    Block read(Region region) throws IOException {
      Block block = Block.allocate(type, region.shape());
      block.fill(fill);
      try (ChunkCoder coder = pipeline.newCoder()) {
        for (ChunkIndex index : chunks.touching(region)) {
          Path file = folder.resolve(keys.key(index));
          if (Files.isRegularFile(file)) {
            Region chunk = chunks.region(index);
            Region part = chunk.intersect(region).orElseThrow();
            coder.decode(
                ByteSource.of(Files.readAllBytes(file)),
                relative(part, chunk),
                block,
                originOf(relative(part, region)));
          }
        }
      }
      return block;
    }

    private static Shape extents(JsonObject document, String member) {
      return Shape.of(
          elements(document.get(member).get()).stream()
              .mapToLong(extent -> ((JsonNumber) extent).asLong().getAsLong())
              .toArray());
    }

    private static Region relative(Region part, Region whole) {
      long[] origin = new long[part.rank()];
      for (int d = 0; d < origin.length; d++) {
        origin[d] = part.start(d) - whole.start(d);
      }
      return Region.of(origin, part.shape());
    }

    private static long[] originOf(Region region) {
      long[] origin = new long[region.rank()];
      for (int d = 0; d < origin.length; d++) {
        origin[d] = region.start(d);
      }
      return origin;
    }

    private static ChunkKeyEncoding keys(JsonObject encoding) {
      boolean plain = encoding.get("name").get().equals(JsonValue.of("default"));
      ChunkKeyEncoding.Form form = plain ? ChunkKeyEncoding.Form.DEFAULT : ChunkKeyEncoding.Form.V2;
      return new ChunkKeyEncoding(
          form,
          encoding
              .get("configuration")
              .flatMap(c -> ((JsonObject) c).get("separator"))
              .map(
                  s ->
                      s.equals(JsonValue.of("/"))
                          ? ChunkKeyEncoding.Separator.SLASH
                          : ChunkKeyEncoding.Separator.DOT)
              .orElse(form.usualSeparator()));
    }
  }
}
