package dev.espalier.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.elements.ElementCheck;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.match.Match;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.model.typed.NdArray;
import dev.espalier.model.work.Execution;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/** What every example does: put parts together, write them, and look at what is there. */
public final class Stored {
  private Stored() {}

  /** A group with arrays in it. */
  public static BoundHierarchy bound(GroupSpec root, Map<String, NdArray> arrays) {
    GroupSpec whole = root;
    Map<NodePath, ArrayData> data = new LinkedHashMap<>();
    for (Map.Entry<String, NdArray> array : new TreeMap<>(arrays).entrySet()) {
      NodePath path = NodePath.root().child(array.getKey());
      whole = whole.withMemberAt(path, array.getValue().spec());
      array.getValue().source().ifPresent(s -> data.put(path, new ArrayData.Pulled(s)));
    }
    return new BoundHierarchy(whole, data);
  }

  /** Writes a hierarchy as Zarr v3. */
  public static void write(BoundHierarchy hierarchy, Path target) {
    WritableBackend zarr = Backends.load().writable("zarr");
    zarr.write(
        zarr.plan(hierarchy.root(), Location.of(target), WritePolicy.FAIL),
        hierarchy,
        Execution.onCallingThread());
  }

  /** Opens what a backend recognises. */
  public static OpenHierarchy open(Path path) {
    return Backends.load().open(Location.of(path));
  }

  /** Everything that is wrong with a node: its metadata, and where that is right, its elements. */
  public static List<Finding> findings(
      SchemaConvention convention, OpenHierarchy open, NodePath at) {
    Match match = convention.match(open.tree(), at);
    List<Finding> findings = new ArrayList<>(match.findings());
    if (match.isValid()) {
      findings.addAll(ElementCheck.of(match.elementDemands()).findings(open::array));
    }
    return findings;
  }

  /** The rules that a hierarchy breaks once it is written and read again, in order. */
  public static List<String> broken(
      SchemaConvention convention, BoundHierarchy hierarchy, Path target) {
    write(hierarchy, target);
    try (OpenHierarchy open = open(target)) {
      assertThat(open.tree()).isInstanceOf(GroupSpec.class);
      return findings(convention, open, NodePath.root()).stream()
          .map(finding -> finding.rule().id())
          .toList();
    }
  }

  /** The paths of the nodes that a convention recognises. */
  public static List<NodePath> declared(SchemaConvention convention, NodeSpec tree) {
    List<NodePath> declared = new ArrayList<>();
    tree.walk(
        (path, node) -> {
          if (convention.isDeclaredAt(tree, path)) {
            declared.add(path);
          }
        });
    return declared;
  }

  /** The value of a name that has to be there. */
  public static <T> T named(Map<String, T> values, String name) {
    return Objects.requireNonNull(values.get(name), () -> name + " is not in " + values.keySet());
  }

  /** A change of one part of a map, for variants that differ in one thing. */
  public static Map<String, NdArray> with(
      Map<String, NdArray> arrays, String name, Function<NdArray, NdArray> change) {
    Map<String, NdArray> changed = new LinkedHashMap<>(arrays);
    changed.compute(name, (key, array) -> array == null ? array : change.apply(array));
    return changed;
  }
}
