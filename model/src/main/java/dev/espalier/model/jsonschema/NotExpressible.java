package dev.espalier.model.jsonschema;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;

/**
 * A rule of a declaration that an exported JSON Schema does not hold data to, or not everywhere.
 *
 * @param rule the rule
 * @param where the declaration that it belongs to, such as {@code /signal@unit} for an attribute
 * @param why what keeps it from being expressed
 */
public record NotExpressible(Rule rule, String where, String why) {
  /** This as it stands in the exported document. */
  JsonObject toJson() {
    return JsonObject.builder()
        .put("rule", rule.id())
        .put("level", rule.level().name())
        .put("where", where)
        .put("why", why)
        .put("text", rule.text())
        .build();
  }

  @Override
  public String toString() {
    return rule.id() + " (" + rule.level() + ") at " + where + ": " + why;
  }
}
