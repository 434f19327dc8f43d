package dev.espalier.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecChain;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which chunks and codecs converted arrays get. */
class LayoutTest {
  private static final NodePath PATH = NodePath.parse("/a");

  private static Shape shape(String text) {
    return text.isEmpty()
        ? Shape.scalar()
        : Shape.of(Arrays.stream(text.split("x")).mapToLong(Long::parseLong).toArray());
  }

  @ParameterizedTest
  @CsvSource({
    // sensible ones stay, also where they hang over the array
    "1x2x128x160, 3x5x517x623, 1x2x128x160",
    "1024x1024, 10x10, 1024x1024",
    // tiny ones grow, the fastest dimension first, not beyond the array
    "1x1x16, 100x1000x1000, 1x256x1000",
    "1, 1000000, 131072",
    "1x1, 3x5, 3x5",
    "7x0, 0x0, 1x1",
    // huge ones are split, the slowest dimension first
    "512x512x512, 512x512x512, 16x512x512",
    "1x40000x40000, 9x40000x40000, 1x79x40000",
    "100000000, 50000000, 3125000",
  })
  void chunksOfTheSourceAreFollowedWhereTheyAreSensible(
      String source, String array, String expected) {
    if (shape(source).isEmpty()) {
      source = source.replace('0', '1'); // no chunk has an extent of 0
    }
    assertThat(ChunkShapes.following(shape(source), shape(array), CoreType.UINT16))
        .isEqualTo(shape(expected));
  }

  @Test
  void aHugeChunkThatTheArrayCutsShortIsSensible() {
    Shape huge = Shape.of(1L << 40, 4);
    assertThat(ChunkShapes.following(huge, Shape.of(100_000, 4), CoreType.UINT8))
        .isEqualTo(Shape.of(100_000, 4));
  }

  @ParameterizedTest
  @CsvSource({"12x10, 5x4, 4x2", "7, 3, 1", "7, 9, 7", "64x64, 64x1, 64x1"})
  void chunksWithinShardsDivideThem(String shard, String wanted, String expected) {
    assertThat(ChunkShapes.dividing(shape(shard), shape(wanted))).isEqualTo(shape(expected));
  }

  @Test
  void theCodecThatMakesBytesIsPutInWhereItIsMissing() {
    CodecSpec transpose = CodecSpec.of("transpose");
    CodecSpec zstd = CodecSpec.of("zstd");

    assertThat(names(List.of(zstd), CoreType.INT16)).containsExactly("bytes", "zstd");
    assertThat(names(List.of(transpose, zstd), CoreType.INT8))
        .containsExactly("transpose", "bytes", "zstd");
    assertThat(names(List.of(CodecSpec.of("bytes"), zstd), CoreType.INT16))
        .containsExactly("bytes", "zstd");
    assertThat(names(List.of(), ExtensionType.STRING)).containsExactly("vlen-utf8");
    assertThat(names(List.of(CodecSpec.of("bytes"), zstd), ExtensionType.STRING))
        .containsExactly("vlen-utf8", "zstd");
    assertThat(CodecChain.complete(List.of(), CoreType.INT16).get(0).configuration().get("endian"))
        .contains(JsonValue.of("little"));
    assertThat(CodecChain.complete(List.of(), CoreType.INT8).get(0).configuration().isEmpty())
        .isTrue();
  }

  private static Stream<String> names(List<CodecSpec> codecs, DataType type) {
    return CodecChain.complete(codecs, type).stream().map(CodecSpec::name);
  }

  private static ArraySpec array(Layout layout) {
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(Shape.of(600, 600))
        .layout(layout)
        .build();
  }

  private static Layout chosen(LayoutChoice choice, Layout own) {
    return new LayoutChooser(choice).ofCopied(PATH, array(own));
  }

  private static final Layout ZARR =
      Layout.builder()
          .chunkShape(Shape.of(100, 300))
          .shardShape(Shape.of(300, 300))
          .codecs(List.of(CodecSpec.of("bytes"), CodecSpec.of("crc32c")))
          .build();

  private static final Layout FOREIGN =
      Layout.builder().from(ZARR).shardShape(Optional.empty()).foreignTo("hdf5").build();

