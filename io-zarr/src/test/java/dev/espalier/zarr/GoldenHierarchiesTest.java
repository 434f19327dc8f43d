package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.Block;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.data.TextBlock;
import dev.espalier.model.fill.ElementForm;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.work.Execution;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Hierarchies that others wrote have the values that others read from them. */
class GoldenHierarchiesTest {
  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "golden, golden, 109",
    "zarrita-fixtures, zarrita-fixtures/fixtures, 77",
    "zarr-java, zarr-java/testdata, 21",
    "n5-zarr, n5-zarr/src/test/resources, 3",
    "zarr-extensions, zarr-extensions/codecs, 3"
  })
  void arraysOfOthersHaveTheirValuesOrAreListedWithTheReasonWhyNot(
      String set, String folder, int arrays) throws IOException {
    Path root = SharedData.require("zarr/" + folder);
    RefusalList refusals = RefusalList.read();
    List<String> faults = new ArrayList<>();
    Map<String, JsonValue> all = expected(set);
    for (Map.Entry<String, JsonValue> entry : all.entrySet()) {
      String name = set + "/" + entry.getKey();
      Path path = root.resolve(entry.getKey().replace("#v2", ""));
      ForeignArrays.fault(refusals, name, () -> check(entry.getKey(), path, entry.getValue()))
          .ifPresent(faults::add);
    }

    assertThat(faults).as("%s of %s", faults.size(), all.size()).isEmpty();
    assertThat(all).hasSize(arrays);
    refusals.assertAllUsed(set);
  }

  @Test
  void membersAreFoundWithoutConsolidatedMetadata() throws IOException {
    Path path = SharedData.require("zarr/golden/v3_consolidated.zarr");
    try (OpenHierarchy open = new ZarrBackend().open(Location.of(path))) {
      GroupSpec root = (GroupSpec) open.tree();

      assertThat(root.membersKnown()).isTrue();
      assertThat(root.find(NodePath.parse("/sub/x"))).isPresent();
      assertThat(root.find(NodePath.parse("/Ünï"))).isPresent();
      assertThat(open.members(NodePath.root()).map(Object::toString))
          .containsExactlyInAnyOrder("sub", "Ünï");
      assertThat(open.node(NodePath.parse("/sub")))
          .isInstanceOfSatisfying(
              GroupSpec.class, group -> assertThat(group.membersKnown()).isFalse());
    }
  }

  @Test
  void aWholeHierarchyOfManyKindsIsOneTree() {
    Path path = SharedData.require("zarr/zarrita-fixtures/fixtures/v3/data.zarr");
    try (OpenHierarchy open = new ZarrBackend().open(Location.of(path))) {
      NodeSpec tree = open.tree();

      assertThat(tree.toFlat().values().stream().filter(ArraySpec.class::isInstance))
          .hasSizeGreaterThanOrEqualTo(45);
      assertThat(tree.toFlat().values()).noneMatch(node -> node.kind().equals("unreadable"));
    }
  }

  private void check(String array, Path path, JsonValue expected) {
    if (expected instanceof JsonObject values) {
      assertValues(path, values);
    } else {
      List<String> table =
          SampleTables.of(array)
              .orElseGet(
                  () -> {
                    ForeignArrays.readAll(path);
                    throw new AssertionError("read, and zarr-python cannot: " + expected);
                  });
      assertTable(path, table);
    }
  }

  private void assertValues(Path path, JsonObject expected) {
    ForeignArrays.assertValues(path, expected);
    if (expected.get("format").equals(Optional.of(JsonValue.of(3)))) {
      try (OpenHierarchy open = ForeignArrays.open(path)) {
        assertWrittenAgain(open, path);
      }
    }
  }

  private static void assertTable(Path path, List<String> values) {
    try (OpenHierarchy open = ForeignArrays.open(path)) {
      Block read = ForeignArrays.read(open);
      if (read instanceof TextBlock texts) {
        assertThat(Arrays.stream(texts.texts()).map(text -> JsonValue.of(text).toString()).toList())
            .as("%s", path)
            .isEqualTo(values);
        return;
      }
      BitsBlock whole = (BitsBlock) read;
      List<String> found = new ArrayList<>();
      for (int at = 0; at < whole.length(); at += whole.elementSize()) {
        found.add(ElementForm.toJson(whole.dataType(), whole.bytes(), at).toString());
      }
      assertThat(found).as("%s", path).isEqualTo(values);
    }
  }

  /** With the layout that others chose, and everything else that they said. */
  private void assertWrittenAgain(OpenHierarchy open, Path path) {
    NodeSpec tree = open.tree();
    ArraySource source = open.array(NodePath.root());
    Path target = directory.resolve("again" + path.hashCode());
    ZarrBackend backend = new ZarrBackend();
    WritePlan plan = backend.plan(tree, Location.of(target), WritePolicy.FAIL);
    BoundHierarchy data =
        new BoundHierarchy(tree, Map.of(NodePath.root(), new ArrayData.Pulled(source)));
    backend.write(plan, data, Execution.onCallingThread());

    try (OpenHierarchy again = backend.open(Location.of(target))) {
      assertThat(again.tree()).as("%s", path).isEqualTo(tree);
      assertThat(Elements.contents(ForeignArrays.read(again)))
          .as("%s", path)
          .isEqualTo(Elements.contents(ForeignArrays.read(open)));
    }
  }

  /** Values by the path of their array; of arrays that zarr-python cannot read, the reason. */
  private static Map<String, JsonValue> expected(String set) throws IOException {
    Path file = SharedData.require("zarr/" + set + ".expected.json");
    JsonObject document = (JsonObject) JsonReader.parse(Files.readAllBytes(file));
    Map<String, JsonValue> expected = new TreeMap<>();
    for (String part : List.of("arrays", "errors")) {
      expected.putAll(((JsonObject) document.get(part).orElseThrow()).members());
    }
    return expected;
  }
}
