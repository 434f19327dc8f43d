package dev.espalier.zarr.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.json.JsonReader;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.fill.OpaqueFill;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.ExtensionGrid;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.ExtensionType;
import dev.espalier.model.type.RawBits;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZarrDocumentTest {
  private static final CodecSpec BYTES =
      new CodecSpec("bytes", JsonObject.of("endian", JsonValue.of("little")));

  @Test
  void aGroupIsReadWithoutMembers() {
    JsonObject document =
        Documents.object(
            "{\"zarr_format\": 3, \"node_type\": \"group\", \"attributes\": {\"b\": 1.0, \"a\": {}}}");

    assertThat(ZarrDocument.parse(document))
        .isEqualTo(
            GroupSpec.builder()
                .attributes(Attributes.of(Documents.object("{\"b\": 1.0, \"a\": {}}")))
                .build());
  }

  @Test
  void attributesMayBeLeftOut() {
    assertThat(ZarrDocument.parse(Documents.group().without("attributes")))
        .isEqualTo(GroupSpec.empty());
  }

  @Test
  void anArrayIsReadWhole() {
    JsonObject document =
        Documents.array()
            .with("dimension_names", JsonArray.of(JsonValue.of("y"), JsonNull.NULL))
            .with("fill_value", JsonValue.of(-3))
            .with("attributes", JsonObject.of("unit", JsonValue.of("µm")));

    assertThat(ZarrDocument.parse(document))
        .isEqualTo(
            ArraySpec.builder()
                .dataType(CoreType.INT16)
                .shape(Shape.of(4, 6))
                .fillValue(FillValue.parse(CoreType.INT16, JsonValue.of(-3)))
                .dimensionNames(List.of(Optional.of("y"), Optional.empty()))
                .layout(
                    Layout.builder()
                        .chunkShape(Shape.of(2, 3))
                        .codecs(List.of(BYTES))
                        .chunkKeyEncoding(ChunkKeyEncoding.DEFAULT)
                        .build())
                .attributes(Attributes.of(JsonObject.of("unit", JsonValue.of("µm"))))
                .build());
  }

  @Test
  void aWrittenArraySaysEverything() {
    assertThat(ZarrDocument.render(array(Documents.array())).toString())
        .isEqualTo(
            "{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":[4,6],\"data_type\":\"int16\","
                + "\"chunk_grid\":{\"name\":\"regular\",\"configuration\":{\"chunk_shape\":[2,3]}},"
                + "\"chunk_key_encoding\":{\"name\":\"default\",\"configuration\":"
                + "{\"separator\":\"/\"}},\"codecs\":[{\"name\":\"bytes\",\"configuration\":"
                + "{\"endian\":\"little\"}}],\"fill_value\":0,\"attributes\":{}}");
  }

  @Test
  void aWrittenGroupSaysEverything() {
    assertThat(ZarrDocument.render(GroupSpec.empty()).toString())
        .isEqualTo("{\"zarr_format\":3,\"node_type\":\"group\",\"attributes\":{}}");
  }

  @Test
  void aFillValueThatNobodyGaveIsWrittenAsZero() {
    ArraySpec array = array(Documents.array());
    ArraySpec open =
        ArraySpec.builder()
            .dataType(CoreType.COMPLEX64)
            .shape(array.shape())
            .layout(array.layout())
            .build();

    assertThat(ZarrDocument.render(open).get("fill_value"))
        .contains(JsonReader.parse("[0.0, 0.0]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`\"default\"`|DEFAULT|SLASH",
        "`{\"name\": \"default\"}`|DEFAULT|SLASH",
        "`{\"name\": \"default\", \"configuration\": {}}`|DEFAULT|SLASH",
        "`{\"name\": \"default\", \"configuration\": {\"separator\": \".\"}}`|DEFAULT|DOT",
        "`\"v2\"`|V2|DOT",
        "`{\"name\": \"v2\"}`|V2|DOT",
        "`{\"name\": \"v2\", \"configuration\": {\"separator\": \"/\"}}`|V2|SLASH",
      })
  void theSeparatorThatGoesWithoutSayingDependsOnTheEncoding(
      String text, ChunkKeyEncoding.Form form, ChunkKeyEncoding.Separator separator) {
    JsonObject document = Documents.array().with("chunk_key_encoding", JsonReader.parse(text));

    assertThat(array(document).layout().chunkKeyEncoding())
        .contains(new ChunkKeyEncoding(form, separator));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int16",
        "{\"name\": \"int16\"}",
        "{\"name\": \"int16\", \"configuration\": {}, \"must_understand\": true}"
      })
  void aCoreTypeIsReadInEveryFormAndWrittenAsItsName(String text) {
    JsonValue form = text.startsWith("{") ? JsonReader.parse(text) : JsonValue.of(text);
    ArraySpec array = array(Documents.array(form, JsonValue.of(0)));

    assertThat(array.dataType()).isEqualTo(CoreType.INT16);
    assertThat(ZarrDocument.render(array).get("data_type")).contains(JsonValue.of("int16"));
  }

  @Test
  void rawBitsAndTextsAreRead() {
    assertThat(array(Documents.array(JsonValue.of("r24"), JsonArray.ofLongs(1, 2, 3))).dataType())
        .isEqualTo(new RawBits(24));
    assertThat(
            array(
                    Documents.array(
                        JsonReader.parse("{\"name\": \"string\", \"configuration\": {}}"),
                        JsonValue.of("?")))
                .dataType())
        .isEqualTo(ExtensionType.STRING);
  }

  @Test
  void anUnknownDataTypeIsKeptAsItIs() {
    JsonValue type =
        JsonReader.parse("{\"name\": \"urn:x:date\", \"configuration\": {\"unit\": \"ns\"}}");
    ArraySpec array = array(Documents.array(type, JsonNull.NULL));

    assertThat(array.dataType())
        .isEqualTo(new ExtensionType("urn:x:date", JsonObject.of("unit", JsonValue.of("ns"))));
    assertThat(array.fillValue()).contains(new OpaqueFill(JsonNull.NULL));
    assertThat(ZarrDocument.render(array).get("data_type")).contains(type);
  }

  @Test
  void anUnknownGridIsKeptAsItIs() {
    JsonValue grid =
        JsonReader.parse(
            "{\"name\": \"zigzag\", \"configuration\": {\"chunk_shapes\": [[1, 3], 2]}}");
    ArraySpec array = array(Documents.array().with("chunk_grid", grid));

    assertThat(array.layout().chunkGrid()).containsInstanceOf(ExtensionGrid.class);
    assertThat(array.layout().chunkShape()).isEmpty();
    assertThat(ZarrDocument.render(array).get("chunk_grid")).contains(grid);
  }

  @Test
  void codecsAreReadInEveryFormAndWrittenAsObjects() {
    ArraySpec array =
        array(
            Documents.array()
                .with(
                    "codecs",
                    JsonReader.parse(
                        "[\"bytes\", {\"name\": \"crc32c\", \"configuration\": {}}, \"other\"]")));

    assertThat(array.layout().codecs())
        .contains(List.of(CodecSpec.of("bytes"), CodecSpec.of("crc32c"), CodecSpec.of("other")));
    assertThat(ZarrDocument.render(array).get("codecs"))
        .contains(
            JsonReader.parse(
                "[{\"name\":\"bytes\"},{\"name\":\"crc32c\"},"
                    + "{\"name\":\"other\",\"configuration\":{}}]"));
  }

  @Test
  void namesMayBeMissingOrNullAsAWhole() {
    assertThat(array(Documents.array()).dimensionNames()).isEmpty();
    assertThat(array(Documents.array().with("dimension_names", JsonNull.NULL)).dimensionNames())
        .isEmpty();
  }

  @Test
  void aScalarHasOneChunkWithoutExtents() {
    JsonObject document =
        Documents.array()
            .with("shape", JsonArray.of())
            .with("dimension_names", JsonArray.of())
            .with(
                "chunk_grid",
                JsonReader.parse(
                    "{\"name\": \"regular\", \"configuration\": {\"chunk_shape\": []}}"));

    assertThat(array(document).layout().chunkGrid()).contains(new RegularGrid(Shape.scalar()));
    assertThat(ZarrDocument.render(array(document)).get("shape")).contains(JsonArray.of());
  }

  @Test
  void plainShardsBecomeAShardShape() {
    Layout layout = array(Documents.sharded(Documents.sharding())).layout();

    assertThat(layout.shardShape()).contains(Shape.of(2, 3));
    assertThat(layout.chunkShape()).contains(Shape.of(1, 3));
    assertThat(layout.codecs().orElseThrow())
        .extracting(CodecSpec::name)
        .containsExactly("bytes", "zstd");
    assertThat(ZarrDocument.render(array(Documents.sharded(Documents.sharding()))))
        .isEqualTo(Documents.sharded(Documents.sharding()));
  }

  @Test
  void theEndIsWhereAnIndexIsUnlessSaid() {
    JsonObject unsaid = Documents.sharded(Documents.sharding().without("index_location"));

    assertThat(array(unsaid)).isEqualTo(array(Documents.sharded(Documents.sharding())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "index_location|`\"start\"`",
        "index_codecs|`[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}}]`",
        "index_codecs|`[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"big\"}},"
            + " {\"name\": \"crc32c\"}]`",
        "codecs|`[{\"name\": \"sharding_indexed\", \"configuration\": {}}]`",
      })
  void otherShardsAreKeptAsTheyAreSpelled(String name, String value) {
    JsonObject document =
        Documents.sharded(Documents.sharding().with(name, JsonReader.parse(value)));
    Layout layout = array(document).layout();

    assertThat(layout.shardShape()).isEmpty();
    assertThat(layout.chunkShape()).contains(Shape.of(2, 3));
    assertThat(layout.codecs().orElseThrow())
        .extracting(CodecSpec::name)
        .containsExactly("sharding_indexed");
    assertThat(ZarrDocument.render(array(document))).isEqualTo(document);
  }

  @Test
  void shardsBesideOtherCodecsAreKeptAsTheyAreSpelled() {
    JsonObject sharded = Documents.sharded(Documents.sharding());
    JsonArray one = (JsonArray) sharded.get("codecs").orElseThrow();
    JsonValue checksum = JsonObject.of("name", JsonValue.of("crc32c"));
    JsonObject document = sharded.with("codecs", JsonArray.of(one.elements().get(0), checksum));

    assertThat(array(document).layout().shardShape()).isEmpty();
    assertThat(ZarrDocument.render(array(document))).isEqualTo(document);
  }

  @Test
  void whatNeedNotBeUnderstoodSurvives() {
    JsonValue extension = JsonReader.parse("{\"must_understand\": false, \"z\": 1.50, \"a\": 2}");
    ArraySpec array = array(Documents.array().with("lab:notes", extension));
    GroupSpec group =
        (GroupSpec) ZarrDocument.parse(Documents.group().with("lab:notes", extension));

    assertThat(array.extras()).isEqualTo(JsonObject.of("lab:notes", extension));
    assertThat(ZarrDocument.render(array).get("lab:notes").map(JsonValue::toString))
        .contains("{\"must_understand\":false,\"z\":1.50,\"a\":2}");
    assertThat(ZarrDocument.render(group).get("lab:notes")).contains(extension);
  }

  @Test
  void consolidatedMetadataIsReadAndNotRepeated() {
    JsonValue consolidated =
        JsonReader.parse("{\"kind\": \"inline\", \"must_understand\": false, \"metadata\": {}}");
    GroupSpec group =
        (GroupSpec)
            ZarrDocument.parse(Documents.group().with("consolidated_metadata", consolidated));

    assertThat(group.extras().get("consolidated_metadata")).contains(consolidated);
    assertThat(ZarrDocument.render(group)).isEqualTo(Documents.group());
    assertThat(ZarrDocument.parse(Documents.group().with("consolidated_metadata", JsonNull.NULL)))
        .isEqualTo(GroupSpec.empty());
  }

  @Test
  void whatOtherBackendsPutAsideIsNotWritten() {
    JsonObject extras =
        JsonObject.builder()
            .put("hdf5:filters", 3)
            .put("zarr_format", JsonReader.parse("{\"must_understand\": false}"))
            .build();
    GroupSpec group = GroupSpec.builder().extras(extras).build();

    assertThat(ZarrDocument.render(group)).isEqualTo(Documents.group());
  }

  @Test
  void bareNumbersThatJsonLacksBecomeStringsInAttributes() {
    JsonObject document =
        Documents.group()
            .with("attributes", JsonReader.parse("{\"min\": NaN, \"max\": [-Infinity]}"));

    assertThat(ZarrDocument.render(ZarrDocument.parse(document)).get("attributes"))
        .contains(JsonReader.parse("{\"min\": \"NaN\", \"max\": [\"-Infinity\"]}"));
  }

  @Test
  void aLayoutThatLeavesSomethingOpenIsNotWritten() {
    ArraySpec array = array(Documents.array());

    assertThatThrownBy(() -> ZarrDocument.render(array.withLayout(Layout.open())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the layout leaves open the chunk grid");
    assertThatThrownBy(
            () ->
                ZarrDocument.render(
                    array.withLayout(
                        Layout.builder()
                            .chunkShape(Shape.of(2, 3))
                            .chunkKeyEncoding(ChunkKeyEncoding.DEFAULT)
                            .build())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the layout leaves open the codecs");
  }

  @Test
  void aShardConsistsOfWholeChunks() {
    Layout.Builder layout = Layout.builder().shardShape(Shape.of(4, 4)).chunkShape(Shape.of(2, 3));
    ArraySpec array =
        array(Documents.array())
            .withLayout(
                layout.codecs(List.of(BYTES)).chunkKeyEncoding(ChunkKeyEncoding.DEFAULT).build());

    assertThatThrownBy(() -> ZarrDocument.render(array))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("shard shape [4, 4] is not a multiple of the chunk shape [2, 3]");
  }

  @Test
  void aLayoutInForeignWordsIsNotWritten() {
    ArraySpec array = array(Documents.array());
    Layout foreign = Layout.builder().chunkShape(Shape.of(2, 3)).foreignTo("hdf5").build();

    assertThatThrownBy(() -> ZarrDocument.render(array.withLayout(foreign)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the layout is in the words of hdf5");
  }

  @Test
  void anUnreadableNodeIsNotWritten() {
    assertThatThrownBy(
            () ->
                ZarrDocument.render(
                    new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "chewed by mice")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an unreadable node has no document to write: chewed by mice");
  }

  private static ArraySpec array(JsonObject document) {
    return (ArraySpec) ZarrDocument.parse(document);
  }
}
