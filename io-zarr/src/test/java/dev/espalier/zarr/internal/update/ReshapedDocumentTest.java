package dev.espalier.zarr.internal.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.Store;
import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.internal.edit.Consolidation;
import dev.espalier.zarr.internal.edit.Zarr2Consolidation;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Of the documents, nothing changes but what says how far the array extends. */
class ReshapedDocumentTest {
  /** Members out of order, a number spelled its own way, a member of others. */
  private static final Standing ODD =
      new Standing(
          "odd",
          Shape.of(7, 10),
          """
          {"node_type": "array", "zarr_format": 3, "attributes": {"z": 1e2},
           "theirs": {"must_understand": false, "n": 1.50}, "shape": SHAPE, "data_type": "uint8",
           "chunk_grid": {"name": "rectilinear", "configuration":
             {"chunk_shapes": [[[2, 3], 1], 4], "kind": "inline"}},
           "chunk_key_encoding": "default", "fill_value": 7, "codecs": ["bytes"]}
          """);

  @Test
  void allElseStaysAsItIsSpelled() {
    MemoryStore store = ODD.store();
    String before = compact(store, "a/zarr.json");

    resize(ODD, store, Shape.of(5, 12));
    assertThat(compact(store, "a/zarr.json"))
        .isEqualTo(before.replace("\"shape\":[7,10]", "\"shape\":[5,12]"));
    assertThat(Standing.text(store, "zarr.json")).doesNotContain("attributes");

    resize(ODD, store, Shape.of(11, 10));
    assertThat(compact(store, "a/zarr.json"))
        .isEqualTo(
            before
                .replace("\"shape\":[7,10]", "\"shape\":[11,10]")
                .replace("[[2,3],1]", "[[2,3],1,4]"));
  }

  @Test
  void whatIsAppendedToAListOfChunksIsAChunkOfItsOwn() {
    MemoryStore store = ODD.store();
    try (ZarrChanges changes = ODD.change(store)) {
      changes.changeable(Standing.ARRAY).append(0, Model.block(new Random(2), Shape.of(3, 10), 1));
      changes.changeable(Standing.ARRAY).append(0, Model.block(new Random(3), Shape.of(2, 10), 1));
    }

    assertThat(compact(store, "a/zarr.json"))
        .contains("\"shape\":[12,10]")
        .contains("\"chunk_shapes\":[[[2,3],1,3,2],4]");
    assertThat(Standing.bytes(store, "a/c/4/0")).hasSize(12);
    assertThat(Standing.bytes(store, "a/c/5/0")).hasSize(8);
  }

  @Test
  void aListOfShardsGrowsByWholeInnerChunks() {
    Standing shards = Standing.of("rectilinear shards");
    MemoryStore store = shards.store();

    resize(shards, store, Shape.of(11, 10));

    assertThat(compact(store, "a/zarr.json"))
        .contains("\"shape\":[11,10]")
        .contains("\"chunk_shapes\":[[2,4,2,4],[[6,2]]]");
  }

  @Test
  void aGridThatCannotFollowIsUnsupported() {
    Standing nested =
        new Standing(
            "nested",
            Shape.of(8, 8),
            Standing.of("nested shards")
                .document()
                .replaceFirst(
                    "\"chunk_grid\": .*?, \"chunk_key",
                    "\"chunk_grid\": {\"name\": \"rectilinear\", \"configuration\": {\"kind\":"
                        + " \"inline\", \"chunk_shapes\": [[4, 4], 8]}}, \"chunk_key"));
    MemoryStore store = nested.store();
    String before = Standing.text(store, "a/zarr.json");

    assertThatThrownBy(() -> resize(nested, store, Shape.of(9, 8)))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith(
            "store: /a: the chunks of the array cannot follow to shape [9, 8]: codec"
                + " \"sharding_indexed\"");
    assertThat(Standing.text(store, "a/zarr.json")).isEqualTo(before);
  }

  @Test
  void copiesInConsolidatedMetadataFollow() {
    MemoryStore store = ODD.store();
    new Consolidation(store).write();

    resize(ODD, store, Shape.of(11, 10));

    String document = compact(store, "a/zarr.json");
    assertThat(document).contains("\"shape\":[11,10]");
    assertThat(compact(store, "zarr.json")).contains("\"a\":" + document);
  }

  @Test
  void copiesOfZarr2Follow() {
    Standing v2 = Standing.of("v2");
    MemoryStore store = v2.store();
    new Zarr2Consolidation(store).write();
    String before = compact(store, "a/.zarray");

    resize(v2, store, Shape.of(11, 10));

    String document = compact(store, "a/.zarray");
    assertThat(document).isEqualTo(before.replace("\"shape\":[7,10]", "\"shape\":[11,10]"));
    assertThat(compact(store, ".zmetadata")).contains("\"a/.zarray\":" + document);
  }

  private static void resize(Standing kind, Store store, Shape shape) {
    try (ZarrChanges changes = kind.change(store)) {
      changes.changeable(Standing.ARRAY).resize(shape);
    }
  }

  private static String compact(Store store, String key) {
    return JsonWriter.compact(JsonReader.parse(Standing.text(store, key).getBytes(UTF_8)));
  }
}
