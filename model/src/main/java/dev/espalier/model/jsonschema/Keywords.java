package dev.espalier.model.jsonschema;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Collects keywords that hold together; one that stands already goes below {@code allOf}. */
final class Keywords {
  private final Map<String, JsonValue> keywords = new LinkedHashMap<>();
  private final List<JsonValue> all = new ArrayList<>();

  /** Adds keywords that belong together. */
  Keywords add(JsonObject together) {
    if (together.members().entrySet().stream().allMatch(e -> fits(e.getKey(), e.getValue()))) {
      together
          .members()
          .forEach((keyword, value) -> keywords.merge(keyword, value, Keywords::join));
    } else {
      all.add(together);
    }
    return this;
  }

  /** Whether a keyword means the same beside those that are there. */
  private boolean fits(String keyword, JsonValue value) {
    JsonValue there = keywords.get(keyword);
    if (there == null) {
      return !keyword.equals("properties") || !keywords.containsKey("additionalProperties");
    }
    if (there instanceof JsonObject first && value instanceof JsonObject second) {
      return keyword.toLowerCase(Locale.ROOT).endsWith("properties")
          && !keywords.containsKey("additionalProperties")
          && Collections.disjoint(first.members().keySet(), second.members().keySet());
    }
    return keyword.equals("required") || there.equals(value);
  }

  private static JsonValue join(JsonValue first, JsonValue second) {
    if (first instanceof JsonObject some && second instanceof JsonObject more) {
      return JsonObject.builder().putAll(some).putAll(more).build();
    }
    if (first instanceof JsonArray some && second instanceof JsonArray more) {
      Set<JsonValue> elements = new LinkedHashSet<>(some.elements());
      elements.addAll(more.elements());
      return new JsonArray(List.copyOf(elements));
    }
    return first;
  }

  Keywords add(String keyword, JsonValue value) {
    return add(JsonObject.of(keyword, value));
  }

  /** Adds a schema below {@code allOf}, for readers who look for such conditions there. */
  Keywords also(JsonObject schema) {
    all.add(schema);
    return this;
  }

  boolean isEmpty() {
    return keywords.isEmpty() && all.isEmpty();
  }

  JsonObject build() {
    JsonObject.Builder out = JsonObject.builder();
    keywords.forEach(out::put);
    if (!all.isEmpty()) {
      out.put("allOf", new JsonArray(all));
    }
    return out.build();
  }

  /** A schema that demands members of an object. */
  static JsonObject required(String... names) {
    return JsonObject.of("required", JsonArray.ofStrings(List.of(names)));
  }

  /** A schema for one member of an object, which has to be there. */
  static JsonObject requiredMember(String name, JsonObject schema) {
    return JsonObject.builder()
        .put("properties", JsonObject.of(name, schema))
        .putAll(required(name))
        .build();
  }

  /** A schema for one member of an object, if it is there. */
  static JsonObject member(String name, JsonObject schema) {
    return JsonObject.of("properties", JsonObject.of(name, schema));
  }

  /** A schema that holds where another one does. */
  static JsonObject when(JsonObject condition, JsonObject then) {
    return JsonObject.builder().put("if", condition).put("then", then).build();
  }

  /** A schema that holds where another one does not. */
  static JsonObject not(JsonObject schema) {
    return JsonObject.of("not", schema);
  }

  /** Some of several schemas hold, as the keyword says. */
  static JsonObject of(String keyword, List<? extends JsonValue> schemas) {
    return JsonObject.of(keyword, new JsonArray(new ArrayList<>(schemas)));
  }
}
