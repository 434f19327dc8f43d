package dev.espalier.model.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object whose members keep the order in which they were given.
 *
 * @param members the members by name, in order
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
  private static final JsonObject EMPTY = new JsonObject(Map.of());

  /** Copies the members, keeping their order. */
  public JsonObject {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  /** The object without members. */
  public static JsonObject empty() {
    return EMPTY;
  }

  /** An object with one member. */
  public static JsonObject of(String name, JsonValue value) {
    return new JsonObject(Map.of(name, value));
  }

  /** Starts an object. */
  public static Builder builder() {
    return new Builder();
  }

  /** The member of that name, if there is one (it may be {@link JsonNull}). */
  public Optional<JsonValue> get(String name) {
    return Optional.ofNullable(members.get(name));
  }

  /** Whether there is a member of that name. */
  public boolean has(String name) {
    return members.containsKey(name);
  }

  /** Whether there are no members. */
  public boolean isEmpty() {
    return members.isEmpty();
  }

  /** This object with one member set: in its place if it was there, else at the end. */
  public JsonObject with(String name, JsonValue value) {
    Map<String, JsonValue> copy = new LinkedHashMap<>(members);
    copy.put(name, value);
    return new JsonObject(copy);
  }

  /** This object without the member of that name. */
  public JsonObject without(String name) {
    Map<String, JsonValue> copy = new LinkedHashMap<>(members);
    copy.remove(name);
    return new JsonObject(copy);
  }

  @Override
  public String typeName() {
    return "object";
  }

  @Override
  public String toString() {
    return JsonText.of(this);
  }

  /** Collects the members of a {@link JsonObject}; the last value given for a name stays. */
  public static final class Builder {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    private Builder() {}

    /** Sets a member. */
    public Builder put(String name, JsonValue value) {
      members.put(name, value);
      return this;
    }

    /** Sets a string member. */
    public Builder put(String name, String value) {
      return put(name, JsonValue.of(value));
    }

    /** Sets an integer member. */
    public Builder put(String name, long value) {
      return put(name, JsonValue.of(value));
    }

    /** Sets a truth member. */
    public Builder put(String name, boolean value) {
      return put(name, JsonValue.of(value));
    }

    /** Sets all members of another object. */
    public Builder putAll(JsonObject other) {
      members.putAll(other.members());
      return this;
    }

    /** The object. */
    public JsonObject build() {
      return new JsonObject(members);
    }
  }
}
