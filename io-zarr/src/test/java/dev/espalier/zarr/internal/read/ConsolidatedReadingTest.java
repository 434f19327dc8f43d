package dev.espalier.zarr.internal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.codec.ByteRange;
import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.OpenOptions.Consolidated;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a hierarchy whose root repeats the documents below it looks like, by what is believed. */
class ConsolidatedReadingTest {
  private static final String GROUP = "{\"zarr_format\": 3, \"node_type\": \"group\"%s}";
  private static final String ARRAY =
      """
      {"zarr_format": 3, "node_type": "array", "shape": [2], "data_type": "uint8",
       "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [2]}},
       "chunk_key_encoding": {"name": "default"}, "fill_value": 9,
       "codecs": ["bytes"], "attributes": {"name": "%s"}}
      """;
  private static final String EMPTY_COPY =
      GROUP.formatted(
          ", \"consolidated_metadata\":"
              + " {\"kind\": \"inline\", \"must_understand\": false, \"metadata\": {}}");

  private final MemoryStore store = new MemoryStore("store");

  @BeforeEach
  void aHierarchyWhoseCopiesAreFresh() {
    setRoot("\"g\": " + EMPTY_COPY + ", \"g/a\": " + ARRAY.formatted("a"));
    set("g/zarr.json", GROUP.formatted(""));
    set("g/a/zarr.json", ARRAY.formatted("a"));
  }

  @ParameterizedTest
  @EnumSource(Consolidated.class)
  void freshCopiesGiveTheSameTreeAsTheDocuments(Consolidated mode) {
    NodeSpec tree = open(store, mode).tree();

    assertThat(tree.toFlat().keySet()).hasToString("[/, /g, /g/a]");
    assertThat(UnreadNote.of(tree)).isEmpty();
    assertThat(name(tree, "/g/a")).contains("\"a\"");
  }

  @Test
  void staleCopiesAreNotedAndTheDocumentsCount() {
    set("g/a/zarr.json", ARRAY.formatted("renamed"));
    set("h/zarr.json", GROUP.formatted(""));
    setRoot(
        "\"g\": "
            + EMPTY_COPY
            + ", \"g/a\": "
            + ARRAY.formatted("a")
            + ", \"gone\": "
            + EMPTY_COPY);

    NodeSpec tree = open(store, Consolidated.AUTO).tree();

    assertThat(tree.toFlat().keySet()).hasToString("[/, /g, /g/a, /h]");
    assertThat(name(tree, "/g/a")).contains("\"renamed\"");
    assertThat(UnreadNote.of(tree))
        .containsExactly(
            new UnreadNote(
                UnreadNote.STALE_COPIES,
                "consolidated metadata",
                "\"g/a\" has a document that says otherwise; \"gone\" is in it and has no"
                    + " document; \"h\" is not in it"));
    assertThat(UnreadNote.of(open(store, Consolidated.IGNORE).tree())).isEmpty();
  }

  @Test
  void copiesThatAreRequiredStandForTheDocuments() {
    set("g/a/zarr.json", ARRAY.formatted("renamed"));
    set("h/zarr.json", GROUP.formatted(""));

    try (ZarrHierarchy open = open(store, Consolidated.REQUIRE)) {
      assertThat(open.tree().toFlat().keySet()).hasToString("[/, /g, /g/a]");
      assertThat(name(open.tree(), "/g/a")).contains("\"a\"");
      assertThat(open.node(NodePath.parse("/g/a")).attributes().toJson())
          .hasToString("{\"name\":\"a\"}");
      assertThat(open.members(NodePath.root()).map(Object::toString)).containsExactly("g");
      assertThatThrownBy(() -> open.node(NodePath.parse("/h")))
          .isInstanceOf(MissingException.class)
          .hasMessage("here: there is no node /h");
      BitsBlock block =
          (BitsBlock) open.array(NodePath.parse("/g/a")).read(Region.all(Shape.of(2)));
      assertThat(block.bytes()).containsExactly(9, 9);
    }
  }

  @Test
  void whatIsRequiredHasToBeThere() {
    set("zarr.json", GROUP.formatted(", \"consolidated_metadata\": null"));

    assertThatThrownBy(() -> open(store, Consolidated.REQUIRE))
        .isInstanceOf(MissingException.class)
        .hasMessage(
            "here: the root has no consolidated metadata, which is required; consolidate it, or"
                + " open it without requiring that");
    assertThat(open(store, Consolidated.AUTO).tree().toFlat()).hasSize(3);
  }

  @Test
  void whereTheStoreCannotListTheCopiesStandForTheDocuments() {
    set("g/a/zarr.json", ARRAY.formatted("renamed"));
    set("h/zarr.json", GROUP.formatted(""));

    try (ZarrHierarchy open = open(unlistable(), Consolidated.AUTO)) {
      NodeSpec tree = open.tree();
      assertThat(tree.toFlat().keySet()).hasToString("[/, /g, /g/a]");
      assertThat(name(tree, "/g/a")).contains("\"a\"");
      assertThat(UnreadNote.of(tree))
          .extracting(UnreadNote::kind)
          .containsExactly(UnreadNote.UNCHECKED_COPIES);
      assertThat(open.members(NodePath.root()).toList()).hasToString("[g]");
      assertThat(open.node(NodePath.parse("/h")).kind()).isEqualTo("group");
    }
  }