  @Test
  void aLayoutThatTheTargetUnderstandsIsKept() {
    assertThat(chosen(LayoutChoice.none(), ZARR)).isEqualTo(ZARR);
  }

  @Test
  void foreignCodecsAreDroppedAndChunksKept() {
    assertThat(chosen(LayoutChoice.none(), FOREIGN))
        .isEqualTo(Layout.builder().chunkShape(Shape.of(100, 300)).build());
  }

  @Test
  void otherChunksKeepTheCodecs() {
    LayoutChoice choice = LayoutChoice.builder().chunkShape(Shape.of(50, 50)).build();
    assertThat(chosen(choice, ZARR))
        .isEqualTo(
            Layout.builder()
                .chunkShape(Shape.of(50, 50))
                .codecs(ZARR.codecs().orElseThrow())
                .build());
  }

  @Test
  void otherCodecsKeepChunksAndShards() {
    LayoutChoice choice = LayoutChoice.builder().codecs(List.of(CodecSpec.of("gzip"))).build();
    Layout layout = chosen(choice, ZARR);
    assertThat(layout.chunkShape()).isEqualTo(ZARR.chunkShape());
    assertThat(layout.shardShape()).isEqualTo(ZARR.shardShape());
    assertThat(layout.codecs().orElseThrow())
        .extracting(CodecSpec::name)
        .containsExactly("bytes", "gzip");
  }

  private static final RectilinearGrid EDGES =
      RectilinearGrid.of(EdgeLengths.of(400, 200), EdgeLengths.repeated(64));

  private static final Layout VARIED =
      Layout.builder()
          .chunkGrid(EDGES)
          .codecs(List.of(CodecSpec.of("bytes"), CodecSpec.of("crc32c")))
          .build();

  @Test
  void varyingChunksAreKeptUnderOtherCodecs() {
    assertThat(chosen(LayoutChoice.none(), VARIED)).isEqualTo(VARIED);

    LayoutChoice choice = LayoutChoice.builder().codecs(List.of(CodecSpec.of("gzip"))).build();
    assertThat(chosen(choice, VARIED).chunkGrid()).contains(EDGES);
  }

  @Test
  void shardsOfVaryingExtentsAreNoChunksForOtherCodecs() {
    Layout sharded =
        Layout.builder().chunkGrid(EDGES).codecs(List.of(CodecSpec.of("sharding_indexed"))).build();
    assertThat(chosen(LayoutChoice.none(), sharded)).isEqualTo(sharded);

    LayoutChoice choice = LayoutChoice.builder().codecs(List.of(CodecSpec.of("gzip"))).build();
    assertThat(chosen(choice, sharded).chunkGrid()).isEmpty();
  }

  @Test
  void varyingChunksAreForArraysOfTheseExtents() {
    assertThat(chosen(LayoutChoice.builder().chunkGrid(EDGES).build(), ZARR))
        .isEqualTo(Layout.builder().chunkGrid(EDGES).codecs(ZARR.codecs().orElseThrow()).build());

    RectilinearGrid longer = RectilinearGrid.of(EdgeLengths.of(400, 201), EdgeLengths.repeated(64));
    assertThat(chosen(LayoutChoice.builder().chunkGrid(longer).build(), ZARR)).isEqualTo(ZARR);
  }

  @Test
  void whatIsComputedFromVaryingChunksGetsChunksOfItsOwn() {
    Layout computed = LayoutChooser.ofComputed(array(Layout.open()), VARIED);

    assertThat(computed.chunkGrid()).isEmpty();
    assertThat(computed.codecs()).isEqualTo(VARIED.codecs());
  }

  @Test
  void aWishForAnotherRankIsNotForThisArray() {
    LayoutChoice choice = LayoutChoice.builder().chunkShape(Shape.of(50)).build();
    assertThat(chosen(choice, ZARR)).isEqualTo(ZARR);
  }

  @Test
  void shardsHoldWholeChunks() {
    LayoutChoice choice =
        LayoutChoice.builder().chunkShape(Shape.of(50, 50)).shardShape(Shape.of(100, 120)).build();
    assertThatThrownBy(() -> chosen(choice, ZARR))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "/a: a shard of shape [100, 120] does not hold whole chunks of shape [50, 50]; make"
                + " each extent of the shard a multiple of the chunk's");
  }
}
