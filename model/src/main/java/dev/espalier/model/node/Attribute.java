package dev.espalier.model.node;

import dev.espalier.model.json.JsonValue;
import java.util.Optional;

/**
 * The value of an attribute, with its exact type where JSON alone would lose it.
 *
 * @param value the value as JSON
 * @param type what the value was before it became JSON, for stores whose attributes are typed
 */
public record Attribute(JsonValue value, Optional<AttributeType> type) {
  /** An attribute that JSON says all about. */
  public static Attribute of(JsonValue value) {
    return new Attribute(value, Optional.empty());
  }
}