  @Test
  void whereNothingTellsTheMembersTheyAreUnknown() {
    try (ZarrHierarchy open = open(unlistable(), Consolidated.IGNORE)) {
      assertThat(open.tree())
          .isInstanceOfSatisfying(
              GroupSpec.class,
              root -> {
                assertThat(root.members()).isEmpty();
                assertThat(root.membersKnown()).isFalse();
              });
      assertThat(open.node(NodePath.parse("/g/a")).kind()).isEqualTo("array");
      assertThatThrownBy(() -> open.members(NodePath.root()))
          .isInstanceOf(UnsupportedException.class)
          .hasMessage(
              "here: the members of / are not known: the store cannot list, and the root has no"
                  + " consolidated metadata to go by; name nodes by their paths, or have the metadata"
                  + " consolidated where the hierarchy is kept");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"../out\": {}|/metadata: \"../out\" is no path of a node: node name \"..\" consists of"
            + " periods only",
        "\"/g\": {}|/metadata: \"/g\" is no path of a node below the group; expected names joined"
            + " by \"/\"",
        "\"g/\": {}|/metadata: \"g/\" is no path of a node below the group; expected names joined"
            + " by \"/\"",
        "\"\": {}|/metadata: \"\" is no path of a node below the group; expected names joined by"
            + " \"/\"",
        "\"a//b\": {}|/metadata: \"a//b\" is no path of a node: node name \"\" is empty; a name has"
            + " at least one character",
        "\"x/y\": {}|/metadata: \"x/y\" is there, and the group above it is not",
        "\"x\": 7|/metadata/x: expected an object, found integer",
      })
  void keysThatLeadElsewhereAreRefused(String copies, String reason) {
    setRoot(copies);
    String fault = "/consolidated_metadata" + reason;

    assertThatThrownBy(() -> open(store, Consolidated.REQUIRE))
        .isInstanceOfSatisfying(
            InvalidHierarchyException.class,
            e -> assertThat(e.report().findings().get(0).message()).isEqualTo(fault));
    NodeSpec tree = open(store, Consolidated.AUTO).tree();
    assertThat(tree.toFlat()).hasSize(3);
    assertThat(UnreadNote.of(tree))
        .containsExactly(new UnreadNote(UnreadNote.STALE_COPIES, "consolidated metadata", fault));
  }

  /** A tree that is followed step by step has to end where the stack does not. */
  @Test
  void keysBeyondAllReasonAreRefused() {
    StringBuilder copies = new StringBuilder();
    for (int depth = 1; depth <= 202; depth++) {
      copies.append(depth == 1 ? "" : ", ").append('"').append("a" + "/a".repeat(depth - 1));
      copies.append("\": ").append(EMPTY_COPY);
    }
    setRoot(copies.toString());

    assertThatThrownBy(() -> open(store, Consolidated.REQUIRE))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessageContaining(
            "/consolidated_metadata/metadata: \""
                + "a/".repeat(40)
                + "...\" lies deeper than 200"
                + " levels, which is not supported");

    setRoot("\"" + "a/".repeat(10_000_000) + "a\": " + EMPTY_COPY);
    assertThatThrownBy(() -> open(store, Consolidated.REQUIRE))
        .isInstanceOf(InvalidHierarchyException.class)
        .hasMessageContaining("lies deeper than 200 levels");
  }

  @Test
  void copiesOfAnotherKindAreRefusedByName() {
    set(
        "zarr.json",
        GROUP.formatted(
            ", \"consolidated_metadata\": {\"kind\": \"sqlite\", \"must_understand\": false}"));

    assertThatThrownBy(() -> open(store, Consolidated.REQUIRE))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage(
            "here: consolidated metadata of kind \"sqlite\" is not supported; expected"
                + " \"inline\"");
    assertThat(open(store, Consolidated.AUTO).tree().toFlat()).hasSize(3);
  }

  private static String name(NodeSpec tree, String path) {
    return tree.find(NodePath.parse(path)).orElseThrow().attributes().toJson().toString();
  }

  private static ZarrHierarchy open(ReadableStore store, Consolidated mode) {
    OpenOptions options = OpenOptions.builder().consolidated(mode).build();
    return ZarrHierarchy.open(
        new Location("here"), store, new Zarr3Documents(), CodecRegistry.builtIn(), options);
  }

  /** The same store, as one sees it through plain HTTP. */
  private ReadableStore unlistable() {
    return new ReadableStore() {
      @Override
      public String name() {
        return store.name();
      }

      @Override
      public Optional<StoredValue> open(StoreKey key, ByteRange first) {
        return store.open(key, first);
      }
    };
  }

  private void setRoot(String copies) {
    set(
        "zarr.json",
        GROUP.formatted(
            ", \"consolidated_metadata\": {\"kind\": \"inline\", \"must_understand\": false,"
                + " \"metadata\": {"
                + copies
                + "}}"));
  }

  private void set(String key, String text) {
    store.set(new StoreKey(key), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }
}
