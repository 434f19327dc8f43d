package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.json.JsonReader;
import dev.espalier.model.edit.AddMember;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RemoveMember;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.edit.SetDimensionNames;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A hierarchy of Zarr v2 as a whole: its tree, edits of it, and what repeats it. */
class Zarr2HierarchyTest {
  private static final String GROUP = "{\"zarr_format\": 2}";
  private static final String ARRAY =
      "{\"chunks\": [2], \"compressor\": null, \"dtype\": \"<i2\", \"fill_value\": 0, \"filters\":"
          + " null, \"order\": \"C\", \"shape\": [4], \"zarr_format\": 2}";

  @TempDir private Path directory;

  private final Zarr2Backend backend = new Zarr2Backend();

  @BeforeEach
  void writeHierarchy() throws IOException {
    write(".zgroup", GROUP);
    write(".zattrs", "{\"b\": 1.0, \"a\": [1e2, NaN]}");
    write("g/.zgroup", GROUP);
    write("g/x/.zarray", ARRAY);
  }

  @Test
  void theTreeHasGroupsAndArrays() throws IOException {
    write("notes/readme.txt", "no node");

    GroupSpec root = (GroupSpec) tree();
    assertThat(root.toFlat().keySet()).hasToString("[/, /g, /g/x]");
    assertThat(root.attributes().toJson()).hasToString("{\"b\":1.0,\"a\":[1e2,\"NaN\"]}");
    assertThat(Backends.load().recognise(location()).orElseThrow().id()).isEqualTo("zarr2");
  }

  @Test
  void zarr3IsReadWhereThereAreTheDocumentsOfBoth() throws IOException {
    write("zarr.json", "{\"zarr_format\": 3, \"node_type\": \"group\"}");

    assertThat(Backends.load().recognise(location()).orElseThrow().id()).isEqualTo("zarr");
  }

  @Test
  void whereThereAreTheDocumentsOfBothKindsThereIsAnArray() throws IOException {
    write("g/x/.zgroup", GROUP);

    assertThat(tree().find(NodePath.parse("/g/x")).orElseThrow().kind()).isEqualTo("array");
  }

  @Test
  void aNodeThatCannotBeReadDoesNotHideItsSiblings() throws IOException {
    write("g/bad/.zarray", ARRAY.replace("<i2", "<i3"));
    write("g/torn/.zarray", "{");
    write("g/list/.zgroup", GROUP);
    write("g/list/.zattrs", "[1]");
    write("g/none/.zgroup", GROUP);
    write("g/none/.zattrs", "null");

    NodeSpec tree = tree();
    assertThat(tree.find(NodePath.parse("/g/x"))).isPresent();
    assertThat(tree.find(NodePath.parse("/g/none")).orElseThrow().kind()).isEqualTo("group");
    assertThat(problem(tree, "/g/bad"))
        .startsWith("INVALID g/bad/.zarray: /dtype: expected a data type as \"<f4\"");
    assertThat(problem(tree, "/g/torn")).startsWith("CORRUPT g/torn/.zarray: not JSON: ");
    assertThat(problem(tree, "/g/list"))
        .isEqualTo("INVALID g/list/.zattrs: the document: expected an object, found [1]");
  }

  private static String problem(NodeSpec tree, String path) {
    UnreadableSpec node = (UnreadableSpec) tree.find(NodePath.parse(path)).orElseThrow();
    Problem problem = node.problem();
    return problem + " " + node.message();
  }

  @Test
  void nodesBelowADirectoryWithoutADocumentAreNoted() throws IOException {
    write("h/i/y/.zarray", ARRAY);

    assertThat(UnreadNote.of(tree()))
        .containsExactly(
            new UnreadNote(
                "undocumented group", "h", "h/.zgroup is missing, and h/i/y/.zarray is there"));
  }

  @Test
  void anEditOfAttributesChangesNothingElse() throws IOException {
    write(".zmetadata", "{\"metadata\": {\".zgroup\": {\"zarr_format\": 2}, \".zattrs\": {}}}");
    Map<String, String> before = files();

    backend.edit(
        location(),
        List.of(
            new SetAttribute(NodePath.root(), JsonPointer.of("b"), JsonValue.of("new")),
            new SetAttribute(NodePath.parse("/g/x"), JsonPointer.of("u"), JsonValue.of("cm")),
            new SetDimensionNames(NodePath.parse("/g/x"), List.of(Optional.of("t")))));

    Map<String, String> after = files();
    assertThat(json(after.remove(".zattrs"))).hasToString("{\"b\":\"new\",\"a\":[1e2,\"NaN\"]}");
    assertThat(json(after.remove("g/x/.zattrs")))
        .hasToString("{\"u\":\"cm\",\"_ARRAY_DIMENSIONS\":[\"t\"]}");
    assertThat(json(after.remove(".zmetadata")))
        .hasToString(
            "{\"metadata\":{\".zgroup\":{\"zarr_format\":2},\".zattrs\":{\"b\":\"new\",\"a\":"
                + "[1e2,\"NaN\"]},\"g/x/.zattrs\":{\"u\":\"cm\",\"_ARRAY_DIMENSIONS\":[\"t\"]}}}");
    before.remove(".zattrs");
    before.remove(".zmetadata");
    assertThat(after).isEqualTo(before);
  }

