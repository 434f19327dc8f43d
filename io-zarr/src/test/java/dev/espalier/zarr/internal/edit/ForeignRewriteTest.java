package dev.espalier.zarr.internal.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StoredValue;
import dev.espalier.json.JsonReader;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Setting an attribute in a document that others wrote changes nothing else in it. */
class ForeignRewriteTest {
  private static final StoreKey KEY = new StoreKey("zarr.json");
  private static final JsonPointer OURS = JsonPointer.of("set by a test");

  @ParameterizedTest
  @CsvSource({"zarr, 130", "ngff/real, 100"})
  void allElseStaysInItsOrderAndSpelling(String set, int least) {
    List<Path> documents = documents(SharedData.require(set));
    assertThat(documents).hasSizeGreaterThan(least);

    for (Path path : documents) {
      JsonObject before = (JsonObject) JsonReader.parse(bytes(path));
      JsonObject after = edited(bytes(path));

      JsonObject attributes = (JsonObject) after.get("attributes").orElseThrow();
      assertThat(attributes.get(OURS.tokens().get(0))).as("%s", path).contains(JsonValue.of(1));
      JsonObject rest = attributes.without(OURS.tokens().get(0));
      JsonObject without =
          before.has("attributes") ? after.with("attributes", rest) : after.without("attributes");
      assertThat(without.without("consolidated_metadata").toString())
          .as("%s", path)
          .isEqualTo(before.without("consolidated_metadata").toString());
    }
  }

  private static JsonObject edited(byte[] document) {
    MemoryStore store = new MemoryStore("store");
    store.set(KEY, ByteBuffer.wrap(document));
    new HierarchyEditor(store)
        .edit(List.of(new SetAttribute(NodePath.root(), OURS, JsonValue.of(1))));
    try (StoredValue value = store.open(KEY).orElseThrow()) {
      ByteBuffer bytes = ByteBuffer.allocate((int) value.size());
      value.read(0, bytes);
      return (JsonObject) JsonReader.parse(bytes.array());
    }
  }

  private static List<Path> documents(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(path -> path.endsWith("zarr.json"))
          // It must be understood, and is not: such a node is left alone.
          .filter(path -> !path.toString().contains("storage_transformer/exists"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
