package dev.espalier.json;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A JSON Schema that is being imported: which draft it is of, and where its references lead.
 *
 * @param root the whole schema
 * @param dialect the identity of the draft
 */
record SourceSchema(JsonObject root, String dialect) {
  private static final String DRAFT_7 = "http://json-schema.org/draft-07/schema#";
  private static final String DRAFT_2020 = "https://json-schema.org/draft/2020-12/schema";

  /** The identity under which parts of the schema refer to the whole. */
  private static final String WHOLE = "urn:espalier:imported-schema";

  private static final int DEEPEST = 200;

  static SourceSchema of(JsonObject root) {
    String dialect =
        root.get("$schema")
            .map(named -> named instanceof JsonString text ? text.value() : named.toString())
            .orElse(DRAFT_2020);
    boolean isDraft7 = dialect.replace("#", "").equals(DRAFT_7.replace("#", ""));
    if (!isDraft7 && !dialect.replace("#", "").equals(DRAFT_2020)) {
      throw new IllegalArgumentException(
          "the JSON Schema is of " + dialect + "; only draft-07 and 2020-12 are understood");
    }
    SourceSchema source = new SourceSchema(root, isDraft7 ? DRAFT_7 : DRAFT_2020);
    Set<String> remote = new LinkedHashSet<>();
    source.collectRemote(root, remote, 0);
    if (!remote.isEmpty()) {
      throw new IllegalArgumentException(
          "the JSON Schema refers to "
              + String.join(", ", remote)
              + "; nothing is fetched, and only references to parts of the schema itself can be"
              + " followed");
    }
    return source;
  }

  /**
   * Refuses what is no schema.
   *
   * @throws IllegalArgumentException that tells the first mistake
   */
  void requireSchema() {
    JsonObject metaSchema = JsonObject.of("$ref", JsonValue.of(dialect));
    for (SchemaViolation mistake : JsonSchemaChecker.of(metaSchema).check(root)) {
      throw new IllegalArgumentException(
          "this is no JSON Schema of "
              + dialect
              + ": "
              + mistake.pointer()
              + " "
              + mistake.message());
    }
    JsonSchemaChecker.of(root); // finds references to nothing, and patterns that are none
  }

  /** Whether keywords beside a reference count: in draft-07, they do not. */
  boolean readsBesideReferences() {
    return !dialect.equals(DRAFT_7);
  }

  private void collectRemote(JsonValue value, Set<String> remote, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "the JSON Schema is nested more than " + DEEPEST + " levels deep");
    }
    if (value instanceof JsonArray array) {
      array.elements().forEach(element -> collectRemote(element, remote, depth + 1));
    } else if (value instanceof JsonObject object) {
      for (String keyword : List.of("$ref", "$dynamicRef", "$recursiveRef")) {
        if (object.get(keyword).orElse(object) instanceof JsonString text
            && !text.value().startsWith("#")) {
          remote.add(text.value());
        }
      }
      object.members().values().forEach(member -> collectRemote(member, remote, depth + 1));
    }
  }

  /** The place that a reference leads to, unless it is spelled in a way that is not followed. */
  Optional<JsonPointer> target(String reference) {
    String fragment =
        URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
    if (!fragment.isEmpty() && !fragment.startsWith("/")) {
      return Optional.empty(); // an anchor
    }
    JsonPointer pointer =
        fragment.isEmpty()
            ? JsonPointer.root()
            : new JsonPointer(
                Arrays.stream(fragment.substring(1).split("/", -1))
                    .map(token -> token.replace("~1", "/").replace("~0", "~"))
                    .toList());
    return pointer.find(root).isPresent() ? Optional.of(pointer) : Optional.empty();
  }

  /** Words for a part of the schema. */
  static String name(JsonPointer at) {
    return at.tokens().isEmpty() ? "the JSON Schema" : "the JSON Schema at " + at;
  }

  /** A checker of one part of the schema, in which references to the whole are followed. */
  JsonSchemaChecker checker(JsonValue part) {
    JsonObject whole = root.with("$id", JsonValue.of(WHOLE)).with("$schema", JsonValue.of(dialect));
    JsonObject alone =
        part instanceof JsonObject object
            ? (JsonObject) rewritten(object.without("$id").without("$schema"))
            : JsonObject.of("allOf", JsonArray.of(part));
    return JsonSchemaChecker.of(
        JsonObject.builder().put("$schema", dialect).putAll(alone).build(), List.of(whole));
  }

  private static JsonValue rewritten(JsonValue value) {
    if (value instanceof JsonArray array) {
      List<JsonValue> elements = new ArrayList<>();
      array.elements().forEach(element -> elements.add(rewritten(element)));
      return new JsonArray(elements);
    }
    if (value instanceof JsonObject object) {
      Map<String, JsonValue> members = new LinkedHashMap<>();
      object
          .members()
          .forEach(
              (name, member) ->
                  members.put(
                      name,
                      name.equals("$ref") && member instanceof JsonString text
                          ? JsonValue.of(WHOLE + text.value())
                          : rewritten(member)));
      return new JsonObject(members);
    }
    return value;
  }
}