  @Test
  void aGroupIsAdded() {
    backend.edit(
        location(),
        List.of(
            new AddMember(
                NodePath.parse("/g/new"), GroupSpec.empty().withAttribute("a", JsonValue.of(1)))));

    assertThat(tree().find(NodePath.parse("/g/new")).orElseThrow().attributes().toJson())
        .hasToString("{\"a\":1}");
  }

  @Test
  void anEditThatDoesNotFitChangesNothing() throws IOException {
    write("g/bad/.zarray", ARRAY.replace("<i2", "<i3"));
    Map<String, String> before = files();

    refused(
        new SetAttribute(NodePath.parse("/none"), JsonPointer.of("b"), JsonValue.of(1)),
        "there is no such node");
    refused(
        new SetDimensionNames(NodePath.parse("/g"), List.of(Optional.of("t"))),
        "/g has no dimensions; it is a group");
    refused(
        new SetDimensionNames(NodePath.parse("/g/x"), List.of(Optional.empty())),
        "in Zarr v2 either all dimensions have a name or none has");
    refused(new AddMember(NodePath.parse("/g/x"), GroupSpec.empty()), "/g/x is there already");
    refused(
        new AddMember(NodePath.parse("/g/x/y"), GroupSpec.empty()),
        "/g/x is no group that can be read");
    assertThatThrownBy(
            () -> backend.edit(location(), List.of(new RemoveMember(NodePath.parse("/g/x")))))
        .isInstanceOf(UnsupportedException.class);
    assertThat(files()).isEqualTo(before);
  }

  private void refused(Edit edit, String reason) {
    assertThatThrownBy(() -> backend.edit(location(), List.of(edit)))
        .isInstanceOf(RequestException.class)
        .hasMessage(directory + ": cannot " + edit.describe() + ": " + reason);
  }

  @Test
  void whatIsConsolidatedIsReadAloneIfThatIsRequired() throws IOException {
    assertThat(backend.consolidate(location())).isEqualTo(2);
    Files.delete(directory.resolve("g/x/.zarray"));
    Files.delete(directory.resolve("g/.zgroup"));

    try (OpenHierarchy open = backend.open(location(), required())) {
      assertThat(open.tree().toFlat().keySet()).hasToString("[/, /g, /g/x]");
    }
    assertThat(UnreadNote.of(tree()))
        .extracting(UnreadNote::reason)
        .anyMatch(reason -> reason.contains("\"g\" is in it and has no document"));
  }

  @Test
  void consolidatedMetadataOfOthersIsHeldToItsForm() throws IOException {
    assertThatThrownBy(() -> backend.open(location(), required()))
        .isInstanceOf(MissingException.class);

    write(".zmetadata", "{\"zarr_consolidated_format\": 2, \"metadata\": {}}");
    assertThatThrownBy(() -> backend.open(location(), required()))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(directory + ": consolidated metadata of format 2 is not supported; expected 1");

    write(".zmetadata", "{\"metadata\": {\"../up/.zgroup\": {\"zarr_format\": 2}}}");
    assertThatThrownBy(() -> backend.open(location(), required()))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessageContaining("could leave the store");

    write(".zmetadata", "{\"metadata\": []}");
    assertThatThrownBy(() -> backend.open(location(), required()))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessageContaining(".zmetadata: /metadata: expected an object, found array");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/g"})
  void aMergeIsRefusedBelowConsolidatedMetadata(String group) throws IOException {
    String place = NodePath.parse(group).toRelativeString();
    write((place.isEmpty() ? "" : place + "/") + ".zmetadata", "{\"metadata\": {}}");
    NodeSpec more = withNewMember("/g/new");

    assertThatThrownBy(() -> backend.plan(more, location(), WritePolicy.MERGE))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            directory
                + ": "
                + group
                + ": merging is not supported where there is consolidated metadata of Zarr v2,"
                + " which would go on telling of what was; remove .zmetadata there, or replace the"
                + " hierarchy as a whole");
  }

  @Test
  void aMergeMayChangeWhatNoConsolidatedMetadataTellsOf() throws IOException {
    write("g/.zmetadata", "{\"metadata\": {}}");

    WritePlan plan = backend.plan(withNewMember("/new"), location(), WritePolicy.MERGE);

    assertThat(plan.nodes())
        .filteredOn(node -> node.action().writes())
        .extracting(node -> node.path().toString())
        .containsExactly("/new");
  }

  private NodeSpec withNewMember(String path) {
    Map<NodePath, NodeSpec> nodes = new HashMap<>(tree().toFlat());
    nodes.put(NodePath.parse(path), GroupSpec.empty());
    return NodeSpec.fromFlat(nodes);
  }

  @Test
  void aTornRootIsCorrupt() throws IOException {
    write(".zgroup", "{\"zarr_format\"");

    assertThatThrownBy(() -> backend.open(location())).isInstanceOf(CorruptException.class);
  }

  private static OpenOptions required() {
    return OpenOptions.builder().consolidated(OpenOptions.Consolidated.REQUIRE).build();
  }

  private NodeSpec tree() {
    try (OpenHierarchy open = backend.open(location())) {
      return open.tree();
    }
  }

  private Location location() {
    return Location.of(directory);
  }

  private static JsonValue json(String text) {
    return JsonReader.parse(text);
  }

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> texts = new HashMap<>();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(directory.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
