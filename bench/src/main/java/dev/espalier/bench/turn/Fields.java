package dev.espalier.bench.turn;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** The members of an object of a plan, which our own scripts write. */
public record Fields(JsonObject object) {
  /** The value of a member, which has to be there. */
  public JsonValue value(String name) {
    return object
        .get(name)
        .orElseThrow(() -> new IllegalArgumentException("no \"" + name + "\" in " + object));
  }

  /** Whether there is such a member, other than null. */
  public boolean has(String name) {
    return object.get(name).filter(value -> !(value instanceof JsonNull)).isPresent();
  }

  /** A text. */
  public String text(String name) {
    return ((JsonString) value(name)).value();
  }

  /** A number. */
  public double number(String name) {
    return ((JsonNumber) value(name)).toDouble();
  }

  /** A whole number. */
  public int whole(String name) {
    return Math.toIntExact(longOf(value(name)));
  }

  /** A list of whole numbers. */
  public long[] longs(String name) {
    return longsOf(value(name));
  }

  /** A list of whole numbers, unless it is null or missing. */
  public Optional<long[]> optionalLongs(String name) {
    return has(name) ? Optional.of(longs(name)) : Optional.empty();
  }

  /** An object. */
  public Fields fields(String name) {
    return new Fields((JsonObject) value(name));
  }

  /** A list of objects. */
  public List<Fields> list(String name) {
    return elements(name).stream().map(element -> new Fields((JsonObject) element)).toList();
  }

  /** A list of lists of whole numbers. */
  public List<long[]> listOfLongs(String name) {
    return elements(name).stream().map(Fields::longsOf).toList();
  }

  private List<JsonValue> elements(String name) {
    return ((JsonArray) value(name)).elements();
  }

  private static long[] longsOf(JsonValue value) {
    return ((JsonArray) value).elements().stream().mapToLong(Fields::longOf).toArray();
  }

  private static long longOf(JsonValue value) {
    return ((JsonNumber) value).asLong().orElseThrow();
  }
}
