package dev.espalier.zarr.internal.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.edit.AddMember;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RemoveAttribute;
import dev.espalier.model.edit.RemoveMember;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.edit.SetDimensionNames;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.StorageException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.testkit.store.FaultyStore;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HierarchyEditorTest {
  private static final NodePath A = NodePath.parse("/g/a");
  private static final JsonPointer UNITS = JsonPointer.of("units");
  private static final String GROUP = "{\"zarr_format\": 3, \"node_type\": \"group\"}";

  /** Odd on purpose: members out of order, numbers spelled their own way, a member of others. */
  private static final String ARRAY =
      """
      {"node_type": "array", "zarr_format": 3, "theirs": {"must_understand": false, "n": 1.50},
       "attributes": {"z": 1e2, "units": "mm", "big": 18446744073709551616}, "shape": [4, 6],
       "data_type": "uint8",
       "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [2, 3]}},
       "chunk_key_encoding": {"name": "default"}, "fill_value": 9, "codecs": ["bytes"]}
      """;

  private final MemoryStore store = new MemoryStore("store");

  @BeforeEach
  void makeHierarchy() {
    set("zarr.json", GROUP);
    set("g/zarr.json", GROUP);
    set("g/a/zarr.json", ARRAY);
    set("g/a/c/0/0", "chunk");
  }

  @Test
  void nothingButTheEditedPlaceOfADocumentChanges() {
    edit(
        new RenameAttribute(A, UNITS, "unit"),
        new SetAttribute(A, JsonPointer.of("z"), JsonValue.of(7)),
        new SetDimensionNames(A, List.of(Optional.of("y"), Optional.empty())));

    assertThat(compact("g/a/zarr.json"))
        .isEqualTo(
            compact(ARRAY.getBytes(UTF_8))
                .replace("\"units\":\"mm\"", "\"unit\":\"mm\"")
                .replace("\"z\":1e2", "\"z\":7")
                .replace(
                    "\"codecs\":[\"bytes\"]",
                    "\"codecs\":[\"bytes\"],\"dimension_names\":[\"y\",null]"));
    assertThat(get("g/a/c/0/0")).isEqualTo("chunk");
    assertThat(get("zarr.json")).isEqualTo(GROUP);
  }

  @Test
  void aDocumentWithoutAttributesGetsSome() {
    edit(new SetAttribute(NodePath.root(), UNITS, JsonValue.of("mm")));

    assertThat(compact("zarr.json"))
        .isEqualTo("{\"zarr_format\":3,\"node_type\":\"group\",\"attributes\":{\"units\":\"mm\"}}");
  }

  @Test
  void aGroupIsAddedAndEditedAtOnce() {
    NodePath added = NodePath.parse("/g/new");

    edit(
        new AddMember(added, GroupSpec.builder().putMember("inner", GroupSpec.empty()).build()),
        new SetAttribute(added, UNITS, JsonValue.of("mm")));

    assertThat(compact("g/new/zarr.json"))
        .isEqualTo("{\"zarr_format\":3,\"node_type\":\"group\",\"attributes\":{\"units\":\"mm\"}}");
    assertThat(compact("g/new/inner/zarr.json"))
        .isEqualTo("{\"zarr_format\":3,\"node_type\":\"group\",\"attributes\":{}}");
  }

  @Test
  void copiesInConsolidatedMetadataFollow() {
    set("zarr.json", consolidated("\"g\":" + consolidated("\"a\":" + ARRAY) + ",\"g/a\":" + ARRAY));
    set("g/zarr.json", consolidated("\"a\":" + ARRAY + ",\"..\":{},\"gone\":" + GROUP));

    edit(
        new RenameAttribute(A, UNITS, "unit"),
        new AddMember(NodePath.parse("/g/new"), GroupSpec.empty()));

    String edited = compact("g/a/zarr.json");
    assertThat(edited).contains("\"unit\":\"mm\"");
    String added =
        ",\"%s\":{\"zarr_format\":3,\"node_type\":\"group\",\"attributes\":{},"
            + "\"consolidated_metadata\":"
            + "{\"kind\":\"inline\",\"must_understand\":false,\"metadata\":{}}}";
    String fresh = compact(consolidated("\"a\":" + edited + added.formatted("new")));
    assertThat(compact("zarr.json"))
        .isEqualTo(
            compact(
                consolidated("\"g\":" + fresh + ",\"g/a\":" + edited + added.formatted("g/new"))));
    assertThat(compact("g/zarr.json"))
        .isEqualTo(
            compact(
                consolidated(
                    "\"a\":" + edited + ",\"..\":{},\"gone\":" + GROUP + added.formatted("new"))));
  }

  @Test
  void aCopyThatIsOutOfDateIsNotGuessedAt() {
    set("zarr.json", consolidated("\"g/a\":" + ARRAY.replace("units", "dimension")));

    assertThatThrownBy(() -> edit(new RenameAttribute(A, UNITS, "unit")))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "store: the copy of /g/a in the consolidated metadata of / is out of date (cannot rename"
                + " attribute /units of /g/a to \"unit\": there is no \"units\"; there is \"z\","
                + " \"dimension\", \"big\"); consolidate the metadata anew, or remove it, before"
                + " editing");
    assertThat(get("g/a/zarr.json")).isEqualTo(ARRAY);
  }

  private static String consolidated(String metadata) {
    return GROUP.replace(
        "}",
        ", \"consolidated_metadata\": {\"kind\": \"inline\", \"must_understand\": false,"
            + " \"metadata\": {"
            + metadata
            + "}}}");
  }

  @Test
  void whatTouchesStoredElementsIsRefusedByName() {
    assertThatThrownBy(() -> edit(new RenameMember(A, new NodeName("b"))))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "store: cannot rename member /g/a to \"b\" in place: stored elements would have to be"
                + " moved, removed or added; write the hierarchy anew");
    assertThatThrownBy(() -> edit(new RemoveMember(A))).isInstanceOf(UnsupportedException.class);
  }

  @Test
  void everyEditFitsOrNoneIsApplied() {
    Edit fits = new SetAttribute(NodePath.parse("/g"), UNITS, JsonValue.of("mm"));

    assertRefused(
        "store: cannot remove attribute /unit of /g/a: there is no \"unit\"; there is \"z\","
            + " \"units\", \"big\"",
        fits,
        new RemoveAttribute(A, JsonPointer.of("unit")));
    assertRefused(
        "store: cannot set attribute /units of /h to 1: there is no such node",
        fits,
        new SetAttribute(NodePath.parse("/h"), UNITS, JsonValue.of(1)));
    assertRefused(
        "store: cannot set the dimension names of /g to []: /g has no dimensions; it is a group",
        fits,
        new SetDimensionNames(NodePath.parse("/g"), List.of()));
    assertRefused(
        "store: cannot set the dimension names of /g/a to []: /g/a has 2 dimensions; its shape is"
            + " [4, 6]",
        fits,
        new SetDimensionNames(A, List.of()));
    assertRefused(
        "store: cannot add group /g/a: /g/a is there already",
        fits,
        new AddMember(A, GroupSpec.empty()));
    assertRefused(
        "store: cannot add group /g/a/b: /g/a is no group that can be read",
        fits,
        new AddMember(A.child("b"), GroupSpec.empty()));
  }

  private void assertRefused(String message, Edit... edits) {
    assertThatThrownBy(() -> edit(edits)).isInstanceOf(RequestException.class).hasMessage(message);
    assertThat(get("g/zarr.json")).isEqualTo(GROUP);
  }

  @Test
  void aDocumentThatIsNotUnderstoodIsLeftAlone() {
    set("g/a/zarr.json", "{\"zarr_format\": 3, \"node_type\": \"table\"}");
    set("g/b/zarr.json", "{\"zarr_format\": 3");

    assertThatThrownBy(() -> edit(new SetAttribute(A, UNITS, JsonValue.of(1))))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith(
            "store: cannot set attribute /units of /g/a to 1: /g/a is unreadable: /node_type: ");
    assertThatThrownBy(() -> edit(new SetAttribute(NodePath.parse("/g/b"), UNITS, JsonValue.of(1))))
        .isInstanceOf(CorruptException.class)
        .hasMessageStartingWith("store: g/b/zarr.json: ");
  }

  @Test
  void aDocumentThatCannotBeWrittenStaysAsItWas() {
    FaultyStore full = FaultyStore.over(store).fullAfter(10);

    assertThatThrownBy(
            () -> new HierarchyEditor(full).edit(List.of(new RenameAttribute(A, UNITS, "unit"))))
        .isInstanceOf(StorageException.class)
        .hasMessage("store: cannot write g/a/zarr.json: no space is left on the disk");
    assertThat(get("g/a/zarr.json")).isEqualTo(ARRAY);
  }

  private void edit(Edit... edits) {
    new HierarchyEditor(store).edit(List.of(edits));
  }

  private void set(String key, String value) {
    store.set(new StoreKey(key), ByteBuffer.wrap(value.getBytes(UTF_8)));
  }

  private String get(String key) {
    return new String(bytes(key), UTF_8);
  }

  private String compact(String keyOrText) {
    return keyOrText.startsWith("{")
        ? compact(keyOrText.getBytes(UTF_8))
        : compact(bytes(keyOrText));
  }

  private static String compact(byte[] text) {
    return JsonWriter.compact(JsonReader.parse(text));
  }

  private byte[] bytes(String key) {
    try (StoredValue value = store.open(new StoreKey(key)).orElseThrow()) {
      ByteBuffer bytes = ByteBuffer.allocate((int) value.size());
      value.read(0, bytes);
      return bytes.array();
    }
  }
}
