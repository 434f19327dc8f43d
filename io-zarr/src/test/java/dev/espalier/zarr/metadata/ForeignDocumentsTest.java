package dev.espalier.zarr.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.testkit.SharedData;
import dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Documents that other implementations wrote. */
class ForeignDocumentsTest {
  /** What a document may say and Espalier does not read, by a part of the file's path. */
  private static final Map<String, String> UNREADABLE =
      Map.of(
          "storage_transformer/exists",
          "/storage_transformers/0: storage transformer \"chunk-manifest-json\" is not supported");

  @TestFactory
  Stream<DynamicTest> everyDocumentIsWrittenAsItWasRead() {
    List<Path> documents = new ArrayList<>();
    documents.addAll(documents("zarr/golden", "zarr.json"));
    documents.addAll(documents("zarr/zarrita-fixtures", "zarr.json"));
    documents.addAll(documents("zarr/zarr-java", "zarr.json"));
    documents.addAll(documents("zarr/n5-zarr", "zarr.json"));
    documents.addAll(documents("zarr/zarr-extensions", "zarr.json"));
    documents.addAll(documents("zarr/zarr-metadata-cases", "/v3/array/.*json"));
    documents.addAll(documents("zarr/zarr-metadata-cases", "/v3/group/.*json"));
    documents.addAll(documents("ngff/0.5", "zarr.json"));
    assertThat(documents).hasSizeGreaterThan(120);
    return documents.stream().map(path -> DynamicTest.dynamicTest(name(path), () -> check(path)));
  }

  private static void check(Path path) {
    JsonValue document = read(path);
    NodeSpec node = ZarrDocument.parse(document);
    Optional<String> refusal =
        UNREADABLE.entrySet().stream()
            .filter(entry -> path.toString().contains(entry.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (refusal.isPresent()) {
      assertThat(node).isEqualTo(Refusal.of(UnreadableSpec.Problem.UNSUPPORTED, refusal.get()));
      return;
    }

    assertThat(node).isNotInstanceOf(UnreadableSpec.class);
    JsonObject rendered = ZarrDocument.render(node);

    assertThat(CanonicalForm.of(rendered)).isEqualTo(CanonicalForm.of(document));
    assertThat(inOrder(rendered.get("attributes"))).isEqualTo(inOrder(attributes(document)));
    assertThat(ZarrDocument.parse(rendered)).isEqualTo(withoutConsolidated(document));
  }

  private static NodeSpec withoutConsolidated(JsonValue document) {
    return ZarrDocument.parse(((JsonObject) document).without("consolidated_metadata"));
  }

  private static Optional<JsonValue> attributes(JsonValue document) {
    return Optional.of(((JsonObject) document).get("attributes").orElse(JsonObject.empty()));
  }

  private static String inOrder(Optional<JsonValue> value) {
    return value.map(JsonValue::toString).orElse("");
  }

  @Test
  void everyLegalFillValueIsReadAndWrittenInOneForm() {
    Path types =
        SharedData.require("zarr/zarr-metadata-cases/packages/zarr-metadata/tests/v3/data_type");
    List<String> seen = new ArrayList<>();
    for (Path cases : documents(types, "fill_values.json")) {
      Path typeFile = cases.resolveSibling("data_type.json");
      String folder = cases.getName(cases.getNameCount() - 2).toString();
      JsonValue type =
          Files.exists(typeFile)
              ? read(typeFile)
              : JsonValue.of(folder.equals("raw") ? "r32" : folder);
      ((JsonObject) read(cases))
          .members()
          .forEach(
              (name, value) -> {
                NodeSpec node = ZarrDocument.parse(Documents.array(type, value));
                assertThat(node).as(folder + " " + name).isInstanceOf(ArraySpec.class);
                JsonObject again = ZarrDocument.render(node);
                assertThat(ZarrDocument.parse(again)).isEqualTo(node);
                seen.add(folder + " " + name);
              });
    }
    assertThat(seen).hasSizeGreaterThan(60);
  }

  @Test
  void everyLegalFormOfACodecIsRead() {
    Path codecs =
        SharedData.require("zarr/zarr-metadata-cases/packages/zarr-metadata/tests/v3/codec");
    int seen = 0;
    for (Path cases : documents(codecs, "cases.json")) {
      for (JsonValue codec : ((JsonObject) read(cases)).members().values()) {
        NodeSpec node =
            ZarrDocument.parse(
                Documents.array().with("codecs", JsonArray.of(codec, JsonValue.of("x"))));
        assertThat(node).as(codec.toString()).isInstanceOf(ArraySpec.class);
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(25);
  }

  @Test
  void everyLegalFormOfAChunkGridAndOfChunkKeysIsRead() {
    Path cases = SharedData.require("zarr/zarr-metadata-cases/packages/zarr-metadata/tests/v3");
    JsonObject array = Documents.array();
    int seen = 0;
    for (JsonValue keys : cases(cases.resolve("chunk_key_encoding"))) {
      NodeSpec node = ZarrDocument.parse(array.with("chunk_key_encoding", keys));
      assertThat(node).as(keys.toString()).isInstanceOf(ArraySpec.class);
      seen++;
    }
    for (JsonValue grid : cases(cases.resolve("chunk_grid"))) {
      NodeSpec node =
          Stream.of("[10]", "[100, 50]", "[60, 30]", "[5, 10, 15]")
              .map(shape -> array.with("shape", JsonReader.parse(shape)).with("chunk_grid", grid))
              .map(ZarrDocument::parse)
              .filter(ArraySpec.class::isInstance)
              .findFirst()
              .orElseThrow(() -> new AssertionError(grid));
      assertThat(ZarrDocument.parse(ZarrDocument.render(node))).isEqualTo(node);
      seen++;
    }
    assertThat(seen).isEqualTo(14);
  }

  private static List<JsonValue> cases(Path folder) {
    return documents(folder, "cases.json").stream()
        .flatMap(file -> ((JsonObject) read(file)).members().values().stream())
        .toList();
  }

  @Test
  void consolidatedMetadataOfOthersIsRead() {
    JsonValue document =
        read(
            SharedData.require(
                "zarr/zarr-metadata-cases/packages/zarr-metadata/tests/v3/consolidated"
                    + "/with_array_and_group.json"));
    JsonObject group = Documents.group();
    GroupSpec root = (GroupSpec) ZarrDocument.parse(group.with("consolidated_metadata", document));

    assertThat(ConsolidatedMetadata.of(root).orElseThrow().nodes().values())
        .isNotEmpty()
        .noneMatch(UnreadableSpec.class::isInstance);
  }

  private static List<Path> documents(String set, String pattern) {
    return documents(SharedData.require(set), pattern);
  }

  private static List<Path> documents(Path folder, String pattern) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(f -> f.toString().matches(".*" + pattern)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonValue read(Path path) {
    try {
      return JsonReader.parse(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path path) {
    int count = path.getNameCount();
    return path.subpath(Math.max(0, count - 5), count).toString();
  }
}
