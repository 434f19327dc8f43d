package dev.espalier.zarr.internal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.nio.ByteBuffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grids that claim more than there is memory for: only what is read may cost something. */
class LargeGridsTest {
  private final MemoryStore store = new MemoryStore("store");

  @Test
  void aRunTakesNoMemoryForItsTiles() {
    long count = 1L << 62;
    set(
        "zarr.json",
        array(
            "[" + Long.MAX_VALUE + "]",
            rectilinear("[[1, [1, " + count + "]," + " [2, " + count + "]]]")));
    byte[] chunk = {42};
    store.set(new StoreKey("c/" + (count - 1)), ByteBuffer.wrap(chunk));

    ArraySource source = open();

    assertThat(bytes(source, Region.of(new long[] {count - 2}, Shape.of(4))))
        .containsExactly(7, 42, 7, 7);
    assertThat(bytes(source, Region.of(new long[] {Long.MAX_VALUE - 3}, Shape.of(3))))
        .containsExactly(7, 7, 7);
  }

  @Test
  void aMillionRunsAreLookedUpWithoutWalkingThroughThem() {
    int runs = 1_000_000;
    String lengths =
        IntStream.range(0, runs)
            .mapToObj(run -> "[" + (1 + run % 2) + ",2]")
            .collect(Collectors.joining(","));
    set("zarr.json", array("[3000000]", rectilinear("[[" + lengths + "]]")));
    // Each pair of runs holds six elements in four chunks.
    store.set(new StoreKey("c/1999998"), ByteBuffer.wrap(new byte[] {1, 2}));

    ArraySource source = open();

    assertThat(bytes(source, Region.of(new long[] {2_999_995}, Shape.of(5))))
        .containsExactly(7, 1, 2, 7, 7);
  }

  @Test
  void chunksBeyondAJavaArrayAreUnsupportedInEitherGrid() {
    set("zarr.json", array("[3000000000]", rectilinear("[[5, 2999999995]]")));

    assertThatThrownBy(this::open)
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "here: /: a block of shape [2999999995] and data type uint8 needs more than 2 GiB in one"
                + " piece; read a smaller region or use smaller chunks");

    set("zarr.json", array("[3000000000]", regular("[3000000000]")));

    assertThatThrownBy(this::open).isInstanceOf(UnsupportedException.class);

    set("zarr.json", array("[4, 4, 4]", regular("[4611686018427387904, 4611686018427387904, 3]")));

    assertThatThrownBy(this::open).isInstanceOf(UnsupportedException.class);
  }

  /** Before a codec computes with the number: each does so in its own way. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"reshape\", \"configuration\": {\"shape\": [[0, 1], -1]}}",
        "{\"name\": \"numcodecs.packbits\", \"configuration\": {}}",
        "{\"name\": \"sharding_indexed\", \"configuration\": {\"chunk_shape\": [1, 1, 1],"
            + " \"codecs\": [\"bytes\"], \"index_codecs\": [\"bytes\"]}}"
      })
  void chunksBeyondAllNumbersAreUnsupportedByAnyCodec(String codec) {
    String huge = "[4611686018427387904, 4611686018427387904, 3]";
    set(
        "zarr.json",
        array("[4, 4, 4]", regular(huge))
            .replace("\"uint8\"", "\"bool\"")
            .replace("\"fill_value\": 7", "\"fill_value\": false")
            .replace("[{\"name\": \"bytes\"}]", "[" + codec + ", \"bytes\"]"));

    assertThatThrownBy(this::open)
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "here: /: a chunk of shape "
                + huge
                + " has more than 2^63-1 elements; use smaller chunks");
  }

  @Test
  void largeChunksThatHoldNoElementsDoNotMatter() {
    set("zarr.json", array("[3]", rectilinear("[[2, 1, 3000000000, [9000000000, 1000000000]]]")));
    store.set(new StoreKey("c/0"), ByteBuffer.wrap(new byte[] {5, 6}));

    assertThat(bytes(open(), Region.all(Shape.of(3)))).containsExactly(5, 6, 7);
  }

  @Test
  void codecsHaveToFitEachChunk() {
    set(
        "zarr.json",
        array("[7]", rectilinear("[[4, 3]]"))
            .replace(
                "[{\"name\": \"bytes\"}]",
                """
                [{"name": "transpose", "configuration": {"order": [0]}},
                 {"name": "sharding_indexed", "configuration": {"chunk_shape": [2],
                  "codecs": [{"name": "bytes"}], "index_codecs": [{"name": "bytes",
                  "configuration": {"endian": "little"}}]}}]
                """));

    assertThatThrownBy(this::open)
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessageContaining("for each of the 1 dimensions of [3] a number that divides it");
  }

  private static byte[] bytes(ArraySource source, Region region) {
    return ((BitsBlock) source.read(region)).bytes();
  }

  private ArraySource open() {
    return ZarrHierarchy.open(
            new Location("here"), store, new Zarr3Documents(), CodecRegistry.load())
        .array(NodePath.root());
  }

  private void set(String key, String text) {
    store.set(new StoreKey(key), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }

  private static String rectilinear(String chunkShapes) {
    return "{\"name\": \"rectilinear\", \"configuration\": {\"kind\": \"inline\","
        + " \"chunk_shapes\": "
        + chunkShapes
        + "}}";
  }

  private static String regular(String chunkShape) {
    return "{\"name\": \"regular\", \"configuration\": {\"chunk_shape\": " + chunkShape + "}}";
  }

  private static String array(String shape, String grid) {
    return """
        {"zarr_format": 3, "node_type": "array", "shape": SHAPE, "data_type": "uint8",
         "chunk_grid": GRID, "chunk_key_encoding": {"name": "default"}, "fill_value": 7,
         "codecs": [{"name": "bytes"}], "attributes": {}}
        """
        .replace("SHAPE", shape)
        .replace("GRID", grid);
  }
}
