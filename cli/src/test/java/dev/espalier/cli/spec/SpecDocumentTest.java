package dev.espalier.cli.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.espalier.json.JsonReader;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkKeyEncoding;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecDocumentTest {
  private static NodeSpec read(String text) {
    return SpecDocument.read("spec.json", JsonReader.parse(text));
  }

  @Test
  void aDocumentDeclaresAHierarchy() {
    NodeSpec root =
        read(
            """
            {"/": {"node_type": "group", "attributes": {"made": "by hand"}},
             "/a/b": {"zarr_format": 3, "node_type": "array", "shape": [4, 6], "data_type": "int16",
                      "fill_value": -1, "dimension_names": ["y", null], "attributes": {"n": 1.0},
                      "chunks": [2, 3], "shards": [4, 6], "codecs": ["bytes", {"name": "gzip", "configuration": {"level": 5}}],
                      "chunk_key_encoding": {"name": "v2"}}}
            """);

    ArraySpec array =
        ArraySpec.builder()
            .dataType(CoreType.INT16)
            .shape(Shape.of(4, 6))
            .fillValue(FillValue.parse(CoreType.INT16, JsonValue.of(-1)))
            .dimensionNames(List.of(Optional.of("y"), Optional.empty()))
            .attributes(Attributes.none().with("n", new JsonNumber("1.0")))
            .layout(
                Layout.builder()
                    .chunkShape(Shape.of(2, 3))
                    .shardShape(Shape.of(4, 6))
                    .codecs(
                        List.of(
                            CodecSpec.of("bytes"),
                            new CodecSpec("gzip", (JsonObject) JsonReader.parse("{\"level\": 5}"))))
                    .chunkKeyEncoding(
                        new ChunkKeyEncoding(
                            ChunkKeyEncoding.Form.V2, ChunkKeyEncoding.Separator.DOT))
                    .build())
            .build();
    assertThat(root)
        .isEqualTo(
            GroupSpec.builder()
                .attributes(Attributes.none().with("made", JsonValue.of("by hand")))
                .putMember("a", GroupSpec.builder().putMember("b", array).build())
                .build());
  }

  @Test
  void aGridMayStandAsInADocument() {
    NodeSpec root =
        read(
            """
            {"/": {"node_type": "array", "shape": [4], "data_type": {"name": "uint8"},
                   "chunk_grid": {"name": "regular", "configuration": {"chunk_shape": [2]}},
                   "chunk_key_encoding": {"name": "default", "configuration": {"separator": "."}}}}
            """);
    ArraySpec array = (ArraySpec) root;
    assertThat(array.layout().chunkShape()).contains(Shape.of(2));
    assertThat(array.layout().chunkKeyEncoding().map(keys -> keys.separator().symbol()))
        .contains('.');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | `` | expected an object with the path of each node as a name",
        "[] | `` | expected an object with the path of each node as a name",
        "{\"/a\": 7} | /~1a | expected an object that declares a node",
        "{\"/__a\": {}} | /~1__a | node name \"__a\" starts with \"__\", which is reserved",
        "{\"/a\": {}} | /~1a/node_type | expected \"group\" or \"array\"",
        "{\"/a\": {\"node_type\": \"group\", \"shape\": [1]}} | /~1a/shape | there is no such"
            + " member of a node of type group",
        "{\"/a\": {\"node_type\": \"group\", \"attributes\": []}} | /~1a/attributes | expected an"
            + " object",
      })
  void aMistakeIsNamedWithItsPlace(String text, String pointer, String message) {
    assertFinding(text, pointer, message);
  }

  @Test
  void chunksMayVary() {
    NodeSpec node =
        read(
            """
            {"/": {"node_type": "array", "shape": [10, 4], "data_type": "int16",
                   "chunk_grid": {"name": "rectilinear", "configuration":
                       {"kind": "inline", "chunk_shapes": [[[3, 2], 4], 2]}}}}
            """);

    assertThat(((ArraySpec) node).layout().chunkGrid())
        .contains(RectilinearGrid.of(EdgeLengths.of(3, 3, 4), EdgeLengths.repeated(2)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | expected the kind \"inline\" and chunk_shapes, and nothing else",
        "{\"kind\": \"inline\"} | expected the kind \"inline\" and chunk_shapes, and nothing else",
        "{\"kind\": \"other\", \"chunk_shapes\": [2, 2]} | expected the kind \"inline\" and"
            + " chunk_shapes, and nothing else",
        "{\"kind\": \"inline\", \"chunk_shapes\": [2]} | expected chunk_shapes for each of the 2"
            + " dimensions",
        "{\"kind\": \"inline\", \"chunk_shapes\": [2, [1, 0]]} | at /chunk_shapes/1/1: expected"
            + " an edge length, an integer of at least 1, or a pair [v, n]",
        "{\"kind\": \"inline\", \"chunk_shapes\": [[2, 3], 2]} | at /chunk_shapes/0: expected"
            + " edge lengths whose sum is at least 10",
        "{\"kind\": \"inline\", \"chunk_shapes\": [[[2, 9223372036854775808]], 2]} | at"
            + " /chunk_shapes/0/0/1: numbers end at 2^63-1",
      })
  void aMistakeInVaryingChunksIsNamedWithItsPlace(String configuration, String message) {
    assertFinding(
        "{\"/a\": {\"node_type\": \"array\", \"shape\": [10, 4], \"data_type\": \"int8\","
            + " \"chunk_grid\": {\"name\": \"rectilinear\", \"configuration\": "
            + configuration
            + "}}}",
        "/~1a/chunk_grid",
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"shape\": [-1], \"data_type\": \"int8\" | shape | expected a list of whole numbers, each"
            + " at least 0",
        "\"shape\": [1.5], \"data_type\": \"int8\" | shape | expected a list of whole numbers, each"
            + " at least 0",
        "\"data_type\": \"int8\" | shape | expected a list of whole numbers, each at least 0",
        "\"shape\": [1] | data_type | expected the name of a data type, such as \"int16\"",
        "\"shape\": [1], \"data_type\": \"int8\", \"fill_value\": 128 | fill_value | fill value 128"
            + " is not of data type int8; expected an integer from -128 to 127",
        "\"shape\": [1], \"data_type\": \"int8\", \"dimension_names\": [1] | dimension_names |"
            + " expected a list with a name or null for each dimension",
        "\"shape\": [1], \"data_type\": \"int8\", \"chunks\": [0] | chunks | expected a list of"
            + " whole numbers, each at least 1",
        "\"shape\": [1], \"data_type\": \"int8\", \"chunks\": [1, 1] | chunks | expected an extent"
            + " for each of the 1 dimensions",
        "\"shape\": [1], \"data_type\": \"int8\", \"chunk_grid\": \"regular\" | chunk_grid |"
            + " expected a chunk_shape of whole numbers, each at least 1",
        "\"shape\": [1], \"data_type\": \"int8\", \"codecs\": [1] | codecs | expected a list of"
            + " codecs, each with a name and a configuration",
        "\"shape\": [1], \"data_type\": \"int8\", \"chunk_key_encoding\": \"v3\" |"
            + " chunk_key_encoding | expected the name \"default\" or \"v2\", and \"/\" or \".\" as"
            + " a separator",
        "\"shape\": [1], \"data_type\": \"int8\", \"color\": 1 | color | there is no such member of"
            + " a node of type array",
      })
  void aMistakeInAnArrayIsNamedWithItsPlace(String members, String member, String message) {
    assertFinding(
        "{\"/a\": {\"node_type\": \"array\", " + members + "}}", "/~1a/" + member, message);
  }

  private static void assertFinding(String text, String pointer, String message) {
    InvalidHierarchyException failure =
        catchThrowableOfType(InvalidHierarchyException.class, () -> read(text));
    assertThat(failure.report().findings())
        .extracting(f -> f.pointer().toString(), Finding::message)
        .containsExactly(tuple(pointer, message));
    assertThat(failure).hasMessage("spec.json: the hierarchy cannot be made");
  }

  @Test
  void allMistakesAreFoundAtOnce() {
    InvalidHierarchyException failure =
        catchThrowableOfType(
            InvalidHierarchyException.class,
            () ->
                read(
                    "{\"/a\": {\"node_type\": \"array\"}, \"/b\": 1, \"/c\": {\"node_type\": \"x\"}}"));
    assertThat(failure.report().findings())
        .extracting(f -> f.pointer().toString())
        .containsExactly("/~1a/shape", "/~1a/data_type", "/~1b", "/~1c/node_type");
  }

  @Test
  void aNodeBelowAnArrayIsAMistake() {
    String array = "{\"node_type\": \"array\", \"shape\": [1], \"data_type\": \"int8\"}";
    assertThatThrownBy(() -> read("{\"/a\": " + array + ", \"/a/b\": " + array + "}"))
        .isInstanceOfSatisfying(
            InvalidHierarchyException.class,
            e ->
                assertThat(e.report().findings().get(0).message())
                    .isEqualTo("/a is an array and cannot hold /a/b"));
  }

  @Test
  void twoSpellingsOfAPathAreAMistake() {
    assertThatThrownBy(
            () -> read("{\"/a\": {\"node_type\": \"group\"}, \"a/\": {\"node_type\": \"group\"}}"))
        .isInstanceOfSatisfying(
            InvalidHierarchyException.class,
            e ->
                assertThat(e.report().findings().get(0).message())
                    .isEqualTo("/a is declared twice"));
    assertThat(read("{\"a\": {\"node_type\": \"group\"}}").find(NodePath.parse("/a"))).isPresent();
  }
}
