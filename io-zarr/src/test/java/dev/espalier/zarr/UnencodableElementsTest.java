package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.typed.NdArray;
import dev.espalier.model.work.Execution;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnencodableElementsTest {
  @TempDir private Path directory;

  @Test
  void anElementThatACodecCannotTakeIsToldWithItsArrayAndChunkAndNothingIsWritten() {
    JsonObject toBytes = JsonObject.of("data_type", JsonValue.of("uint8"));
    ArraySpec spec =
        ArraySpec.builder()
            .dataType(CoreType.INT16)
            .shape(Shape.of(4))
            .layout(
                Layout.builder()
                    .chunkShape(Shape.of(2))
                    .codecs(List.of(new CodecSpec("cast_value", toBytes), CodecSpec.of("bytes")))
                    .build())
            .build();
    NdArray elements = NdArray.of(new short[] {1, 2, 3, 256}, 4);
    GroupSpec root = GroupSpec.empty().withMembers(Map.of(new NodeName("a"), spec));
    BoundHierarchy hierarchy =
        new BoundHierarchy(
            root,
            Map.of(NodePath.parse("/a"), new ArrayData.Pulled(elements.source().orElseThrow())));
    ZarrBackend backend = new ZarrBackend();
    Path target = directory.resolve("new.zarr");
    WritePlan plan = backend.plan(root, Location.of(target), WritePolicy.FAIL);

    assertThatThrownBy(() -> backend.write(plan, hierarchy, Execution.onCallingThread()))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "/a: chunk [1]: codec cast_value: the value 256 is beyond uint8, which"
                + " goes from 0 to 255");
    assertThat(directory).isEmptyDirectory();
  }
}
