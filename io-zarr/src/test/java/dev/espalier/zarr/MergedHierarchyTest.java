package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.json.JsonReader;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedAction;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.work.Execution;
import dev.espalier.testkit.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a merge does to the documents and directories that stand at its target. */
class MergedHierarchyTest {
  private static final String UNKNOWN = "\"x_theirs\": {\"must_understand\": false, \"kept\": 1}";

  private final ZarrBackend backend = new ZarrBackend();

  @TempDir private Path directory;

  @Test
  void membersOfDocumentsThatAreNotKnownStay() throws IOException {
    Path target = write(group("a", array(4)));
    insert(target.resolve("zarr.json"), UNKNOWN);
    insert(target.resolve("a/zarr.json"), UNKNOWN);

    merge(target, group("a", array(5)).withAttributes(title("new")));

    assertThat(document(target, "zarr.json").toString())
        .contains("\"kept\":1", "\"title\":\"new\"");
    assertThat(document(target, "a/zarr.json").toString()).contains("\"kept\":1", "\"shape\":[5]");
  }

  @Test
  void consolidatedMetadataAboveAChangeIsRemovedAndElsewhereStays() throws IOException {
    GroupSpec inner = group("a", array(4));
    Path target =
        write(GroupSpec.builder().putMember("g", inner).putMember("other", inner).build());
    String consolidated =
        "\"consolidated_metadata\": {\"kind\": \"inline\", \"must_understand\": false,"
            + " \"metadata\": {}}";
    for (String group : List.of("", "g/", "other/")) {
      insert(target.resolve(group + "zarr.json"), consolidated);
    }
    insert(target.resolve("zarr.json"), UNKNOWN);

    WritePlan plan = merge(target, group("g", group("a", array(5))));

    assertThat(actions(plan))
        .containsExactly("UPDATE /", "UPDATE /g", "REPLACE /g/a", "KEEP /other", "KEEP /other/a");
    for (String group : List.of("", "g/")) {
      assertThat(document(target, group + "zarr.json").has("consolidated_metadata")).isFalse();
    }
    assertThat(document(target, "zarr.json").has("x_theirs")).isTrue();
    assertThat(document(target, "other/zarr.json").has("consolidated_metadata")).isTrue();
    OpenOptions documents =
        OpenOptions.builder().consolidated(OpenOptions.Consolidated.IGNORE).build();
    try (OpenHierarchy open = backend.open(Location.of(target), documents)) {
      assertThat(open.tree().toFlat()).isEqualTo(plan.root().toFlat());
    }
    assertThat(target.resolve("__passing-zarr.json")).doesNotExist();
  }

  @Test
  void aRerunLeavesConsolidatedMetadataAlone() throws IOException {
    Path target = write(group("a", array(4)));
    insert(
        target.resolve("zarr.json"),
        "\"consolidated_metadata\": {\"kind\": \"inline\", \"must_understand\": false,"
            + " \"metadata\": {}}");
    Snapshot before = Snapshot.of(directory);

    merge(target, group("a", array(4)));

    assertThat(Snapshot.of(directory)).isEqualTo(before);
  }

  @Test
  void whatIsNoNodeStays() throws IOException {
    Path target = write(group("a", array(4)));
    Files.writeString(target.resolve("README.md"), "theirs");
    Path broken = Files.createDirectories(target.resolve("broken"));
    Files.writeString(broken.resolve("zarr.json"), "{");

    WritePlan plan = merge(target, group("b", array(4)));

    assertThat(actions(plan)).containsExactly("KEEP /", "CREATE /b", "KEEP /a", "KEEP /broken");
    assertThat(target.resolve("README.md")).hasContent("theirs");
    assertThat(broken.resolve("zarr.json")).hasContent("{");
    assertThatThrownBy(() -> merge(target, group("broken", array(4))))
        .isInstanceOf(TargetExistsException.class)
        .hasMessageContaining("/broken: kind is \"unreadable\", expected \"array\"");
  }

  @Test
  void whatIsInTheWayOfANewNodeIsNotTouched() throws IOException {
    Path target = write(GroupSpec.empty());
    Path theirs = Files.createDirectory(target.resolve("a"));
    Files.writeString(theirs.resolve("notes.txt"), "theirs");
    Snapshot before = Snapshot.of(directory);

    assertThatThrownBy(() -> merge(target, group("a", array(4))))
        .isInstanceOf(TargetExistsException.class)
        .hasMessage(
            target
                + ": something stands at a/ that is in the way of what is to appear there; move it"
                + " elsewhere");
    assertThat(Snapshot.of(directory)).isEqualTo(before);
  }

  @Test
  void anArrayAtTheRootIsReplacedOrUpdated() throws IOException {
    Path target = write(array(4));
    insert(target.resolve("zarr.json"), UNKNOWN);

    assertThat(actions(merge(target, array(4).withAttributes(title("new")))))
        .containsExactly("UPDATE /");
    assertThat(document(target, "zarr.json").toString())
        .contains("\"kept\":1", "\"title\":\"new\"");
    assertThat(actions(merge(target, array(5)))).containsExactly("REPLACE /");
    assertThat(document(target, "zarr.json").toString())
        .contains("\"kept\":1", "\"title\":\"new\"", "\"shape\":[5]");
  }

