package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.TextFill;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.model.work.Execution;
import dev.espalier.model.work.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is stored of the last chunk of a dimension, and which chunks are not stored at all. */
class EdgeChunksTest {
  @TempDir private Path directory;

  @Test
  void aChunkThatHangsOverTheEdgeIsWholeWithTheFillValueBeyond() throws IOException {
    ArraySpec array = bytes(Layout.builder().chunkShape(Shape.of(2)));

    write(array, block(1, 2, 3));

    assertThat(stored("c/0")).isEqualTo("0102");
    assertThat(stored("c/1")).isEqualTo("0309");
  }

  @Test
  void aShardThatHangsOverTheEdgeHasAnEntryForEachInnerChunk() throws IOException {
    ArraySpec array = bytes(Layout.builder().chunkShape(Shape.of(2)).shardShape(Shape.of(6)));

    write(array, block(1, 2, 3));

    String index = "0000000000000000" + "0200000000000000" + "0200000000000000";
    assertThat(stored("c/0"))
        .startsWith("01020309" + index + "0200000000000000" + "ff".repeat(16))
        .hasSize(2 * (4 + 3 * 16 + 4));
  }

  @Test
  void textsAreCountedBeyondTheEdgeToo() throws IOException {
    TextBlock texts = (TextBlock) Block.allocate(ExtensionType.STRING, Shape.of(3));
    List.of("a", "b", "c").toArray(texts.texts());
    ArraySpec array =
        ArraySpec.builder()
            .dataType(ExtensionType.STRING)
            .shape(Shape.of(3))
            .fillValue(new TextFill("?"))
            .layout(
                Layout.builder()
                    .chunkShape(Shape.of(2))
                    .codecs(List.of(CodecSpec.of("vlen-utf8")))
                    .build())
            .build();

    write(array, texts);

    assertThat(stored("c/1")).isEqualTo("02000000" + "0100000063" + "010000003f");
  }

  /** The payload of a NaN may mean something, so that only the very same one may be left out. */
  @Test
  void aNanOfAnotherPayloadIsStored() {
    FillValue fill = FillValue.parse(CoreType.FLOAT32, new JsonString("0x7fc00123"));
    BitsBlock elements = (BitsBlock) Block.allocate(CoreType.FLOAT32, Shape.of(2));
    elements.fill(fill);
    elements.bytes()[4] = 0x24;
    ArraySpec array =
        ArraySpec.builder()
            .dataType(CoreType.FLOAT32)
            .shape(Shape.of(2))
            .fillValue(fill)
            .layout(Layout.builder().chunkShape(Shape.of(1)).build())
            .build();

    write(array, elements);

    assertThat(directory.resolve("a.zarr/c/0")).doesNotExist();
    assertThat(directory.resolve("a.zarr/c/1")).isRegularFile();
    assertThat(directory.resolve("a.zarr/zarr.json"))
        .content()
        .containsPattern("\"fill_value\": *\"0x7fc00123\"");
  }

  private static ArraySpec bytes(Layout.Builder layout) {
    return ArraySpec.builder()
        .dataType(CoreType.UINT8)
        .shape(Shape.of(3))
        .fillValue(BitsFill.of(CoreType.UINT8, new byte[] {9}))
        .layout(layout.codecs(List.of(CodecSpec.of("bytes"))).build())
        .build();
  }

  private static BitsBlock block(int... values) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT8, Shape.of(values.length));
    for (int i = 0; i < values.length; i++) {
      block.bytes()[i] = (byte) values[i];
    }
    return block;
  }

  private void write(ArraySpec array, Block elements) {
    ZarrBackend backend = new ZarrBackend();
    Location target = Location.of(directory.resolve("a.zarr"));
    WritePlan plan = backend.plan(array, target, WritePolicy.FAIL);
    ArrayData data = new ArrayData.Pulled(ArraySource.of(elements));
    backend.write(
        plan,
        new BoundHierarchy(array, Map.of(NodePath.root(), data)),
        new Execution(Runnable::run, 1, 64 << 20, ProgressListener.none()));
  }

  private String stored(String key) throws IOException {
    return HexFormat.of().formatHex(Files.readAllBytes(directory.resolve("a.zarr").resolve(key)));
  }
}
