package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.OpenOptions.Consolidated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Arrays that belong to this project: a selection of what zarr-python writes, with the values that
 * it reads; and forms that others write, laid out by hand. See the scripts beside them.
 */
class OwnSelectionTest {
  private static final Path SELECTION = Path.of("src/test/selection").toAbsolutePath();
  private static final JsonPointer COPIES = JsonPointer.of("consolidated_metadata", "metadata");

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({"expected.json, 153", "wild.expected.json, 30"})
  void everyArrayHasItsValues(String file, int count) throws IOException {
    RefusalList refusals = RefusalList.read();
    JsonObject expected = (JsonObject) read(SELECTION.resolve(file));
    Map<String, JsonValue> arrays = ((JsonObject) expected.get("arrays").orElseThrow()).members();
    List<String> faults = new ArrayList<>();
    arrays.forEach(
        (path, values) -> {
          Path array = SELECTION.resolve(path);
          ForeignArrays.fault(
                  refusals,
                  "selection/" + path,
                  () -> ForeignArrays.assertValues(array, (JsonObject) values))
              .ifPresent(faults::add);
        });

    assertThat(faults).as("%s of %s", faults.size(), arrays.size()).isEmpty();
    assertThat(arrays).hasSize(count);
  }

  @Test
  void consolidatedMetadataOfZarrPythonIsEnoughAndFreshButForAPayloadThatItLoses() {
    NodeSpec tree = tree(SELECTION.resolve("v3"), Consolidated.AUTO);
    NodeSpec required = tree(SELECTION.resolve("v3"), Consolidated.REQUIRE);

    assertThat(UnreadNote.of(tree))
        .as("zarr-python writes every NaN as \"NaN\", whatever its payload")
        .containsExactly(
            new UnreadNote(
                UnreadNote.STALE_COPIES,
                "consolidated metadata",
                "\"fill_nan_payload\" has a document that says otherwise"));
    assertThat(tree.find(NodePath.parse("/Sub/ünder"))).isPresent();
    assertThat(required.toFlat().keySet())
        .containsExactlyInAnyOrderElementsOf(tree.toFlat().keySet());
  }

  @Test
  void consolidatedMetadataIsWrittenInTheOrderOfZarrPython() throws IOException {
    Path copy = directory.resolve("copy.zarr");
    copy(SELECTION.resolve("v3"), copy);
    List<String> keys = keys(copy);

    int nodes = new ZarrBackend().consolidate(Location.of(copy));

    assertThat(nodes).isEqualTo(keys.size());
    assertThat(keys(copy)).isEqualTo(keys);
    assertThat(UnreadNote.of(tree(copy, Consolidated.AUTO))).isEmpty();
  }

  private static List<String> keys(Path root) throws IOException {
    JsonValue copies = COPIES.find(read(root.resolve("zarr.json"))).orElseThrow();
    return List.copyOf(((JsonObject) copies).members().keySet());
  }

  private static NodeSpec tree(Path root, Consolidated consolidated) {
    OpenOptions options = OpenOptions.builder().consolidated(consolidated).build();
    try (OpenHierarchy open = Backends.load().open(Location.of(root), options)) {
      return open.tree();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)));
      }
    }
  }

  private static JsonValue read(Path file) throws IOException {
    return JsonReader.parse(Files.readAllBytes(file));
  }
}
