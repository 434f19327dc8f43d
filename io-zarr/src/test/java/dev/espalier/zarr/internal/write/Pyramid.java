package dev.espalier.zarr.internal.write;

import dev.espalier.io.file.FileSystemStaging;
import dev.espalier.io.place.StagedStore;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BlockOperation;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import dev.espalier.zarr.internal.plan.HierarchyPlanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/** A base array and levels derived one from the other, to be written. */
final class Pyramid {
  static final CodecRegistry CODECS = CodecRegistry.load();

  final Map<NodePath, ArrayData> data = new LinkedHashMap<>();
  private final GroupSpec.Builder root = GroupSpec.builder();
  private final List<Shape> shapes = new ArrayList<>();

  /** A pyramid that is only a base so far. */
  Pyramid(ArraySource base, Layout layout) {
    add(base.shape(), layout, new ArrayData.Pulled(base));
  }

  /** Adds a level that is derived from the last one. */
  Pyramid derive(BlockOperation operation, Layout layout) {
    return deriveFrom(shapes.size() - 1, operation, layout);
  }

  /** Adds a level that is derived from any other. */
  Pyramid deriveFrom(int input, BlockOperation operation, Layout layout) {
    Shape shape = operation.outputShape(shapes.get(input));
    return add(shape, layout, new ArrayData.Derived(level(input), operation));
  }

  private Pyramid add(Shape shape, Layout layout, ArrayData fills) {
    NodePath path = level(shapes.size());
    root.putMember(
        path.toRelativeString(),
        ArraySpec.builder().dataType(CoreType.UINT16).shape(shape).layout(layout).build());
    data.put(path, fills);
    shapes.add(shape);
    return this;
  }

  /** Gives the group of the levels attributes. */
  Pyramid attributes(Attributes attributes) {
    root.attributes(attributes);
    return this;
  }

  BoundHierarchy hierarchy() {
    return new BoundHierarchy(root.build(), data);
  }

  static NodePath level(int number) {
    return NodePath.root().child(Integer.toString(number));
  }

  WritePlan plan() {
    return HierarchyPlanner.plan(
        root.build(), "pyramid", WritePolicy.FAIL, new Zarr3Documents(), CODECS, false);
  }

  /** Writes it below a directory, on a store that a test may have its hand in. */
  WritePlan write(
      Path directory, Execution execution, Function<StagedStore, StagedStore> tampered) {
    WritePlan plan = plan();
    new HierarchyWriter(new Zarr3Documents(), CODECS)
        .write(
            plan,
            hierarchy(),
            execution,
            PublishGate.none(),
            new WholePlace(
                () ->
                    tampered.apply(
                        new FileSystemStaging(directory.resolve("pyramid"), "pyramid")
                            .begin(false))));
    return plan;
  }

  static Layout chunks(long... shape) {
    return Layout.builder()
        .chunkShape(Shape.of(shape))
        .codecs(
            List.of(
                new CodecSpec("bytes", JsonObject.of("endian", JsonValue.of("little"))),
                new CodecSpec("zstd", JsonObject.of("level", JsonValue.of(1)))))
        .build();
  }

  static Layout shards(Shape shard, long... chunk) {
    return Layout.builder().from(chunks(chunk)).shardShape(shard).build();
  }

  static MeanDownsampling mean(Integer... factors) {
    return MeanDownsampling.by(factors);
  }

  static Block random(long... shape) {
    BitsBlock block = (BitsBlock) Block.allocate(CoreType.UINT16, Shape.of(shape));
    new Random(11).nextBytes(block.bytes());
    return block;
  }
}
