package dev.espalier.model.node;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a node, in the order in which they were given.
 *
 * @param byName the attributes
 */
public record Attributes(Map<String, Attribute> byName) {
  private static final Attributes NONE = new Attributes(Map.of());

  /** Copies the map, keeping its order. */
  public Attributes {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /** No attributes. */
  public static Attributes none() {
    return NONE;
  }

  /** Attributes that JSON says all about. */
  public static Attributes of(JsonObject object) {
    Map<String, Attribute> byName = new LinkedHashMap<>();
    object.members().forEach((name, value) -> byName.put(name, Attribute.of(value)));
    return new Attributes(byName);
  }

  /** The value of the attribute of that name. */
  public Optional<JsonValue> get(String name) {
    return Optional.ofNullable(byName.get(name)).map(Attribute::value);
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return byName.isEmpty();
  }

  /** These attributes with one set. */
  public Attributes with(String name, JsonValue value) {
    return with(name, Attribute.of(value));
  }

  /** These attributes with one set. */
  public Attributes with(String name, Attribute attribute) {
    Map<String, Attribute> copy = new LinkedHashMap<>(byName);
    copy.put(name, attribute);
    return new Attributes(copy);
  }

  /** These attributes without the one of that name. */
  public Attributes without(String name) {
    Map<String, Attribute> copy = new LinkedHashMap<>(byName);
    copy.remove(name);
    return new Attributes(copy);
  }

  /** The values as one JSON object, in order. */
  public JsonObject toJson() {
    Map<String, JsonValue> values = new LinkedHashMap<>();
    byName.forEach((name, attribute) -> values.put(name, attribute.value()));
    return new JsonObject(values);
  }
}
