package dev.espalier.zarr.internal.update;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.Store;
import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.stored.ChangeableArray;
import dev.espalier.model.type.DataType;
import dev.espalier.zarr.internal.edit.Consolidation;
import dev.espalier.zarr.internal.edit.Zarr2Consolidation;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of the documents, nothing changes but what says how far the array extends. */
class ReshapedDocumentTest {
  private static final String INNER = "{\"chunk_shape\": [2, 2]";
  private static final String INNER_OF_SHARD = "{\"chunk_shape\": [4, 4]";

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

  /** Shards of one inner chunk each, and shards in shards, grow by whole inner chunks as well. */
  @ParameterizedTest
  @ValueSource(strings = {"shards", "nested shards", "wrapped shards", "transposed shards"})
  void shardsWhoseInnerChunksAreNotTheSmallestThatIsReadGrowToo(String kind) {
    Standing listed = listed(kind);
    MemoryStore store = listed.store();
    Model model = listed.read(store);
    try (ZarrChanges changes = listed.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);
      for (Shape shape : List.of(Shape.of(9, 8), Shape.of(9, 13))) {
        array.resize(shape);
        model.resize(shape);
        array.write(Region.all(shape), Model.block(new Random(1), shape, Standing.FILL));
        model.write(Region.all(shape), Model.block(new Random(1), shape, Standing.FILL));
      }
    }

    assertThat(listed.read(store).bytes()).isEqualTo(model.bytes());
    assertThat(compact(store, "a/zarr.json")).contains("\"chunk_shapes\":[[4,4,4],[4,4,8]]");
  }

  /** A kind of chunks, but that the grid lists them: each has 4 by 4 elements. */
  private static Standing listed(String kind) {
    Standing even = Standing.of(kind);
    boolean nested = even.document().contains(INNER_OF_SHARD);
    String document =
        even.document()
            .replaceFirst(
                "\"chunk_grid\": .*?, \"chunk_key",
                "\"chunk_grid\": {\"name\": \"rectilinear\", \"configuration\": {\"kind\":"
                    + " \"inline\", \"chunk_shapes\": [[4, 4], [4, 4]]}}, \"chunk_key");
    return new Standing(
        even.name(), Shape.of(8, 8), nested ? document : document.replace(INNER, INNER_OF_SHARD));
  }

  @Test
  void aGridThatCannotFollowIsUnsupported() {
    Standing reshaped =
        new Standing(
            "reshaped",
            Shape.of(8, 8),
            listed("plain")
                .document()
                .replace(
                    "[\"bytes\"]",
                    "[{\"name\": \"reshape\", \"configuration\": {\"shape\": [16]}}, \"bytes\"]"));
    MemoryStore store = reshaped.store();
    String before = Standing.text(store, "a/zarr.json");

    assertThatThrownBy(() -> resize(reshaped, store, Shape.of(9, 8)))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith(
            "store: /a: the chunks of the array cannot follow to shape [9, 8]: codec \"reshape\"")
        .hasMessageEndingWith(
            "; take a shape that the chunks there are cover, or write the array anew with others");
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
  void aCopyThatListsOtherChunksIsNamed() {
    MemoryStore store = ODD.store();
    new Consolidation(store).write();
    Standing other =
        new Standing("other", ODD.shape(), ODD.document().replace("[[[2, 3], 1], 4]", "[[7], 4]"));
    Standing.set(store, "a/zarr.json", Standing.text(other.store(), "a/zarr.json"));
    String root = Standing.text(store, "zarr.json");

    assertThatThrownBy(() -> resize(other, store, Shape.of(11, 10)))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "store: the copy of /a in the consolidated metadata of / is out of date (expected the"
                + " chunk grid \"rectilinear\" (7)×4, to which chunks are added, found"
                + " \"rectilinear\" (2*3+1)×4); consolidate the metadata anew, or remove it,"
                + " before editing");
    assertThat(other.read(store).shape()).isEqualTo(ODD.shape());
    assertThat(Standing.text(store, "zarr.json")).isEqualTo(root);
  }

  /** A copy of before somebody gave the array a list of chunks. */
  @Test
  void aCopyThatListsNoChunksIsNamed() {
    MemoryStore store = Standing.of("plain").store();
    new Consolidation(store).write();
    Standing.set(store, "a/zarr.json", Standing.text(ODD.store(), "a/zarr.json"));

    assertThatThrownBy(() -> resize(ODD, store, Shape.of(11, 10)))
        .isInstanceOf(RequestException.class)
        .hasMessageContaining(
            "the copy of /a in the consolidated metadata of / is out of date (expected the chunk"
                + " grid \"rectilinear\" (2*3+1)×4, to which chunks are added, found"
                + " \"regular\" ");
  }

  @Test
  void whoeverChangesTheDocumentWhileElementsAreAppendedIsNotUndone() {
    MemoryStore store = ODD.store();
    String theirs = Standing.text(Standing.of("plain").store(), "a/zarr.json");
    Block rows = Model.block(new Random(2), Shape.of(3, 10), 1);
    ArraySource meanwhile =
        new ArraySource() {
          @Override
          public DataType dataType() {
            return rows.dataType();
          }

          @Override
          public Shape shape() {
            return rows.shape();
          }

          @Override
          public void read(Region region, Block into) {
            Standing.set(store, "a/zarr.json", theirs);
            into.copyFrom(rows, region, new long[region.rank()]);
          }
        };
    try (ZarrChanges changes = ODD.change(store)) {
      ChangeableArray array = changes.changeable(Standing.ARRAY);

      assertThatThrownBy(() -> array.append(0, meanwhile))
          .isInstanceOf(RequestException.class)
          .hasMessage(
              "store: /a: others changed the chunks or codecs of the array since the hierarchy was"
                  + " opened; open it again");
    }
    assertThat(Standing.text(store, "a/zarr.json")).isEqualTo(theirs);
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
