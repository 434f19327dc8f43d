package dev.espalier.model.json;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object whose members keep the order in which they were given.
 *
 * @param members the members by name, in order
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
  private static final JsonObject EMPTY = new JsonObject(Map.of());

  /** Copies the members, keeping their order. */
  public JsonObject {
    members = Members.copyOf(members);
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
    private final String[] names = new String[Members.MOST];
    private final JsonValue[] values = new JsonValue[Members.MOST];
    private int size;

    /** All members, once they are many. */
    private @Nullable Map<String, JsonValue> many;

    private Builder() {}

    /** Whether a member of that name has been set. */
    public boolean has(String name) {
      Map<String, JsonValue> all = many;
      return all == null ? find(name) < size : all.containsKey(name);
    }

    /** Where a member is, or where it is to come. */
    private int find(String name) {
      int at = 0;
      while (at < size && !names[at].equals(name)) {
        at++;
      }
      return at;
    }

    /** Sets a member. */
    public Builder put(String name, JsonValue value) {
      requireNonNull(name, "name");
      requireNonNull(value, "value");
      if (many == null) {
        putFew(name, value);
      } else {
        many.put(name, value);
      }
      return this;
    }

    private void putFew(String name, JsonValue value) {
      int at = find(name);
      if (at == Members.MOST) {
        many = new LinkedHashMap<>(few());
        many.put(name, value);
        return;
      }
      names[at] = name;
      values[at] = value;
      size = Math.max(size, at + 1);
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
      other.members().forEach(this::put);
      return this;
    }

    /** The object. */
    public JsonObject build() {
      Map<String, JsonValue> all = many;
      return new JsonObject(all == null ? few() : all);
    }

    private Map<String, JsonValue> few() {
      return Members.of(Arrays.copyOf(names, size), Arrays.copyOf(values, size));
    }
  }
}
