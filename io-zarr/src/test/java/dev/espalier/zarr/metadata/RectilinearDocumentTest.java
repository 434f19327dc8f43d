package dev.espalier.zarr.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rectilinear grids in documents, of an array of shape [4, 6]. */
class RectilinearDocumentTest {
  private static final String GRID = "/chunk_grid/configuration/";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[3, 4] | [3, 4]",
        "[[4], [6]] | [[4], [6]]",
        "[[1, 2, 1], [[2, 3]]] | [[1, 2, 1], [[2, 3]]]",
        "[[[1, 3], 3], [4, 4]] | [[[1, 3], 3], [4, 4]]",
        "[[1, 1, [1, 1], [1, 2]], 6] | [[1, 1, 1, [1, 2]], 6]",
        "[[4, 9, 9], [6, [5, 4611686018427387904]]] | [[4, 9, 9], [6, [5, 4611686018427387904]]]",
        "[[[4, 4611686018427387904], [2, 4611686018427387904], 7], 6]"
            + " | [[[4, 4611686018427387904], [2, 4611686018427387904], 7], 6]",
        "[9223372036854775807, [9223372036854775807]] | [9223372036854775807, [9223372036854775807]]"
      })
  void everySpellingIsReadAndWrittenAsItWas(String spelled, String written) {
    ArraySpec array = array(grid("{\"kind\": \"inline\", \"chunk_shapes\": " + spelled + "}"));

    assertThat(array.layout().chunkGrid()).containsInstanceOf(RectilinearGrid.class);
    JsonValue expected = grid("{\"kind\": \"inline\", \"chunk_shapes\": " + written + "}");
    assertThat(ZarrDocument.render(array).get("chunk_grid")).contains(expected);
    assertThat(ZarrDocument.parse(ZarrDocument.render(array))).isEqualTo(array);
  }

  @Test
  void aDimensionWithoutElementsNeedsNoChunks() {
    JsonObject document =
        Documents.array()
            .with("shape", JsonReader.parse("[0, 6]"))
            .with("chunk_grid", grid("{\"kind\": \"inline\", \"chunk_shapes\": [[], [6]]}"));

    assertThat(((ArraySpec) ZarrDocument.parse(document)).layout().chunkGrid())
        .contains(RectilinearGrid.of(EdgeLengths.of(), EdgeLengths.of(6)));
  }

  @Test
  void aScalarHasNoEdges() {
    JsonObject document =
        Documents.array()
            .with("shape", JsonReader.parse("[]"))
            .with("chunk_grid", grid("{\"kind\": \"inline\", \"chunk_shapes\": []}"));

    ArraySpec scalar = (ArraySpec) ZarrDocument.parse(document);

    assertThat(scalar.layout().chunkGrid().orElseThrow().tiling(Shape.scalar()).orElseThrow())
        .satisfies(tiling -> assertThat(tiling.count()).isEqualTo(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'chunk_shapes': [4, 6]} | kind | missing; the specification requires this field",
        "{'kind': 'inline'} | chunk_shapes | missing; the specification requires this field",
        "{'kind': 7, 'chunk_shapes': [4, 6]} | kind | expected a string, found 7",
        "{'kind': 'inline', 'chunk_shapes': [4, 6], 'extra': 1} | extra | unknown field; expected"
            + " only chunk_shapes, kind; remove it",
        "{'kind': 'inline', 'chunk_shapes': 4} | chunk_shapes | expected an array, found 4",
        "{'kind': 'inline', 'chunk_shapes': [4]} | chunk_shapes | expected edge lengths for 2"
            + " dimensions, found [4]; give them for each dimension of the shape [4, 6]",
        "{'kind': 'inline', 'chunk_shapes': [4, 0]} | chunk_shapes/1 | expected an edge length, an"
            + " integer of at least 1, found 0",
        "{'kind': 'inline', 'chunk_shapes': [4, 2.5]} | chunk_shapes/1 | expected an edge length,"
            + " an integer of at least 1, found 2.5",
        "{'kind': 'inline', 'chunk_shapes': [4, '6']} | chunk_shapes/1 | expected an edge length,"
            + " an integer of at least 1, or a list of edge lengths and of pairs [v, n], found"
            + " \"6\"",
        "{'kind': 'inline', 'chunk_shapes': [4, [6, -1]]} | chunk_shapes/1/1 | expected an edge"
            + " length, an integer of at least 1, or a pair [v, n], found -1",
        "{'kind': 'inline', 'chunk_shapes': [4, [null]]} | chunk_shapes/1/0 | expected an edge"
            + " length, an integer of at least 1, or a pair [v, n], found null",
        "{'kind': 'inline', 'chunk_shapes': [4, [[6]]]} | chunk_shapes/1/0 | expected a pair of an"
            + " edge length and how often it stands, found [6]",
        "{'kind': 'inline', 'chunk_shapes': [4, [1, [2, 3, 4]]]} | chunk_shapes/1/1 | expected a"
            + " pair of an edge length and how often it stands, found [2,3,4]",
        "{'kind': 'inline', 'chunk_shapes': [4, [[0, 6]]]} | chunk_shapes/1/0/0 | expected an edge"
            + " length, an integer of at least 1, found 0",
        "{'kind': 'inline', 'chunk_shapes': [4, [[6, 0]]]} | chunk_shapes/1/0/1 | expected a count,"
            + " an integer of at least 1, found 0",
        "{'kind': 'inline', 'chunk_shapes': [4, [[[6], 1]]]} | chunk_shapes/1/0/0 | expected an"
            + " edge length, an integer of at least 1, found [6]",
        "{'kind': 'inline', 'chunk_shapes': [[1, 2], 6]} | chunk_shapes/0 | expected edge lengths"
            + " whose sum is at least 4, found [1,2]; every element lies in a chunk",
        "{'kind': 'inline', 'chunk_shapes': [4, []]} | chunk_shapes/1 | expected edge lengths whose"
            + " sum is at least 6, found []; every element lies in a chunk"
      })
  void everyFaultIsInvalidAndSaysWhere(String configuration, String place, String message) {
    assertThat(parse(grid(configuration.replace('\'', '"'))))
        .isEqualTo(Refusal.of(Problem.INVALID, GRID + place + ": " + message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'kind': 'formula', 'of': 'x'} | kind | rectilinear grids of kind \"formula\" are not"
            + " supported; known is \"inline\"",
        "{'kind': 'inline', 'chunk_shapes': [9223372036854775808, 6]} | chunk_shapes/0 | edge"
            + " lengths and counts beyond 2^63-1 are not supported, found 9223372036854775808",
        "{'kind': 'inline', 'chunk_shapes': [4, [[6, 9223372036854775808]]]} | chunk_shapes/1/0/1 | edge lengths"
            + " and counts beyond 2^63-1 are not supported, found 9223372036854775808"
      })
  void whatIsLegalAndNotHandledIsUnsupported(String configuration, String place, String message) {
    assertThat(parse(grid(configuration.replace('\'', '"'))))
        .isEqualTo(Refusal.of(Problem.UNSUPPORTED, GRID + place + ": " + message));
  }

  @Test
  void aNameAloneIsNotEnough() {
    assertThat(parse(JsonValue.of("rectilinear")))
        .isEqualTo(
            Refusal.of(
                Problem.INVALID,
                "/chunk_grid: expected an object with \"name\" and \"configuration\", found \"rectilinear\";"
                    + " \"rectilinear\" needs parameters"));
  }

  @Test
  void shardsConsistOfWholeChunksWhereverTheyAre() {
    JsonObject document =
        Documents.sharded(Documents.sharding())
            .with("chunk_grid", grid("{\"kind\": \"inline\", \"chunk_shapes\": [[1, 3], [4, 2]]}"));

    assertThat(ZarrDocument.parse(document))
        .isEqualTo(
            Refusal.of(
                Problem.INVALID,
                "/codecs/0/configuration/chunk_shape: expected extents that divide all edge lengths (1+3)×(4+2), found [1,3]; shards"
                    + " consist of whole chunks"));
  }

  private static JsonObject grid(String configuration) {
    return Documents.object("{\"name\": \"rectilinear\"}")
        .with("configuration", JsonReader.parse(configuration));
  }

  private static NodeSpec parse(JsonValue grid) {
    return ZarrDocument.parse(Documents.array().with("chunk_grid", grid));
  }

  private static ArraySpec array(JsonValue grid) {
    NodeSpec node = parse(grid);
    assertThat(node).isInstanceOf(ArraySpec.class);
    return (ArraySpec) node;
  }
}
