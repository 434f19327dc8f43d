package dev.espalier.model.json;

import java.util.Map;

/** Spells values for {@code toString}; reading documents is another module's work. */
final class JsonText {
  private JsonText() {}

  static String of(JsonValue value) {
    StringBuilder out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  static String quote(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2);
    appendQuoted(text, out);
    return out.toString();
  }

  /**
   * One builder for the whole value: joining the texts of members would copy them at each level.
   */
  private static void append(JsonValue value, StringBuilder out) {
    if (value instanceof JsonObject object) {
      out.append('{');
      String separator = "";
      for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
        out.append(separator);
        appendQuoted(member.getKey(), out);
        out.append(':');
        append(member.getValue(), out);
        separator = ",";
      }
      out.append('}');
    } else if (value instanceof JsonArray array) {
      out.append('[');
      String separator = "";
      for (JsonValue element : array.elements()) {
        out.append(separator);
        append(element, out);
        separator = ",";
      }
      out.append(']');
    } else if (value instanceof JsonString text) {
      appendQuoted(text.value(), out);
    } else {
      out.append(value);
    }
  }

  private static void appendQuoted(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ' || (Character.isSurrogate(c) && !isPaired(text, i))) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }

  private static boolean isPaired(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at))
        ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
        : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
  }
}