  @Test
  void anEmptyDirectoryIsLikeNothing() throws IOException {
    Path target = Files.createDirectory(directory.resolve("h.zarr"));

    WritePlan plan = merge(target, group("a", array(4)));

    assertThat(plan.counts()).isEqualTo(Map.of(PlannedAction.CREATE, 2L));
    assertThat(document(target, "a/zarr.json").has("shape")).isTrue();
  }

  @Test
  void whatIsNoHierarchyIsNeitherComparedNorMergedWith() throws IOException {
    Path home = Files.createDirectory(directory.resolve("home"));
    Files.writeString(home.resolve("letters.txt"), "precious");
    Path old = Files.createDirectory(directory.resolve("v2.zarr"));
    Files.writeString(old.resolve(".zgroup"), "{\"zarr_format\": 2}");

    for (WritePolicy policy : List.of(WritePolicy.FAIL_UNLESS_ALIKE, WritePolicy.MERGE)) {
      assertThatThrownBy(() -> plan(home, GroupSpec.empty(), policy))
          .isInstanceOf(TargetExistsException.class)
          .hasMessageStartingWith(home + ": what stands there is not a Zarr hierarchy");
      assertThatThrownBy(() -> plan(old, GroupSpec.empty(), policy))
          .isInstanceOf(TargetExistsException.class)
          .hasMessage(
              old
                  + ": what stands there cannot be read, so it can neither be compared nor merged"
                  + " with; choose another target or ask to replace it ("
                  + old
                  + ": there is no node /)");
    }
    assertThat(actions(plan(old, GroupSpec.empty(), WritePolicy.REPLACE)))
        .containsExactly("REPLACE /");
  }

  @Test
  void namesThatDifferInCaseFromWhatStandsThereAreToldOf() throws IOException {
    Path target = write(group("cells", array(4)));

    WritePlan plan = plan(target, group("Cells", array(4)), WritePolicy.MERGE);

    assertThat(plan.report().findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.rule().id()).isEqualTo("zarr.name.case"));
  }

  @Test
  void aMergeIntoALinkChangesWhatItLeadsTo() throws IOException {
    Path target = write(group("a", array(4)));
    Path link = Files.createSymbolicLink(directory.resolve("link.zarr"), target);

    merge(link, group("b", array(4)));

    assertThat(link).isSymbolicLink();
    assertThat(target.resolve("b/zarr.json")).exists();
  }

  @Test
  void aMergeThatWasKilledIsCompletedByWhoeverOpensIt() throws IOException {
    Path target = write(group("a", array(4)));
    Path other = directory.resolve("other.zarr");
    merge(other, group("b", array(4)));
    Path journal = Files.createDirectories(directory.resolve(".h.zarr.espalier-changes/1"));
    Files.createDirectories(journal.resolve("new"));
    Files.createDirectories(journal.resolve("old"));
    Files.move(other.resolve("b"), journal.resolve("new/b"));
    Files.writeString(journal.resolve("journal"), "appear\0b/\0end");

    try (OpenHierarchy open = backend.open(Location.of(target))) {
      assertThat(open.tree().toFlat().keySet())
          .containsExactly(NodePath.root(), NodePath.parse("/a"), NodePath.parse("/b"));
    }
    assertThat(journal.getParent()).doesNotExist();
  }

  private Path write(NodeSpec hierarchy) {
    Path target = directory.resolve("h.zarr");
    carryOut(plan(target, hierarchy, WritePolicy.FAIL), hierarchy);
    return target;
  }

  private WritePlan merge(Path target, NodeSpec hierarchy) {
    return carryOut(plan(target, hierarchy, WritePolicy.MERGE), hierarchy);
  }

  private WritePlan plan(Path target, NodeSpec hierarchy, WritePolicy policy) {
    return backend.plan(hierarchy, Location.of(target), policy);
  }

  private WritePlan carryOut(WritePlan plan, NodeSpec hierarchy) {
    backend.write(plan, new BoundHierarchy(hierarchy, Map.of()), Execution.onCallingThread());
    return plan;
  }

  private static List<String> actions(WritePlan plan) {
    return plan.nodes().stream().map(node -> node.action() + " " + node.path()).toList();
  }

  private static void insert(Path document, String member) throws IOException {
    String text = Files.readString(document);
    Files.writeString(document, text.replaceFirst("\\{", "{" + member + ","));
  }

  private static JsonObject document(Path target, String name) throws IOException {
    return (JsonObject) JsonReader.parse(Files.readString(target.resolve(name)));
  }

  private static GroupSpec group(String name, NodeSpec member) {
    return GroupSpec.builder().putMember(name, member).build();
  }

  private static ArraySpec array(long extent) {
    return ArraySpec.builder().dataType(CoreType.INT16).shape(Shape.of(extent)).build();
  }

  private static Attributes title(String title) {
    return Attributes.none().with("title", JsonValue.of(title));
  }
}
