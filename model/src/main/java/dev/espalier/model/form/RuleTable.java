package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.LinkedHashMap;
import java.util.Map;

/** The rules of a schema that are its own, each spelled once and named by its identity. */
final class RuleTable {
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  /** How a rule is referred to; two of one identity cannot both stand in the table. */
  JsonValue reference(Rule rule) {
    if (CoreRules.all().contains(rule)) {
      return JsonValue.of(rule.id());
    }
    boolean clashes = CoreRules.all().stream().anyMatch(core -> core.id().equals(rule.id()));
    if (clashes || !rules.computeIfAbsent(rule.id(), id -> rule).equals(rule)) {
      return spelled(rule).with("id", JsonValue.of(rule.id()));
    }
    return JsonValue.of(rule.id());
  }

  JsonObject write() {
    JsonObject.Builder out = JsonObject.builder();
    rules.forEach((id, rule) -> out.put(id, spelled(rule)));
    return out.build();
  }

  private static JsonObject spelled(Rule rule) {
    return JsonObject.builder()
        .put("level", rule.level().name())
        .put("origin", rule.origin().name())
        .put("text", rule.text())
        .build();
  }
}
