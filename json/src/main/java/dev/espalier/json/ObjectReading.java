package dev.espalier.json;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the keywords about objects. */
final class ObjectReading {
  private final KeywordReading keywords;
  private final JsonObject schema;

  ObjectReading(KeywordReading keywords) {
    this.keywords = keywords;
    this.schema = keywords.schema();
  }

  ValueSchema read() {
    Map<String, JsonValue> properties = properties();
    Set<String> required = required();
    JsonValue others = schema.get("additionalProperties").orElse(JsonBoolean.TRUE);
    if (properties.isEmpty()
        && required.isEmpty()
        && others instanceof JsonObject value
        && !schema.has("patternProperties")) {
      keywords.left().removeAll(Set.of("properties", "required", "additionalProperties"));
      return new ValueSchema.MapOf(CoreRules.ATTRIBUTE_TYPE, keywords.members(value), List.of());
    }
    List<Field> fields = new ArrayList<>();
    properties.forEach((name, value) -> fields.add(field(name, value, required.contains(name))));
    required.stream()
        .filter(name -> !properties.containsKey(name))
        .forEach(name -> fields.add(Field.required(name, ValueSchema.any("any value"))));
    keywords.left().removeAll(Set.of("properties", "required"));
    ValueSchema.Obj object = new ValueSchema.Obj(CoreRules.ATTRIBUTE_TYPE, fields, true, List.of());
    if (others == JsonBoolean.TRUE) {
      keywords.left().remove("additionalProperties");
      return object;
    }
    // With patterns of names, what is additional is not what is undeclared here.
    boolean undeclaredOnly = properties.keySet().containsAll(required);
    if (others == JsonBoolean.FALSE && undeclaredOnly && !schema.has("patternProperties")) {
      keywords.left().remove("additionalProperties");
      return object.closed();
    }
    return object;
  }

  private Map<String, JsonValue> properties() {
    return schema.get("properties").orElse(JsonBoolean.TRUE) instanceof JsonObject declared
        ? declared.members()
        : new LinkedHashMap<>();
  }

  private Set<String> required() {
    Set<String> names = new LinkedHashSet<>();
    if (schema.get("required").orElse(schema) instanceof JsonArray listed) {
      for (JsonValue name : listed.elements()) {
        if (name instanceof JsonString text) {
          names.add(text.value());
        }
      }
    }
    return names;
  }

  private Field field(String name, JsonValue value, boolean required) {
    ValueSchema read = keywords.member(value, "properties", name);
    Field field = required ? Field.required(name, read) : Field.optional(name, read);
    if (value instanceof JsonObject object) {
      Optional<JsonValue> absent = object.get("default");
      field = absent.isPresent() ? field.orElse(absent.get()) : field;
      if (object.get("description").orElse(object) instanceof JsonString words) {
        field = field.describedAs(words.value());
      }
    }
    return field;
  }
}
