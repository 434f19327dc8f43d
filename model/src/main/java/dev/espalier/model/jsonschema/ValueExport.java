package dev.espalier.model.jsonschema;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says schemas of values in JSON Schema. */
final class ValueExport {
  private final Omissions omissions;
  private final ConstraintExport constraints;

  ValueExport(Omissions omissions) {
    this.omissions = omissions;
    this.constraints = new ConstraintExport(omissions);
  }

  /**
   * A value.
   *
   * @param where the declaration, for the list of what is left out
   */
  JsonObject of(ValueSchema schema, String where) {
    JsonObject kind = kindOf(schema);
    Rule rule = ruleOf(schema);
    JsonObject body = body(schema, where);
    if (kind.isEmpty()) {
      return body;
    }
    if (omissions.expresses(rule, where)) {
      // What the parts of a union say about its kind is enough.
      return schema instanceof ValueSchema.Union
          ? body
          : new Keywords().add(kind).add(body).build();
    }
    return body.isEmpty() ? body : Keywords.when(kind, body);
  }

  private JsonObject body(ValueSchema schema, String where) {
    Keywords out = new Keywords();
    if (schema instanceof ValueSchema.ListOf list) {
      out.add("items", of(list.element(), where + "[]"));
    } else if (schema instanceof ValueSchema.Tuple tuple) {
      tuple(tuple, out, where);
    } else if (schema instanceof ValueSchema.Obj object) {
      out.add(object(object, List.of(), where));
    } else if (schema instanceof ValueSchema.MapOf map) {
      out.add("additionalProperties", of(map.value(), where + ".*"));
    } else if (schema instanceof ValueSchema.Union union) {
      union(union, out, where);
    } else if (schema instanceof ValueChoice choice) {
      out.add(fields(List.of(choice.decisive()), where));
      cases(choice, where).ifPresent(out::also);
    } else if (schema instanceof ValueSchema.Any any && !any.words().isEmpty()) {
      out.add("description", JsonValue.of(any.words()));
    }
    boolean anyKind = schema instanceof ValueSchema.Any || schema instanceof ValueSchema.Union;
    for (Constraint constraint : schema.constraints()) {
      constraints.add(constraint, out, anyKind, where);
    }
    return out.build();
  }

  private void tuple(ValueSchema.Tuple tuple, Keywords out, String where) {
    List<JsonValue> elements = new ArrayList<>();
    for (int i = 0; i < tuple.elements().size(); i++) {
      elements.add(of(tuple.elements().get(i), where + "[" + i + "]"));
    }
    if (!elements.isEmpty()) {
      out.add("prefixItems", new JsonArray(elements));
    }
  }

  private void union(ValueSchema.Union union, Keywords out, String where) {
    List<JsonValue> alternatives = new ArrayList<>();
    union.alternatives().forEach(one -> alternatives.add(of(one, where)));
    out.add("anyOf", new JsonArray(alternatives));
  }

  /** The members of an object, and whether there may be others than those and a few more. */
  private JsonObject object(ValueSchema.Obj object, List<String> alsoAllowed, String where) {
    JsonObject out = fields(object.fields(), where);
    if (object.open() || !omissions.expresses(CoreRules.ATTRIBUTE_UNDECLARED, where)) {
      return out;
    }
    JsonObject.Builder properties = JsonObject.builder();
    if (out.get("properties").orElse(out) instanceof JsonObject declared && out.has("properties")) {
      properties.putAll(declared);
    }
    alsoAllowed.forEach(name -> properties.put(name, JsonObject.empty()));
    return out.with("properties", properties.build())
        .with("additionalProperties", JsonValue.of(false));
  }

  private JsonObject fields(List<Field> fields, String where) {
    JsonObject.Builder properties = JsonObject.builder();
    List<String> required = new ArrayList<>();
    for (Field field : fields) {
      String here = where + (where.endsWith("@") ? "" : ".") + field.name();
      properties.put(field.name(), field(field, here));
      if (field.presence().filter(rule -> omissions.expresses(rule, here)).isPresent()) {
        required.add(field.name());
      }
    }
    JsonObject.Builder out = JsonObject.builder();
    if (!fields.isEmpty()) {
      out.put("properties", properties.build());
    }
    if (!required.isEmpty()) {
      out.put("required", JsonArray.ofStrings(required));
    }
    return out.build();
  }

