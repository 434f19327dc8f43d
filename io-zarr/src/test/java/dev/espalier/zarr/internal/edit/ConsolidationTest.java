package dev.espalier.zarr.internal.edit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.io.store.MemoryStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonValue;
import dev.espalier.zarr.internal.document.StoredDocument;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ConsolidationTest {
  private static final String GROUP =
      "{\"attributes\":{\"n\":1.0e2},\"zarr_format\":3,\"node_type\":\"group\"%s}";
  private static final String ARRAY =
      "{\"shape\":[2],\"zarr_format\":3,\"node_type\":\"array\",\"data_type\":\"uint8\","
          + "\"chunk_grid\":{\"name\":\"regular\",\"configuration\":{\"chunk_shape\":[2]}},"
          + "\"chunk_key_encoding\":{\"name\":\"default\"},\"fill_value\":0,"
          + "\"codecs\":[{\"name\":\"bytes\"}],\"storage_transformers\":[]}";
  private static final String COPIES =
      ",\"consolidated_metadata\":{\"kind\":\"inline\",\"must_understand\":false,\"metadata\":{%s}}";

  private final MemoryStore store = new MemoryStore("store");

  @Test
  void allDocumentsAreRepeatedAsTheyAreInTheOrderOfZarrPython() {
    set("zarr.json", GROUP.formatted(""));
    set("b/zarr.json", GROUP.formatted(""));
    set("b/c/zarr.json", GROUP.formatted(COPIES.formatted("\"old\":{}")));
    set("Sub/zarr.json", GROUP.formatted(""));
    set("Sub/x/zarr.json", ARRAY);
    set("Straße/zarr.json", ARRAY);

    assertThat(new Consolidation(store).write()).isEqualTo(5);

    String empty = GROUP.formatted(COPIES.formatted(""));
    String copies =
        "\"b\":%s,\"Straße\":%s,\"Sub\":%s,\"b/c\":%s,\"Sub/x\":%s"
            .formatted(empty, ARRAY, empty, empty, ARRAY);
    assertThat(JsonWriter.compact(document("zarr.json")))
        .isEqualTo(compact(GROUP.formatted(COPIES.formatted(copies))));
    assertThat(JsonWriter.compact(document("b/c/zarr.json"))).contains("\"old\"");
  }

  @Test
  void whatIsNotSupportedIsRepeatedAndWhatIsInvalidKeepsAllAsItWas() {
    set("zarr.json", GROUP.formatted(""));
    set("odd/zarr.json", ARRAY.replace("\"uint8\"", "{\"name\":\"decimal\"}"));
    assertThat(new Consolidation(store).write()).isEqualTo(1);
    JsonValue before = document("zarr.json");
    set("bad/zarr.json", "{\"zarr_format\": 3, \"node_type\": \"table\"}");

    assertThatThrownBy(() -> new Consolidation(store).write())
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "store: cannot consolidate the metadata: /bad cannot be read: bad/zarr.json:"
                + " /node_type: expected \"group\" or \"array\", found \"table\"; mend it or remove"
                + " it first");
    assertThat(document("zarr.json")).isEqualTo(before);
  }

  @Test
  void anArrayHasNothingToConsolidate() {
    set("zarr.json", ARRAY);

    assertThatThrownBy(() -> new Consolidation(store).write())
        .isInstanceOf(RequestException.class)
        .hasMessage("store: the root is an array, which has nothing below it to consolidate");
  }

  private JsonValue document(String key) {
    return StoredDocument.read(store, new StoreKey(key)).orElseThrow();
  }

  private static String compact(String json) {
    return JsonWriter.compact(JsonReader.parse(json.getBytes(UTF_8)));
  }

  private void set(String key, String text) {
    store.set(new StoreKey(key), ByteBuffer.wrap(text.getBytes(UTF_8)));
  }
}
