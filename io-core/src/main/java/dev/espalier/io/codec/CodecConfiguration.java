package dev.espalier.io.codec;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The parameters of a codec on their way from a document to a factory: read one by one, with
 * messages that name codec, member and what was expected.
 *
 * <p>It notes what was asked for, so that members nobody knows can be refused. For one thread.
 */
public final class CodecConfiguration {
  private static final int LONGEST_SHOWN = 80;

  private final String codec;
  private final JsonObject members;
  private final Set<String> asked = new HashSet<>();

  /**
   * Starts reading.
   *
   * @param codec the name of the codec, for messages
   * @param members the parameters
   */
  public CodecConfiguration(String codec, JsonObject members) {
    this.codec = codec;
    this.members = members;
  }

  /** The name of the codec. */
  public String codec() {
    return codec;
  }

  /** A member as it is, if it is there. */
  public Optional<JsonValue> member(String name) {
    asked.add(name);
    return members.get(name);
  }

  /** A member that has to be there. */
  public JsonValue required(String name, String expected) {
    return member(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "codec \"" + codec + "\" lacks \"" + name + "\"; expected " + expected));
  }

  /** An integer that has to be there, from {@code low} to {@code high}. */
  public long integer(String name, long low, long high) {
    String expected = "an integer from " + low + " to " + high;
    JsonValue value = required(name, expected);
    OptionalLong number = value instanceof JsonNumber json ? json.asLong() : OptionalLong.empty();
    if (number.isEmpty() || number.getAsLong() < low || number.getAsLong() > high) {
      throw wrong(name, value, expected);
    }
    return number.getAsLong();
  }

  /** A truth value, {@code false} where it is left out. */
  public boolean flag(String name) {
    Optional<JsonValue> value = member(name);
    if (value.isPresent() && !(value.get() instanceof JsonBoolean)) {
      throw wrong(name, value.get(), "true or false");
    }
    return value.isPresent() && value.get().equals(JsonValue.of(true));
  }

  /** One of several words, if it is there. */
  public Optional<String> word(String name, List<String> words) {
    Optional<JsonValue> value = member(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (value.get() instanceof JsonString text && words.contains(text.value())) {
      return Optional.of(text.value());
    }
    throw wrong(name, value.get(), "one of " + JsonArray.ofStrings(words));
  }

  /** A list of integers of 0 or more that has to be there. */
  public long[] numbers(String name, String expected) {
    JsonValue value = required(name, expected);
    if (!(value instanceof JsonArray array)) {
      throw wrong(name, value, expected);
    }
    long[] numbers = new long[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.elements().get(i) instanceof JsonNumber n ? n.asLong().orElse(-1) : -1;
      if (numbers[i] < 0) {
        throw wrong(name, value, expected);
      }
    }
    return numbers;
  }

  /** The failure for a member that has the wrong value. */
  public IllegalArgumentException wrong(String name, JsonValue found, String expected) {
    String text = found.toString();
    return new IllegalArgumentException(
        "codec \""
            + codec
            + "\": \""
            + name
            + "\" is "
            + (text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...")
            + "; expected "
            + expected);
  }

  /**
   * Refuses members that were not asked for: they would change what the bytes mean, or were
   * misspelled.
   *
   * @throws IllegalArgumentException if there is one
   */
  public void refuseUnknownMembers() {
    for (String name : members.members().keySet()) {
      if (!asked.contains(name)) {
        throw new IllegalArgumentException(
            "codec \"" + codec + "\" has no parameter \"" + name + "\"; " + alternatives());
      }
    }
  }

  private String alternatives() {
    return asked.isEmpty()
        ? "it takes none"
        : "it takes " + JsonArray.ofStrings(asked.stream().sorted().toList());
  }
}