  private JsonObject field(Field field, String where) {
    JsonObject value = of(field.value(), where);
    if (!field.text().isEmpty()) {
      value = value.with("description", JsonValue.of(field.text()));
    }
    return field.absent().isPresent() ? value.with("default", field.absent().get()) : value;
  }

  /** Chained conditions: a validator then reports on the one case that applies. */
  private Optional<JsonObject> cases(ValueChoice choice, String where) {
    String field = choice.by().name();
    Optional<JsonObject> chain = choice.otherwise().map(other -> inCase(choice, other, where));
    List<Map.Entry<String, ValueSchema.Obj>> reversed = new ArrayList<>(choice.cases().entrySet());
    Collections.reverse(reversed);
    for (Map.Entry<String, ValueSchema.Obj> when : reversed) {
      JsonObject condition =
          Keywords.requiredMember(field, JsonObject.of("const", JsonValue.of(when.getKey())));
      JsonObject then = inCase(choice, when.getValue(), where + "(" + when.getKey() + ")");
      JsonObject test = Keywords.when(condition, then);
      chain = Optional.of(chain.isPresent() ? test.with("else", chain.get()) : test);
    }
    return chain;
  }

  /** A closed case may hold the field that decides. */
  private JsonObject inCase(ValueChoice choice, ValueSchema.Obj object, String where) {
    Keywords out = new Keywords().add("type", JsonValue.of("object"));
    out.add(object(object, List.of(choice.by().name()), where));
    object.constraints().forEach(one -> constraints.add(one, out, false, where));
    return out.build();
  }

  /** The condition that a value is of the kind of a schema; empty where every value is. */
  private static JsonObject kindOf(ValueSchema schema) {
    if (schema instanceof ValueSchema.Scalar scalar) {
      return type(
          switch (scalar.kind()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case INTEGER -> "integer";
            case BOOLEAN -> "boolean";
          });
    }
    if (schema instanceof ValueSchema.Tuple tuple) {
      int size = tuple.elements().size();
      return type("array")
          .with("minItems", JsonValue.of(size))
          .with("maxItems", JsonValue.of(size));
    }
    if (schema instanceof ValueSchema.Union union) {
      List<JsonObject> kinds = union.alternatives().stream().map(ValueExport::kindOf).toList();
      return kinds.contains(JsonObject.empty()) ? JsonObject.empty() : Keywords.of("anyOf", kinds);
    }
    if (schema instanceof ValueSchema.Any) {
      return JsonObject.empty();
    }
    return type(schema instanceof ValueSchema.ListOf ? "array" : "object");
  }

  private static JsonObject type(String name) {
    return JsonObject.of("type", JsonValue.of(name));
  }

  private static Rule ruleOf(ValueSchema schema) {
    if (schema instanceof ValueSchema.Scalar scalar) {
      return scalar.rule();
    }
    if (schema instanceof ValueSchema.ListOf list) {
      return list.rule();
    }
    if (schema instanceof ValueSchema.Tuple tuple) {
      return tuple.rule();
    }
    if (schema instanceof ValueSchema.Obj object) {
      return object.rule();
    }
    if (schema instanceof ValueSchema.MapOf map) {
      return map.rule();
    }
    if (schema instanceof ValueSchema.Union union) {
      return union.rule();
    }
    return schema instanceof ValueChoice choice ? choice.rule() : CoreRules.ATTRIBUTE_TYPE;
  }

  /** Whether an object that is not there, and so is empty, breaks what is demanded. */
  static boolean isDemanded(ValueSchema.Obj object) {
    return object.fields().stream()
        .anyMatch(f -> f.presence().filter(rule -> rule.level() == Level.MUST).isPresent());
  }
}
