package dev.espalier.zarr.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.json.JsonReader;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.CodecSpec;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a document may say of how much of it has to be understood, and how names are kept. */
class ExtensionPointsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "data_type|{\"name\": \"int16\", \"must_understand\": false}",
        "chunk_grid|{\"name\": \"regular\", \"configuration\": {\"chunk_shape\": [2, 3]},"
            + " \"must_understand\": false}",
        "chunk_key_encoding|{\"name\": \"default\", \"must_understand\": false}",
      })
  void whatNothingIsReadWithoutMayNotBeIgnored(String member, String value) {
    assertThat(ZarrDocument.parse(Documents.array().with(member, JsonReader.parse(value))))
        .isEqualTo(
            Refusal.of(
                Problem.INVALID,
                "/"
                    + member
                    + "/must_understand: expected true, found false; nothing can be read without"
                    + " understanding this"));
  }

  /** Chunks that went through a codec cannot be read without it, whatever the document says. */
  @Test
  void aCodecThatMayBeIgnoredIsNeededForElementsAllTheSame() {
    ArraySpec array =
        array(
            "[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}},"
                + " {\"name\": \"lab.mark\", \"must_understand\": false}]");

    assertThat(array.layout().codecs().orElseThrow())
        .extracting(CodecSpec::name)
        .containsExactly("bytes", "lab.mark");
    assertThatThrownBy(() -> StoredArray.bind(NodePath.root(), array, CodecRegistry.builtIn()))
        .isInstanceOf(UnsupportedException.class)
        .hasMessageStartingWith("no codec named \"lab.mark\"; available: ");
  }

  @Test
  void aCodecThatIsKnownWorksWhetherOrNotItMayBeIgnored() {
    ArraySpec array =
        array(
            "[{\"name\": \"bytes\", \"configuration\": {\"endian\": \"little\"}},"
                + " {\"name\": \"crc32c\", \"must_understand\": false}]");

    StoredArray bound = StoredArray.bind(NodePath.root(), array, CodecRegistry.builtIn());

    assertThat(bound.pipelines().largest().maxEncodedSize()).isEqualTo(2 * 3 * 2 + 4);
  }

  @Test
  void structsAndTextsOfFixedLengthAreLittleEndianWhereNothingIsSaid() {
    JsonValue struct =
        JsonReader.parse(
            "{\"name\": \"structured\", \"configuration\": {\"fields\": [[\"a\", \"int16\"]]}}");
    JsonObject document =
        Documents.array(struct, JsonValue.of("AQA="))
            .with("codecs", JsonReader.parse("[\"bytes\"]"));

    ArraySpec array = (ArraySpec) ZarrDocument.parse(document);

    assertThat(array.layout().codecs().orElseThrow())
        .containsExactly(new CodecSpec("bytes", JsonObject.of("endian", JsonValue.of("little"))));
    assertThat(ZarrDocument.render(array).get("data_type"))
        .contains(
            JsonReader.parse(
                "{\"name\": \"struct\", \"configuration\": {\"fields\": [{\"name\": \"a\","
                    + " \"data_type\": \"int16\"}]}}"));
    assertThat(ZarrDocument.render(array).get("fill_value"))
        .contains(JsonReader.parse("{\"a\": 1}"));
  }

  @Test
  void anEmptyNameOfADimensionIsANameAndNullIsNone() {
    JsonValue names = JsonReader.parse("[\"\", null]");

    ArraySpec array =
        (ArraySpec) ZarrDocument.parse(Documents.array().with("dimension_names", names));

    assertThat(array.dimensionNames()).contains(List.of(Optional.of(""), Optional.empty()));
    assertThat(ZarrDocument.render(array).get("dimension_names")).contains(names);
  }

  private static ArraySpec array(String codecs) {
    return (ArraySpec)
        ZarrDocument.parse(Documents.array().with("codecs", JsonReader.parse(codecs)));
  }
}
