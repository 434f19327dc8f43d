package dev.espalier.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;

/** Turns model values into the tree that the schema validator works on. */
final class JacksonTree {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JacksonTree() {}

  static JsonNode of(JsonValue value) {
    if (value instanceof JsonObject object) {
      ObjectNode node = NODES.objectNode();
      object.members().forEach((name, member) -> node.set(name, of(member)));
      return node;
    }
    if (value instanceof JsonArray array) {
      ArrayNode node = NODES.arrayNode(array.size());
      array.elements().forEach(element -> node.add(of(element)));
      return node;
    }
    if (value instanceof JsonString text) {
      return NODES.textNode(text.value());
    }
    if (value instanceof JsonNumber number) {
      return number(number);
    }
    return value instanceof JsonBoolean truth ? NODES.booleanNode(truth.value()) : NODES.nullNode();
  }

  /**
   * Keeps a number exact, except beyond the range of a double: there the validator's arithmetic
   * would expand a short number to gigabytes of digits.
   */
  private static JsonNode number(JsonNumber number) {
    if (number.asLong().isPresent()) {
      return NODES.numberNode(number.asLong().getAsLong());
    }
    if (number.asBigInteger().isPresent()) {
      return NODES.numberNode(number.asBigInteger().get());
    }
    double near = number.toDouble();
    if (Double.isInfinite(near) || near == 0) {
      return NODES.numberNode(
          Double.isInfinite(near) ? Math.copySign(Double.MAX_VALUE, near) : near);
    }
    return DecimalNode.valueOf(number.toBigDecimal());
  }
}
