package dev.espalier.model.jsonschema;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Selector;
import java.math.BigDecimal;

/** Says constraints on values in JSON Schema, as far as it has words for them. */
final class ConstraintExport {
  private final Omissions omissions;

  ConstraintExport(Omissions omissions) {
    this.omissions = omissions;
  }

  /**
   * Adds the keywords of a constraint, or notes that there are none.
   *
   * @param anyKind whether the value may be of a kind that the keywords leave alone
   */
  void add(Constraint constraint, Keywords out, boolean anyKind, String where) {
    boolean expressed = true;
    for (Rule rule : constraint.rules()) {
      expressed &= rule.level() == Level.MUST;
    }
    if (!expressed) {
      constraint.rules().forEach(rule -> mixed(rule, where));
    } else if (constraint instanceof Constraint.OneOf oneOf) {
      out.add("enum", new JsonArray(oneOf.values()));
    } else if (constraint instanceof Constraint.Matches matches) {
      String pattern = RegexForm.whole(matches.pattern().regex());
      out.add(kind("string", anyKind).with("pattern", JsonValue.of(pattern)));
    } else if (constraint instanceof Constraint.Bounds bounds) {
      out.add(bounds(bounds));
    } else if (constraint instanceof Constraint.Length length) {
      out.add(length(length, anyKind));
    } else if (constraint instanceof Constraint.Distinct distinct && distinct.field().isEmpty()) {
      out.add("uniqueItems", JsonValue.of(true));
    } else if (constraint instanceof Constraint.Counted counted) {
      out.also(counted(counted));
    } else if (constraint instanceof Constraint.EqualsExtent equal
        && equal.extent() instanceof Extent.Fixed fixed) {
      out.add("const", JsonValue.of(fixed.value()));
    } else {
      omissions.addAll(constraint.rules(), where, why(constraint));
    }
  }

  /** Code that checks rules of several levels is code all the same. */
  private void mixed(Rule rule, String where) {
    if (omissions.expresses(rule, where)) {
      omissions.add(rule, where, "only code can check it");
    }
  }

  private static String why(Constraint constraint) {
    if (constraint instanceof Constraint.Refers) {
      return "it is about another node, and a document tells of one";
    }
    if (constraint instanceof Constraint.EqualsExtent) {
      return "it compares with the extents of arrays";
    }
    if (constraint instanceof Constraint.NamesDimension) {
      return "it is about the dimensions of other arrays";
    }
    return constraint instanceof Constraint.Distinct
        ? "JSON Schema compares whole elements, not one member of each"
        : "only code can check it";
  }

  private static JsonObject kind(String type, boolean anyKind) {
    return anyKind ? JsonObject.of("type", JsonValue.of(type)) : JsonObject.empty();
  }

  private static JsonObject bounds(Constraint.Bounds bounds) {
    JsonObject.Builder out = JsonObject.builder();
    bounds
        .min()
        .ifPresent(
            min -> out.put(bounds.minIncluded() ? "minimum" : "exclusiveMinimum", number(min)));
    bounds
        .max()
        .ifPresent(
            max -> out.put(bounds.maxIncluded() ? "maximum" : "exclusiveMaximum", number(max)));
    return out.build();
  }

  private static JsonNumber number(BigDecimal value) {
    return new JsonNumber(value.toString());
  }

  private static JsonObject length(Constraint.Length length, boolean anyKind) {
    JsonObject.Builder out = JsonObject.builder();
    if (length.min() > 0) {
      out.putAll(kind("array", anyKind)).put("minItems", length.min());
    }
    length.max().ifPresent(max -> out.put("maxItems", max));
    return out.build();
  }

  private static JsonObject counted(Constraint.Counted counted) {
    Selector selector = counted.selector();
    JsonObject.Builder selected =
        JsonObject.builder()
            .put("type", "object")
            .putAll(
                Keywords.member(
                    selector.field(),
                    JsonObject.of("enum", JsonArray.ofStrings(selector.texts()))));
    if (!selector.orAbsent()) {
      selected.putAll(Keywords.required(selector.field()));
    }
    return JsonObject.builder()
        .put("contains", selected.build())
        .put("minContains", counted.min())
        .put("maxContains", counted.max())
        .build();
  }
}
