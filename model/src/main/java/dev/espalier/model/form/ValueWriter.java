package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import java.util.Locale;

/** Spells what values have to be. */
final class ValueWriter {
  private final RuleTable rules;
  private final ConstraintWriter constraints;

  ValueWriter(RuleTable rules) {
    this.rules = rules;
    this.constraints = new ConstraintWriter(rules);
  }

  JsonObject fields(List<Field> fields) {
    JsonObject.Builder out = JsonObject.builder();
    fields.forEach(field -> out.put(field.name(), shortest(field(field))));
    return out.build();
  }

  JsonArray constraints(List<Constraint> list) {
    return new JsonArray(list.stream().<JsonValue>map(constraints::one).toList());
  }

  /** A type and nothing else is the word for the type. */
  private static JsonValue shortest(JsonObject value) {
    return value.members().size() == 1 && value.get("type").orElse(value) instanceof JsonString word
        ? word
        : value;
  }

  private JsonObject field(Field field) {
    JsonObject.Builder out = JsonObject.builder().putAll(value(field.value()));
    if (field.presence().isEmpty()) {
      out.put("presence", "optional");
    } else if (field.presence().get().equals(CoreRules.ATTRIBUTE_RECOMMENDED)) {
      out.put("presence", "recommended");
    } else if (!field.presence().get().equals(CoreRules.ATTRIBUTE_MISSING)) {
      out.put("presence", JsonObject.of("rule", rules.reference(field.presence().get())));
    }
    field.absent().ifPresent(value -> out.put("default", value));
    if (!field.text().isEmpty()) {
      out.put("text", field.text());
    }
    return out.build();
  }

  private JsonObject value(ValueSchema schema) {
    JsonObject.Builder out = JsonObject.builder();
    if (schema instanceof ValueSchema.Scalar scalar) {
      out.put("type", scalar.kind().name().toLowerCase(Locale.ROOT));
      under(out, scalar.rule(), CoreRules.ATTRIBUTE_TYPE);
    } else if (schema instanceof ValueSchema.ListOf list) {
      out.put("type", "list").put("elements", shortest(value(list.element())));
      under(out, list.rule(), CoreRules.ATTRIBUTE_TYPE);
    } else if (schema instanceof ValueSchema.Tuple tuple) {
      out.put("type", "tuple").put("elements", all(tuple.elements()));
      under(out, tuple.rule(), CoreRules.ATTRIBUTE_TYPE);
    } else if (schema instanceof ValueSchema.Obj object) {
      object(out, object);
    } else if (schema instanceof ValueSchema.MapOf map) {
      out.put("type", "map").put("values", shortest(value(map.value())));
      under(out, map.rule(), CoreRules.ATTRIBUTE_TYPE);
    } else if (schema instanceof ValueSchema.Union union) {
      out.put("type", "union").put("alternatives", all(union.alternatives()));
      under(out, union.rule(), CoreRules.CHOICE);
    } else if (schema instanceof ValueChoice choice) {
      cases(out, choice);
    } else {
      out.put("type", "any");
      String words = ((ValueSchema.Any) schema).words();
      if (!words.isEmpty()) {
        out.put("words", words);
      }
    }
    constraints.put(out, schema.constraints());
    return out.build();
  }

  private void object(JsonObject.Builder out, ValueSchema.Obj object) {
    out.put("type", "object");
    if (!object.fields().isEmpty()) {
      out.put("fields", fields(object.fields()));
    }
    if (!object.open()) {
      out.put("closed", true);
    }
    under(out, object.rule(), CoreRules.ATTRIBUTE_TYPE);
  }

  private void cases(JsonObject.Builder out, ValueChoice choice) {
    JsonObject.Builder cases = JsonObject.builder();
    choice.cases().forEach((text, object) -> cases.put(text, shortest(value(object))));
    out.put("type", "cases").put("by", fields(List.of(choice.by()))).put("cases", cases.build());
    choice.otherwise().ifPresent(object -> out.put("otherwise", shortest(value(object))));
    under(out, choice.rule(), CoreRules.ATTRIBUTE_TYPE);
  }

  private JsonArray all(List<ValueSchema> schemas) {
    return new JsonArray(schemas.stream().map(schema -> shortest(value(schema))).toList());
  }

  private void under(JsonObject.Builder out, Rule rule, Rule usual) {
    if (!rule.equals(usual)) {
      out.put("under", rules.reference(rule));
    }
  }
}
