package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Execution;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.type.CoreType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZarrBackendTest {
  private static final NodePath VALUES = NodePath.parse("/data/values");

  @TempDir private Path directory;

  @Test
  void whatIsWrittenIsReadAgain() {
    Location target = Location.of(directory.resolve("new/a.zarr"));
    Block elements = random(Shape.of(7, 10));
    GroupSpec root =
        GroupSpec.builder()
            .attributes(Attributes.of(JsonObject.of("title", JsonValue.of("cells"))))
            .putMember("data", GroupSpec.builder().putMember("values", array()).build())
            .build();
    WritableHierarchy written = new WritableHierarchy(root, VALUES, elements);

    WritePlan plan = written.writeTo(target);

    assertThat(plan.objects()).isEqualTo(3 + 12);
    assertThat(plan.elementBytes()).isEqualTo(140);
    assertThat(new ZarrBackend().recognise(target)).isEqualTo(Recognition.RECOGNISED);
    try (OpenHierarchy open = Backends.load().open(target)) {
      assertThat(open.tree()).isEqualTo(plan.root());
      assertThat(open.members(NodePath.parse("/data")).map(Object::toString))
          .containsExactly("values");
      BitsBlock all = (BitsBlock) open.array(VALUES).read(Region.all(elements.shape()));
      assertThat(all.bytes()).isEqualTo(((BitsBlock) elements).bytes());
      BitsBlock part =
          (BitsBlock) open.array(VALUES).read(Region.of(new long[] {2, 1}, Shape.of(4, 7)));
      Block expected = Block.allocate(CoreType.UINT16, Shape.of(4, 7));
      expected.copyFrom(elements, Region.of(new long[] {2, 1}, Shape.of(4, 7)), 0, 0);
      assertThat(part.bytes()).isEqualTo(((BitsBlock) expected).bytes());
    }
  }

  private static ArraySpec array() {
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(Shape.of(7, 10))
        .layout(
            Layout.builder()
                .chunkShape(Shape.of(2, 4))
                .codecs(
                    List.of(new CodecSpec("bytes", JsonObject.of("endian", JsonValue.of("big")))))
                .build())
        .build();
  }

  private static Block random(Shape shape) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT16, shape);
    new Random(1).nextBytes(block.bytes());
    return block;
  }

  private record WritableHierarchy(NodeSpec root, NodePath path, Block elements) {
    WritePlan writeTo(Location target) {
      ZarrBackend backend = new ZarrBackend();
      WritePlan plan = backend.plan(root, target, WritePolicy.FAIL);
      BoundHierarchy bound =
          new BoundHierarchy(root, Map.of(path, new ArrayData.Pulled(new MemorySource(elements))));
      backend.write(plan, bound, Execution.onCallingThread());
      return plan;
    }
  }
}
