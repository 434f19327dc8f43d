package dev.espalier.json;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.util.Iterator;
import java.util.Map;

/**
 * Writes model values as JSON text, with members in their order and numbers as they are spelled.
 *
 * <p>The text is standard JSON and can always be encoded in UTF-8: halves of surrogate pairs are
 * escaped.
 */
public final class JsonWriter {
  private static final int LINE_LENGTH = 80;

  private final StringBuilder out = new StringBuilder();

  private JsonWriter() {}

  /** The text in one line, without spaces. */
  public static String compact(JsonValue value) {
    return value.toString();
  }

  /**
   * The text in lines for people: indented by two spaces, one member or element a line, short
   * arrays of plain values in one line; no newline at the end.
   */
  public static String pretty(JsonValue value) {
    JsonWriter writer = new JsonWriter();
    writer.writePretty(value, 0);
    return writer.out.toString();
  }

  private void writePretty(JsonValue value, int indent) {
    if (value instanceof JsonObject object && !object.isEmpty()) {
      out.append('{');
      Iterator<Map.Entry<String, JsonValue>> members = object.members().entrySet().iterator();
      while (members.hasNext()) {
        Map.Entry<String, JsonValue> member = members.next();
        newLine(indent + 2);
        out.append(new JsonString(member.getKey())).append(": ");
        writePretty(member.getValue(), indent + 2);
        out.append(members.hasNext() ? "," : "");
      }
      newLine(indent);
      out.append('}');
    } else if (value instanceof JsonArray array && array.size() > 0) {
      if (!writeInOneLine(array, LINE_LENGTH - indent)) {
        writeInLines(array, indent);
      }
    } else {
      out.append(value);
    }
  }

  private boolean writeInOneLine(JsonArray array, int room) {
    int start = out.length();
    String separator = "[";
    for (JsonValue element : array.elements()) {
      out.append(separator);
      if (isStructure(element) || out.length() - start > room) {
        out.setLength(start);
        return false;
      }
      out.append(element);
      separator = ", ";
    }
    out.append(']');
    if (out.length() - start > room) {
      out.setLength(start);
      return false;
    }
    return true;
  }

  private void writeInLines(JsonArray array, int indent) {
    out.append('[');
    Iterator<JsonValue> elements = array.elements().iterator();
    while (elements.hasNext()) {
      newLine(indent + 2);
      writePretty(elements.next(), indent + 2);
      out.append(elements.hasNext() ? "," : "");
    }
    newLine(indent);
    out.append(']');
  }

  private static boolean isStructure(JsonValue value) {
    return value instanceof JsonObject || value instanceof JsonArray;
  }

  private void newLine(int indent) {
    out.append('\n').append(" ".repeat(indent));
  }
}
