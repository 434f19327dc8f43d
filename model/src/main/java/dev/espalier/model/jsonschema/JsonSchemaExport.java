package dev.espalier.model.jsonschema;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.Selector;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says a node's schema in JSON Schema: the schema of its metadata document, with the attributes
 * below {@code attributes}.
 *
 * <p>Rules of level MUST that JSON Schema can express are in it. The others are listed, with their
 * texts, in {@code x-espalier-not-expressed}.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class JsonSchemaExport {
  private final Set<Rule> notExpressed = new LinkedHashSet<>();

  private JsonSchemaExport() {}

  /** The JSON Schema of the metadata document of a node. */
  public static JsonObject of(NodeSchema.Group schema, String title) {
    JsonSchemaExport export = new JsonSchemaExport();
    JsonObject attributes = export.value(schema.attributes());
    JsonObject.Builder document =
        JsonObject.builder()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("title", title)
            .put("type", "object")
            .put("properties", JsonObject.of("attributes", attributes));
    if (attributes.has("required")) {
      document.put("required", JsonArray.of(JsonValue.of("attributes")));
    }
    return document.put("x-espalier-not-expressed", export.listed()).build();
  }

  private JsonArray listed() {
    List<JsonValue> rules = new ArrayList<>();
    for (Rule rule : notExpressed) {
      rules.add(
          JsonObject.builder()
              .put("rule", rule.id())
              .put("level", rule.level().name())
              .put("text", rule.text())
              .build());
    }
    return new JsonArray(rules);
  }

  private JsonObject value(ValueSchema schema) {
    JsonObject.Builder out = JsonObject.builder();
    List<JsonValue> all = new ArrayList<>();
    if (schema instanceof ValueSchema.Scalar scalar) {
      out.put("type", typeOf(scalar.kind()));
    } else if (schema instanceof ValueSchema.ListOf list) {
      out.put("type", "array").put("items", value(list.element()));
    } else if (schema instanceof ValueSchema.Obj object) {
      out.put("type", "object").putAll(fields(object.fields()));
    } else if (schema instanceof ValueChoice choice) {
      out.put("type", "object").putAll(fields(List.of(choice.decisive())));
      cases(choice).ifPresent(all::add);
    }
    schema.constraints().forEach(constraint -> constraint(constraint, out, all));
    if (!all.isEmpty()) {
      out.put("allOf", new JsonArray(all));
    }
    return out.build();
  }

  private static String typeOf(ValueSchema.Kind kind) {
    return switch (kind) {
      case STRING -> "string";
      case NUMBER -> "number";
      case INTEGER -> "integer";
      case BOOLEAN -> "boolean";
    };
  }

  private JsonObject fields(List<Field> fields) {
    JsonObject.Builder properties = JsonObject.builder();
    List<String> required = new ArrayList<>();
    for (Field field : fields) {
      properties.put(field.name(), value(field.value()));
      if (field.presence().filter(this::isExpressed).isPresent()) {
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

  /** Chained conditions: a validator then reports on the one case that applies. */
  private Optional<JsonValue> cases(ValueChoice choice) {
    Optional<JsonValue> chain = choice.otherwise().map(this::value);
    List<Map.Entry<String, ValueSchema.Obj>> reversed = new ArrayList<>(choice.cases().entrySet());
    Collections.reverse(reversed);
    for (Map.Entry<String, ValueSchema.Obj> when : reversed) {
      String field = choice.by().name();
      JsonObject text = JsonObject.of("const", JsonValue.of(when.getKey()));
      JsonObject.Builder condition =
          JsonObject.builder()
              .put(
                  "if",
                  JsonObject.builder()
                      .put("properties", JsonObject.of(field, text))
                      .put("required", JsonArray.ofStrings(List.of(field)))
                      .build())
              .put("then", value(when.getValue()));
      chain.ifPresent(other -> condition.put("else", other));
      chain = Optional.of(condition.build());
    }
    return chain;
  }

  private void constraint(Constraint constraint, JsonObject.Builder out, List<JsonValue> all) {
    if (constraint.rules().stream().anyMatch(rule -> rule.level() != Level.MUST)) {
      notExpressed.addAll(constraint.rules());
    } else if (constraint instanceof Constraint.OneOf oneOf) {
      out.put("enum", new JsonArray(oneOf.values()));
    } else if (constraint instanceof Constraint.Matches matches) {
      out.put("pattern", "^(?:" + matches.pattern().regex() + ")$");
    } else if (constraint instanceof Constraint.Bounds bounds) {
      bounds
          .min()
          .ifPresent(
              min ->
                  out.put(
                      bounds.minIncluded() ? "minimum" : "exclusiveMinimum",
                      new JsonNumber(min.toString())));
      bounds
          .max()
          .ifPresent(
              max ->
                  out.put(
                      bounds.maxIncluded() ? "maximum" : "exclusiveMaximum",
                      new JsonNumber(max.toString())));
    } else if (constraint instanceof Constraint.Length length) {
      out.put("minItems", length.min());
      length.max().ifPresent(max -> out.put("maxItems", max));
    } else if (constraint instanceof Constraint.Distinct distinct && distinct.field().isEmpty()) {
      out.put("uniqueItems", true);
    } else if (constraint instanceof Constraint.Counted counted) {
      all.add(counted(counted));
    } else {
      notExpressed.addAll(constraint.rules());
    }
  }

  private static JsonObject counted(Constraint.Counted counted) {
    Selector selector = counted.selector();
    JsonObject.Builder selected =
        JsonObject.builder()
            .put("type", "object")
            .put(
                "properties",
                JsonObject.of(
                    selector.field(),
                    JsonObject.of("enum", JsonArray.ofStrings(selector.texts()))));
    if (!selector.orAbsent()) {
      selected.put("required", JsonArray.ofStrings(List.of(selector.field())));
    }
    return JsonObject.builder()
        .put("contains", selected.build())
        .put("minContains", counted.min())
        .put("maxContains", counted.max())
        .build();
  }

  /** JSON Schema knows no recommendations. */
  private boolean isExpressed(Rule rule) {
    if (rule.level() != Level.MUST) {
      notExpressed.add(rule);
    }
    return rule.level() == Level.MUST;
  }
}
