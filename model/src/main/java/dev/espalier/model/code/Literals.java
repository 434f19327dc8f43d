package dev.espalier.model.code;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Spells plain values, and notes what has to be imported for them. */
final class Literals {
  /** A longer text is no constant that a class file can hold. */
  private static final int LONGEST_TEXT = 10_000;

  private static final Set<Rule> CORE = Set.copyOf(CoreRules.all());

  private final Set<String> imports = new TreeSet<>();

  Set<String> imports() {
    return imports;
  }

  /** The simple name of a type, or of one nested in it, which is imported. */
  String type(Class<?> type) {
    Class<?> outermost = type;
    String name = type.getSimpleName();
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
      name = outermost.getSimpleName() + "." + name;
    }
    imports.add(outermost.getName());
    return name;
  }

  Code create(Class<?> type, Code... arguments) {
    return Code.call("new " + type(type), arguments);
  }

  Code text(String text) {
    if (text.length() <= LONGEST_TEXT) {
      return Code.text(quoted(text));
    }
    List<Code> parts = new ArrayList<>();
    parts.add(Code.text("\"\""));
    for (int at = 0; at < text.length(); at += LONGEST_TEXT) {
      parts.add(Code.text(quoted(text.substring(at, Math.min(text.length(), at + LONGEST_TEXT)))));
    }
    return Code.call("String.join", parts);
  }

  /** A text in quotes; whatever is not printable ASCII is escaped, so that no encoding matters. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            // A Unicode escape is read before the text is, and would end the line.
            out.append(String.format("\\%03o", (int) c));
          } else if (c > '~') {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.append('"').toString();
  }

  Code number(long number) {
    return Code.text(number + (number == (int) number ? "" : "L"));
  }

  Code texts(String call, List<String> texts) {
    return Code.call(call, texts.stream().map(this::text).toList());
  }

  <T> Code list(List<? extends T> elements, Function<T, Code> spelled) {
    List<Code> parts = new ArrayList<>();
    elements.forEach(element -> parts.add(spelled.apply(element)));
    return Code.call(type(List.class) + ".of", parts);
  }

  <T> Code optional(Optional<T> value, Function<T, Code> spelled) {
    String type = type(Optional.class);
    return value
        .map(present -> Code.call(type + ".of", spelled.apply(present)))
        .orElseGet(() -> Code.call(type + ".empty"));
  }

  Code optional(OptionalInt value) {
    String type = type(OptionalInt.class);
    return value.isPresent()
        ? Code.call(type + ".of", number(value.getAsInt()))
        : Code.call(type + ".empty");
  }

  Code constant(Enum<?> value) {
    return Code.text(type(value.getDeclaringClass()) + "." + value.name());
  }

  Code rule(Rule rule) {
    if (CORE.contains(rule)) {
      String name = rule.id().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
      return Code.text(type(CoreRules.class) + "." + name);
    }
    Code id = text(rule.id());
    Code words = text(rule.text());
    if (rule.origin() == Rule.Origin.TEXT) {
      switch (rule.level()) {
        case MUST -> {
          return Code.call("must", id, words);
        }
        case SHOULD -> {
          return Code.call("should", id, words);
        }
        case MAY -> {}
      }
    }
    return create(Rule.class, id, constant(rule.level()), constant(rule.origin()), words);
  }

  Code json(JsonValue value) {
    if (value instanceof JsonObject object) {
      List<Code> puts = new ArrayList<>();
      object
          .members()
          .forEach((name, member) -> puts.add(Code.call("put", text(name), json(member))));
      puts.add(Code.call("build"));
      return Code.call(type(JsonObject.class) + ".builder").then(puts);
    }
    if (value instanceof JsonArray array) {
      return Code.call(
          type(JsonArray.class) + ".of", array.elements().stream().map(this::json).toList());
    }
    if (value instanceof JsonNumber number) {
      return create(JsonNumber.class, text(number.text()));
    }
    if (value instanceof JsonString string) {
      return Code.call(type(JsonValue.class) + ".of", text(string.value()));
    }
    return constant(value instanceof JsonBoolean bool ? bool : JsonNull.NULL);
  }
}
