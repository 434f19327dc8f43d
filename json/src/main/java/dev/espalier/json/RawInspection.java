package dev.espalier.json;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.List;

/**
 * Holds a value to a part of a JSON Schema that has no counterpart in declarations.
 *
 * @param rule broken by a value that does not fit
 * @param checker the part of the JSON Schema
 */
record RawInspection(Rule rule, JsonSchemaChecker checker) implements Inspection {
  @Override
  public void inspect(Part part) {
    if (!part.isSound(rule)) {
      return;
    }
    List<SchemaViolation> violations = checker.check(part.value());
    if (violations.isEmpty()) {
      return;
    }
    SchemaViolation first = violations.get(0);
    JsonPointer place = part.pointer();
    for (String token : first.pointer().tokens()) {
      place = place.child(token);
    }
    JsonPointer pointer = place;
    String more = violations.size() > 1 ? ", and " + (violations.size() - 1) + " more" : "";
    part.report(
        rule,
        finding ->
            finding
                .pointer(pointer)
                .message(first.message() + more)
                .expected("a value that fits \"" + first.keyword() + "\" of the JSON Schema")
                .found(shown(part))
                .fix("change the value as the JSON Schema demands"));
  }

  private static String shown(Part part) {
    String text = part.value().toString();
    return text.length() <= 80 ? text : text.substring(0, 80) + "...";
  }
}
