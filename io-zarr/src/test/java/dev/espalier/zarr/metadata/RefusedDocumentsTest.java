package dev.espalier.zarr.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is no document of Zarr v3, or none that Espalier reads, and the words it is refused with.
 */
class RefusedDocumentsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "zarr_format|3.0|/zarr_format: expected the integer 3, found 3.0",
        "zarr_format|`\"3\"`|/zarr_format: expected the integer 3, found \"3\"",
        "node_type|`\"Array\"`|/node_type: expected \"group\" or \"array\", found \"Array\"",
        "node_type|7|/node_type: expected a string, found 7",
        "shape|4|/shape: expected an array, found 4",
        "shape|[4, -1]|/shape/1: expected an integer of at least 0, found -1",
        "shape|[4.0, 6]|/shape/0: expected an integer of at least 0, found 4.0",
        "shape|[null, 6]|/shape/0: expected an integer of at least 0, found null",
        "data_type|[]|/data_type: expected a name or an object with a name, found []",
        "data_type|`\"\"`|/data_type: expected a name, found \"\"",
        "data_type|{}|/data_type/name: missing; the specification requires this field",
        "data_type|`{\"name\": 5}`|/data_type/name: expected a string, found 5",
        "data_type|`\"r12\"`|/data_type: expected \"r\" and a number of bits that is a positive"
            + " multiple of 8, found \"r12\"; use the next larger multiple, or a core data type",
        "data_type|`{\"name\": \"int16\", \"configuration\": {\"endian\": \"big\"}}`|/data_type:"
            + " expected the name \"int16\" alone, found {\"name\":\"int16\",\"configuration\":"
            + "{\"endian\":\"big\"}}; this data type has no configuration",
        "data_type|`{\"name\": \"x\", \"must_understand\": false}`|/data_type/must_understand:"
            + " expected true, found false; nothing can be read without understanding this",
        "data_type|`{\"name\": \"x\", \"must_understand\": 1}`|/data_type/must_understand:"
            + " expected true or false, found 1",
        "fill_value|null|/fill_value: fill value null is not of data type int16; expected an"
            + " integer from -32768 to 32767",
        "fill_value|32768|/fill_value: fill value 32768 is not of data type int16; expected an"
            + " integer from -32768 to 32767",
        "chunk_grid|`\"regular\"`|/chunk_grid: expected an object with \"name\" and"
            + " \"configuration\", found \"regular\"; \"regular\" needs parameters",
        "chunk_grid|`{\"name\": \"regular\", \"chunk_shape\": [2, 3]}`|/chunk_grid/chunk_shape:"
            + " unknown field; expected only configuration, must_understand, name; parameters"
            + " belong into \"configuration\"",
        "chunk_grid|`{\"name\": \"regular\", \"configuration\": {}}`|"
            + "/chunk_grid/configuration/chunk_shape: missing; the specification requires this"
            + " field",
        "chunk_grid|`{\"name\": \"regular\", \"configuration\": {\"chunk_shape\": [2, 0]}}`|"
            + "/chunk_grid/configuration/chunk_shape/1: expected an integer of at least 1, found 0",
        "chunk_grid|`{\"name\": \"regular\", \"configuration\": {\"chunk_shape\": [2]}}`|"
            + "/chunk_grid/configuration/chunk_shape: expected 2 extents, found [2]; give one for"
            + " each dimension of the shape [4, 6]",
        "chunk_grid|`{\"name\": \"regular\", \"configuration\": {\"chunk_shape\": [2, 3],"
            + " \"x\": 1}}`|/chunk_grid/configuration/x: unknown field; expected only chunk_shape;"
            + " remove it",
        "chunk_key_encoding|`{\"name\": \"v2\", \"configuration\": {\"separator\": \"-\"}}`|"
            + "/chunk_key_encoding/configuration/separator: expected \"/\" or \".\", found \"-\"",
        "chunk_key_encoding|`{\"name\": \"v2\", \"configuration\": []}`|"
            + "/chunk_key_encoding/configuration: expected an object, found []",
        "codecs|[]|/codecs: expected at least one codec, found []; a chain needs one that turns"
            + " elements into bytes, as \"bytes\"",
        "codecs|{}|/codecs: expected an array, found {}",
        "codecs|`[\"bytes\", 3]`|/codecs/1: expected a name or an object with a name, found 3",
        "codecs|`[{\"id\": \"zstd\"}]`|/codecs/0/id: unknown field; expected only configuration,"
            + " must_understand, name; parameters belong into \"configuration\"",
        "dimension_names|`[\"y\"]`|/dimension_names: expected an array of 2 names, one for each"
            + " dimension, found [\"y\"]; use null for a dimension without a name",
        "dimension_names|`[\"y\", 1]`|/dimension_names/1: expected a string, found 1",
        "dimension_names|`\"yx\"`|/dimension_names: expected an array, found \"yx\"",
        "attributes|[]|/attributes: expected an object, found []",
        "attributes|null|/attributes: expected an object, found null",
        "storage_transformers|{}|/storage_transformers: expected an array, found {}",
        "compressor|null|/compressor: no field of that name is known; expected an object with"
            + " \"must_understand\": false, found null; put data of your own into \"attributes\"",
        "consolidated_metadata|7|/consolidated_metadata: expected an object, found 7",
      })
  void aFieldThatBreaksARuleIsNamed(String name, String value, String message) {
    JsonObject document = Documents.array().with(name, JsonReader.parse(value));

    assertThat(ZarrDocument.parse(document)).isEqualTo(Refusal.of(Problem.INVALID, message));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "zarr_format|4|/zarr_format: format version 4 is not supported in this document; expected"
            + " 3",
        "shape|[9223372036854775808, 1]|/shape/0: extents beyond 2^63-1 are not supported, found"
            + " 9223372036854775808",
        "data_type|`\"r536870920\"`|/data_type: elements of 67108865 bytes are not supported; they"
            + " have at most 67108864",
        "chunk_key_encoding|`{\"name\": \"fanout\"}`|/chunk_key_encoding/name: chunk key encoding"
            + " \"fanout\" is not supported; known are \"default\" and \"v2\"",
        "chunk_key_encoding|`\"fanout\"`|/chunk_key_encoding: chunk key encoding \"fanout\" is not"
            + " supported; known are \"default\" and \"v2\"",
        "storage_transformers|`[{\"name\": \"lru\", \"configuration\": {}}]`|"
            + "/storage_transformers/0: storage transformer \"lru\" is not supported",
        "extensions|{}|/extensions: extension \"extensions\" is not supported and must be"
            + " understood",
        "offset|`{\"name\": \"offset\", \"must_understand\": true}`|/offset: extension \"offset\""
            + " is not supported and must be understood",
      })
  void whatIsLegalAndNotReadIsNamed(String name, String value, String message) {
    JsonObject document = Documents.array().with(name, JsonReader.parse(value));

    assertThat(ZarrDocument.parse(document)).isEqualTo(Refusal.of(Problem.UNSUPPORTED, message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zarr_format",
        "node_type",
        "shape",
        "data_type",
        "chunk_grid",
        "chunk_key_encoding",
        "fill_value",
        "codecs"
      })
  void arraysNeedEveryRequiredField(String name) {
    assertThat(ZarrDocument.parse(Documents.array().without(name)))
        .isEqualTo(
            Refusal.of(
                Problem.INVALID, "/" + name + ": missing; the specification requires this field"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"zarr_format", "node_type"})
  void groupsNeedEveryRequiredField(String name) {
    assertThat(ZarrDocument.parse(Documents.group().without(name)))
        .isEqualTo(
            Refusal.of(
                Problem.INVALID, "/" + name + ": missing; the specification requires this field"));
  }

  @Test
  void moreDimensionsThanNumPyHasAreNotRead() {
    JsonValue many = JsonReader.parse("[1" + ",1".repeat(64) + "]");

    assertThat(ZarrDocument.parse(Documents.array().with("shape", many)))
        .isInstanceOfSatisfying(
            UnreadableSpec.class,
            node -> {
              assertThat(node.problem()).isEqualTo(Problem.UNSUPPORTED);
              assertThat(node.message())
                  .isEqualTo(
                      "/shape: arrays of more than 64 dimensions are not supported, found 65");
            });
  }

  @Test
  void aGroupHasNoShape() {
    assertThat(ZarrDocument.parse(Documents.group().with("shape", JsonArray.ofLongs(1))))
        .isEqualTo(
            Refusal.of(
                Problem.INVALID,
                "/shape: no field of that name is known; expected an object with"
                    + " \"must_understand\": false, found [1]; put data of your own into"
                    + " \"attributes\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"null|null", "[]|[]", "3|3", "`\"zarr\"`|`\"zarr\"`"})
  void aDocumentIsAnObject(String text, String found) {
    assertThat(ZarrDocument.parse(JsonReader.parse(text)))
        .isEqualTo(Refusal.of(Problem.INVALID, "the document: expected an object, found " + found));
  }

  @Test
  void longValuesAreCutInMessages() {
    JsonValue longText = JsonValue.of("x".repeat(10_000));
    NodeSpec node = ZarrDocument.parse(Documents.array().with("node_type", longText));

    assertThat(((UnreadableSpec) node).message()).hasSizeLessThan(200).endsWith("...");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "chunk_shape|[1, 2]|/codecs/0/configuration/chunk_shape: expected extents that divide the"
            + " shard shape [2, 3], found [1,2]; shards consist of whole chunks",
        "chunk_shape|[4, 3]|/codecs/0/configuration/chunk_shape: expected extents that divide the"
            + " shard shape [2, 3], found [4,3]; shards consist of whole chunks",
        "chunk_shape|[0, 3]|/codecs/0/configuration/chunk_shape/0: expected an integer of at least"
            + " 1, found 0",
        "chunk_shape|[1]|/codecs/0/configuration/chunk_shape: expected 2 extents, found [1]; give"
            + " one for each dimension of the shape [2, 3]",
        "codecs|[]|/codecs/0/configuration/codecs: expected at least one codec, found []; a chain"
            + " needs one that turns elements into bytes, as \"bytes\"",
        "index_codecs|[]|/codecs/0/configuration/index_codecs: expected at least one codec, found"
            + " []; a chain needs one that turns elements into bytes, as \"bytes\"",
        "index_location|`\"middle\"`|/codecs/0/configuration/index_location: expected \"start\" or"
            + " \"end\", found \"middle\"",
        "level|1|/codecs/0/configuration/level: unknown field; expected only chunk_shape, codecs,"
            + " index_codecs, index_location; remove it",
      })
  void aShardThatBreaksARuleIsNamed(String name, String value, String message) {
    JsonObject sharding = Documents.sharding().with(name, JsonReader.parse(value));

    assertThat(ZarrDocument.parse(Documents.sharded(sharding)))
        .isEqualTo(Refusal.of(Problem.INVALID, message));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chunk_shape", "codecs", "index_codecs"})
  void aShardNeedsEveryRequiredField(String name) {
    assertThat(ZarrDocument.parse(Documents.sharded(Documents.sharding().without(name))))
        .isEqualTo(
            Refusal.of(
                Problem.INVALID,
                "/codecs/0/configuration/"
                    + name
                    + ": missing; the specification requires this field"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void noDocumentIsMetWithAnException(long seed) {
    Random random = new Random(seed);
    List<String> problems = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      JsonObject whole =
          random.nextBoolean() ? Documents.array() : Documents.sharded(Documents.sharding());
      JsonValue damaged = Damage.somewhere(whole, random);

      NodeSpec node = ZarrDocument.parse(damaged);

      if (node instanceof UnreadableSpec unreadable) {
        assertThat(unreadable.message()).isNotBlank();
        problems.add(unreadable.message());
      } else {
        assertThat(ZarrDocument.parse(ZarrDocument.render(node))).isEqualTo(node);
      }
    }
    assertThat(problems).hasSizeBetween(1_500, 2_999);
  }
}
