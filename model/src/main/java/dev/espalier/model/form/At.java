package dev.espalier.model.form;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.pattern.NearMiss;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A value of a document, with its place; asked for something that it is not, it notes the mistake.
 */
record At(Mistakes mistakes, JsonPointer pointer, JsonValue value) {
  private At child(String name, JsonValue member) {
    return new At(mistakes, pointer.child(name), member);
  }

  void refuse(String reason) {
    refuse(reason, "correct it");
  }

  void refuse(String reason, String fix) {
    mistakes.refused(this, reason, fix);
  }

  /** One of a few words; a text that is nearly one of them is pointed out. */
  Optional<String> word(List<String> words, String expected) {
    Optional<String> text = text(expected);
    if (text.isEmpty() || words.contains(text.get())) {
      return text;
    }
    String meant =
        words.stream()
            .filter(w -> NearMiss.isNear(text.get(), w))
            .map(w -> "\"" + w + "\"")
            .findFirst()
            .orElse(expected);
    mistakes.wrong(this, expected, meant);
    return Optional.empty();
  }

  Optional<String> text(String expected) {
    if (value instanceof JsonString text) {
      return Optional.of(text.value());
    }
    mistakes.wrong(this, expected);
    return Optional.empty();
  }

  Optional<JsonObject> object() {
    if (value instanceof JsonObject object) {
      return Optional.of(object);
    }
    mistakes.wrong(this, "an object");
    return Optional.empty();
  }

  boolean isTrue() {
    if (!(value instanceof JsonBoolean)) {
      mistakes.wrong(this, "true or false");
    }
    return value.equals(JsonBoolean.TRUE);
  }

  Optional<BigDecimal> number() {
    if (value instanceof JsonNumber number) {
      try {
        return Optional.of(number.toBigDecimal());
      } catch (ArithmeticException e) {
        refuse("the exponent is too large");
        return Optional.empty();
      }
    }
    mistakes.wrong(this, "a number");
    return Optional.empty();
  }

  int count(int min) {
    long number = value instanceof JsonNumber n ? n.asLong().orElse(-1) : -1;
    if (number < min || number > Integer.MAX_VALUE) {
      mistakes.wrong(this, "an integer of at least " + min);
      return min;
    }
    return (int) number;
  }

  List<At> elements(String expected) {
    List<At> elements = new ArrayList<>();
    if (value instanceof JsonArray array) {
      for (int i = 0; i < array.size(); i++) {
        elements.add(new At(mistakes, pointer.child(i), array.elements().get(i)));
      }
    } else {
      mistakes.wrong(this, expected);
    }
    return elements;
  }

  List<String> texts(String expected) {
    return elements("a list of strings").stream().flatMap(e -> e.text(expected).stream()).toList();
  }

  /** The members of an object whose names are the author's. */
  Map<String, At> entries(String expected) {
    Map<String, At> entries = new LinkedHashMap<>();
    if (value instanceof JsonObject object) {
      object.members().forEach((name, member) -> entries.put(name, child(name, member)));
    } else {
      mistakes.wrong(this, expected);
    }
    return entries;
  }

  /** What a constructor or parser makes of a text; its complaint becomes a mistake. */
  <T> Optional<T> parsed(Optional<String> text, Function<String, T> parser) {
    try {
      return text.map(parser);
    } catch (IllegalArgumentException e) {
      refuse(String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }
}
