package dev.espalier.convert;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.DerivedSource;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.tree.Difference;
import dev.espalier.model.tree.HierarchyDiff;
import dev.espalier.model.work.Crew;
import dev.espalier.model.work.Execution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares what was written with where it came from, element by element, in bounded memory. */
final class Verifier {
  private final OpenHierarchy written;
  private final WritePlan plan;
  private final BoundHierarchy hierarchy;
  private final Execution execution;
  private final List<Mismatch> mismatches = new ArrayList<>();
  private long elements;

  Verifier(OpenHierarchy written, WritePlan plan, BoundHierarchy hierarchy, Execution execution) {
    this.written = written;
    this.plan = plan;
    this.hierarchy = hierarchy;
    this.execution = execution;
  }

  Verification verify() {
    NodeSpec tree = written.tree();
    for (Difference difference : HierarchyDiff.between(plan.root(), tree)) {
      mismatches.add(
          new Mismatch(
              difference.path(),
              difference.place(),
              text(difference.left()),
              text(difference.right())));
    }
    // In the order of paths, so that two runs tell the same in the same order.
    Map<NodePath, ArrayData> arrays = new LinkedHashMap<>();
    hierarchy.data().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(entry -> tree.findArray(entry.getKey()).isPresent())
        .forEach(entry -> arrays.put(entry.getKey(), entry.getValue()));
    arrays.forEach(this::verifyArray);
    long attributes =
        tree.toFlat().values().stream().mapToLong(n -> n.attributes().byName().size()).sum();
    return new Verification(arrays.size(), elements, attributes, mismatches);
  }

  private static String text(Optional<JsonValue> value) {
    return value.map(JsonValue::toString).orElse("nothing");
  }

  private void verifyArray(NodePath path, ArrayData data) {
    ArraySource found = written.array(path);
    ArraySource expected = expected(data);
    if (!found.shape().equals(expected.shape()) || !found.dataType().equals(expected.dataType())) {
      return; // the comparison of the hierarchies has told this already
    }
    Shape tile = TileShape.forBoth(expected, found, execution);
    Tiling tiling = Tiling.of(found.shape(), tile);
    long bytes = Math.multiplyExact(2L, TileShape.bytes(tile, found.dataType()));
    if (expected instanceof DerivedSource derived) {
      bytes = Math.addExact(bytes, derived.pieceBytes());
    }
    ArrayComparison comparison =
        new ArrayComparison(path, expected, found, tiling, execution.progress());
    Crew.run(execution.executor(), execution.permits(bytes), checkpoint -> comparison.newWorker());
    comparison.first().ifPresent(mismatches::add);
    elements = Math.addExact(elements, found.shape().elementCount());
  }

  private ArraySource expected(ArrayData data) {
    if (data instanceof ArrayData.Derived derived) {
      return new DerivedSource(written.array(derived.input()), derived.operation());
    }
    return ((ArrayData.Pulled) data).source();
  }
}
