package dev.espalier.zarr.internal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.file.FileSystemStore;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of the same text are read once, which shows in nothing but the time it takes. */
class RepeatedDocumentsTest {
  private static final String GROUP = "{\"zarr_format\": 3, \"node_type\": \"group\"}";
  private static final String ARRAY =
      """
      {"zarr_format": 3, "node_type": "array", "shape": [%d], "data_type": "uint8",
       "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [2]}},
       "chunk_key_encoding": {"name": "default"}, "fill_value": 9,
       "codecs": [{"name": "bytes"}], "attributes": {}}
      """;

  @TempDir private Path directory;
  private Store store;

  @BeforeEach
  void makeStore() {
    store = new FileSystemStore(directory, "store");
    set("zarr.json", GROUP);
  }

  @Test
  void nodesWithTheSameDocumentAreTheSameValue() {
    set("a/zarr.json", ARRAY.formatted(4));
    set("b/zarr.json", ARRAY.formatted(4));
    set("c/zarr.json", ARRAY.formatted(5));

    try (ZarrHierarchy hierarchy = open()) {
      NodeSpec a = hierarchy.node(NodePath.parse("/a"));

      assertThat(hierarchy.node(NodePath.parse("/b"))).isSameAs(a);
      assertThat(hierarchy.node(NodePath.parse("/c")))
          .isInstanceOf(ArraySpec.class)
          .isNotEqualTo(a);
    }
  }

  @Test
  void aDocumentThatChangesSaysWhatItSaysNow() {
    set("a/zarr.json", ARRAY.formatted(4));
    try (ZarrHierarchy hierarchy = open()) {
      NodeSpec before = hierarchy.node(NodePath.parse("/a"));
      set("a/zarr.json", ARRAY.formatted(7));

      assertThat(((ArraySpec) before).shape()).hasToString("[4]");
      assertThat(((ArraySpec) hierarchy.node(NodePath.parse("/a"))).shape()).hasToString("[7]");
    }
  }

  @Test
  void eachOfSeveralNodesWithTheSameFaultIsNamed() {
    set("a/zarr.json", ARRAY.formatted(-1));
    set("b/zarr.json", ARRAY.formatted(-1));
    set("c/zarr.json", "{");
    set("d/zarr.json", "{");

    NodeSpec tree = open().tree();

    for (String name : new String[] {"a", "b", "c", "d"}) {
      assertThat(tree.find(NodePath.parse(name)).orElseThrow())
          .isInstanceOfSatisfying(
              UnreadableSpec.class,
              node -> assertThat(node.message()).startsWith(name + "/zarr.json: "));
    }
  }

  @Test
  void moreDocumentsThanAreKeptAreRead() {
    for (int i = 0; i < 600; i++) {
      set("a" + i + "/zarr.json", ARRAY.formatted(i));
    }

    GroupSpec tree = (GroupSpec) open().tree();

    assertThat(tree.members()).hasSize(600);
    tree.members()
        .forEach(
            (name, node) ->
                assertThat("a" + ((ArraySpec) node).shape())
                    .isEqualTo("a[" + name.value().substring(1) + "]"));
  }

  @Test
  void filesBesideTheMembersAreNoMembers() {
    set("a/zarr.json", ARRAY.formatted(4));
    set("README.md", "not a group");
    set("pictures/1.png", "nothing hidden");

    NodeSpec tree = open().tree();

    assertThat(tree.toFlat().keySet()).hasToString("[/, /a]");
    assertThat(UnreadNote.of(tree)).isEmpty();
    try (ZarrHierarchy hierarchy = open();
        var members = hierarchy.members(NodePath.root())) {
      assertThat(members.map(NodeName::value)).containsExactly("a");
    }
  }

  private ZarrHierarchy open() {
    return ZarrHierarchy.open(
        new Location(directory.toString()), store, new Zarr3Documents(), CodecRegistry.load());
  }

  private void set(String key, String value) {
    store.set(new StoreKey(key), ByteBuffer.wrap(value.getBytes(UTF_8)));
  }
}
