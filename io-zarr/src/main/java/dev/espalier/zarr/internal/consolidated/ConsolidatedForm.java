package dev.espalier.zarr.internal.consolidated;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Consolidated metadata as zarr-python writes it into the document of a group. */
public final class ConsolidatedForm {
  /** The member of a group's document. */
  public static final String MEMBER = "consolidated_metadata";

  private ConsolidatedForm() {}

  /**
   * The member that repeats documents.
   *
   * @param documents the documents of all nodes below the group, by the path from there
   */
  public static JsonObject of(Map<String, JsonObject> documents) {
    // Names may differ in case only; no key may be lost for that.
    Map<String, JsonObject> sorted =
        new TreeMap<>(CopyOrder.ofKeys().thenComparing(Comparator.naturalOrder()));
    sorted.putAll(documents);
    JsonObject.Builder copies = JsonObject.builder();
    sorted.forEach((key, document) -> copies.put(key, copy(document)));
    return member(copies.build());
  }

  /** The copy of a document: a group that is copied repeats nothing itself. */
  public static JsonObject copy(JsonObject document) {
    boolean isGroup = document.get("node_type").equals(Optional.of(new JsonString("group")));
    return isGroup ? document.with(MEMBER, member(JsonObject.empty())) : document;
  }

  private static JsonObject member(JsonValue copies) {
    return JsonObject.builder()
        .put("kind", "inline")
        .put("must_understand", false)
        .put("metadata", copies)
        .build();
  }
}
