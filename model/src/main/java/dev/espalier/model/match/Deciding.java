package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.ValueWords;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Attributes whose values tell the alternatives of a choice apart. */
final class Deciding {
  private Deciding() {}

  /**
   * A finding about a value that the closest alternative does not allow, with all values that some
   * alternative allows there: the author may have meant another one.
   */
  static Finding among(NodeSchema.Choice choice, Frame frame, Finding finding) {
    List<String> tokens = finding.pointer().tokens();
    if (!finding.rule().equals(CoreRules.ATTRIBUTE_VALUE)
        || !finding.node().equals(frame.path())
        || tokens.size() != 2) {
      return finding;
    }
    Set<JsonValue> values = new LinkedHashSet<>();
    choice.alternatives().values().forEach(one -> collect(one, tokens.get(1), values));
    if (values.size() < 2 || values.stream().anyMatch(value -> isNear(finding, value))) {
      return finding;
    }
    String known = ValueWords.oneOf(List.copyOf(values));
    return Finding.builder()
        .from(finding)
        .message(
            "\""
                + tokens.get(1)
                + "\""
                + " is "
                + finding.found().orElse("")
                + ", which is none of the known values")
        .expected(known)
        .fix("write " + known)
        .edits(List.of())
        .build();
  }

  private static boolean isNear(Finding finding, JsonValue value) {
    return value instanceof JsonString text
        && NearMiss.isNear(finding.found().orElse("").replace("\"", ""), text.value());
  }

  private static void collect(NodeSchema alternative, String attribute, Set<JsonValue> values) {
    List<Field> fields =
        alternative instanceof NodeSchema.Group group
            ? group.attributes().fields()
            : alternative instanceof NodeSchema.Array array
                ? array.attributes().fields()
                : List.of();
    fields.stream()
        .filter(field -> field.name().equals(attribute))
        .flatMap(field -> field.value().constraints().stream())
        .filter(Constraint.OneOf.class::isInstance)
        .forEach(constraint -> values.addAll(((Constraint.OneOf) constraint).values()));
  }
}
