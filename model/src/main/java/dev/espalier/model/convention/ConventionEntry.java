package dev.espalier.model.convention;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.schema.Identity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An entry of the attribute {@code zarr_conventions}, in which a node lists what it follows.
 *
 * @param index where it is in the list
 * @param members the entry
 * @see <a href="https://github.com/zarr-conventions/zarr-conventions-spec">Zarr conventions</a>
 */
record ConventionEntry(int index, JsonObject members) {
  private static final String ATTRIBUTE = "zarr_conventions";
  private static final String SCHEMA_URL = "schema_url";

  static List<ConventionEntry> of(NodeSpec node) {
    List<JsonValue> elements =
        node.attributes()
            .get(ATTRIBUTE)
            .map(value -> value instanceof JsonArray list ? list.elements() : List.<JsonValue>of())
            .orElse(List.of());
    List<ConventionEntry> entries = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      if (elements.get(i) instanceof JsonObject object) {
        entries.add(new ConventionEntry(i, object));
      }
    }
    return entries;
  }

  /**
   * Whether it speaks of a convention: its uuid decides, else its schema's URL, else that of its
   * text. A name never does.
   */
  boolean names(Identity identity) {
    Optional<String> uuid = text("uuid");
    if (uuid.isPresent() && identity.uuid().isPresent()) {
      return uuid.get().equalsIgnoreCase(identity.uuid().get().toString());
    }
    return schemaUrl()
        .or(this::specUrl)
        .filter(
            url ->
                identity.url().filter(url::equals).isPresent() || identity.aliases().contains(url))
        .isPresent();
  }

  Optional<String> schemaUrl() {
    return text(SCHEMA_URL);
  }

  Optional<String> specUrl() {
    return text("spec_url");
  }

  /** Where the URL of the schema is inside the attributes. */
  JsonPointer schemaUrlPlace() {
    return JsonPointer.of(ATTRIBUTE, Integer.toString(index), SCHEMA_URL);
  }

  private Optional<String> text(String name) {
    return members
        .get(name)
        .flatMap(v -> v instanceof JsonString s ? Optional.of(s.value()) : Optional.empty());
  }
}
