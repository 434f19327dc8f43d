package dev.espalier.zarr.internal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.OpenOptions.Consolidated;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.Zarr2Documents;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@code .zmetadata} is taken for, in the forms that it has in the wild. */
class Zarr2ConsolidatedReadingTest {
  private static final String GROUP = "{\"zarr_format\": 2}";
  private static final String ARRAY =
      """
      {"zarr_format": 2, "shape": [2], "chunks": [2], "dtype": "|u1", "fill_value": FILL,
       "order": "C", "filters": null, "compressor": null}
      """;

  private final MemoryStore store = new MemoryStore("store");

  @BeforeEach
  void aHierarchyOfTwoNodes() {
    set(".zgroup", GROUP);
    set("g/.zgroup", GROUP);
    set("g/.zattrs", "{\"a\": 1.0}");
    set("g/x/.zarray", ARRAY.replace("FILL", "9"));
  }

  /** zarr-python leaves out documents without attributes, and puts a member into groups. */
  @ParameterizedTest
  @EnumSource(Consolidated.class)
  void copiesWithoutAttributesAndWithMembersOfOthersAreFresh(Consolidated mode) {
    setCopies(
        "\".zgroup\": {\"zarr_format\": 2}, \"g/.zattrs\": {\"a\": 1.0},"
            + " \"g/.zgroup\": {\"zarr_format\": 2, \"consolidated_metadata\": {}},"
            + " \"g/x/.zarray\": "
            + ARRAY.replace("FILL", "9"));

    NodeSpec tree = open(mode);

    assertThat(tree.toFlat().keySet()).hasToString("[/, /g, /g/x]");
    assertThat(UnreadNote.of(tree)).isEmpty();
    assertThat(tree.find(NodePath.parse("/g")).orElseThrow().attributes().toJson())
        .hasToString("{\"a\":1.0}");
  }

  @Test
  void staleCopiesAreNotedAndTheDocumentsCount() {
    setCopies(
        "\"g/.zgroup\": {\"zarr_format\": 2}, \"gone/.zgroup\": {\"zarr_format\": 2},"
            + " \"g/x/.zarray\": "
            + ARRAY.replace("FILL", "8"));

    NodeSpec tree = open(Consolidated.AUTO);

    assertThat(tree.toFlat().keySet()).hasToString("[/, /g, /g/x]");
    assertThat(UnreadNote.of(tree))
        .containsExactly(
            new UnreadNote(
                UnreadNote.STALE_COPIES,
                "consolidated metadata",
                "\"g\" has a document that says otherwise; \"g/x\" has a document that says"
                    + " otherwise; \"gone\" is in it and has no document"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../out/.zgroup|store prefix \"../out/\" has the segment \"..\", which could leave the store",
        "/etc/.zgroup|store prefix \"/etc/\" starts with \"/\"; keys are relative to their store",
        "a//b/.zgroup|store prefix \"a//b/\" has an empty segment",
        ".../.zgroup|\"...\" is no path of a node: node name \"...\" consists of periods only",
      })
  void keysThatLeadElsewhereAreRefused(String key, String reason) {
    setCopies("\"" + key + "\": {\"zarr_format\": 2}");
    String fault = ".zmetadata: /metadata: " + reason;

    assertThatThrownBy(() -> open(Consolidated.REQUIRE))
        .isInstanceOfSatisfying(
            InvalidHierarchyException.class,
            e -> assertThat(e.report().findings().get(0).message()).isEqualTo(fault));
    assertThat(open(Consolidated.AUTO).toFlat()).hasSize(3);
  }

  @Test
  void copiesInAnotherFormatAreRefusedByName() {
    set(".zmetadata", "{\"zarr_consolidated_format\": 2, \"metadata\": {}}");

    assertThatThrownBy(() -> open(Consolidated.REQUIRE))
        .isInstanceOf(UnsupportedException.class)
        .hasMessage("here: consolidated metadata of format 2 is not supported; expected 1");
  }

  private NodeSpec open(Consolidated mode) {
    OpenOptions options = OpenOptions.builder().consolidated(mode).build();
    try (ZarrHierarchy open =
        ZarrHierarchy.open(
            new Location("here"), store, new Zarr2Documents(), CodecRegistry.builtIn(), options)) {
      return open.tree();
    }
  }

  private void setCopies(String copies) {
    set(".zmetadata", "{\"zarr_consolidated_format\": 1, \"metadata\": {" + copies + "}}");
  }

  private void set(String key, String text) {
    store.set(new StoreKey(key), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }
}
