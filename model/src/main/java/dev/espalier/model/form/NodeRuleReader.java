package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads rules about nodes and their members. */
final class NodeRuleReader {
  private static final String KINDS =
      "an object with same_data_type, some_of, given, dimension_names_agree or code";

  private final RuleReader rules;
  private final CodeBinding code;

  NodeRuleReader(RuleReader rules, CodeBinding code) {
    this.rules = rules;
    this.code = code;
  }

  List<NodeRule> list(Keys keys) {
    List<NodeRule> list = new ArrayList<>();
    keys.get("rules")
        .ifPresent(at -> at.elements("a list of rules").forEach(r -> one(r).ifPresent(list::add)));
    return list;
  }

  private Optional<NodeRule> one(At at) {
    Keys keys = new Keys(at, KINDS);
    Optional<NodeRule> rule = rule(keys);
    boolean told = keys.hasStranger() || !(at.value() instanceof JsonObject);
    keys.finish();
    if (rule.isEmpty() && !told) {
      at.mistakes().wrong(at, KINDS);
    }
    return rule;
  }

  private Optional<NodeRule> rule(Keys keys) {
    Optional<At> same = keys.get("same_data_type");
    if (same.isPresent()) {
      Rule rule = rules.under(keys, "under", CoreRules.GROUP_DATA_TYPE);
      return Optional.of(new NodeRule.SameDataType(rule, same.get().texts("a member")));
    }
    Optional<At> some = keys.get("some_of");
    if (some.isPresent()) {
      List<String> names = some.get().texts("a member, or an attribute as @name");
      int min = keys.get("min").map(m -> m.count(0)).orElse(1);
      int max = keys.get("max").map(m -> m.count(1)).orElse(Math.max(1, names.size()));
      Rule rule = rules.under(keys, "under", CoreRules.GROUP_ALTERNATIVES);
      return Optional.of(new NodeRule.SomeOf(rule, names, min, max));
    }
    Optional<At> given = keys.get("given");
    if (given.isPresent()) {
      String name = given.get().text("a member, or an attribute as @name").orElse("");
      List<String> needed =
          keys.required("needs", "what it needs").map(n -> n.texts("a member")).orElse(List.of());
      Rule rule = rules.under(keys, "under", CoreRules.GROUP_REQUIRES);
      return Optional.of(new NodeRule.Requires(rule, name, needed));
    }
    if (keys.flag("dimension_names_agree")) {
      Rule rule = rules.under(keys, "under", CoreRules.GROUP_DIMENSION_NAMES);
      return Optional.of(new NodeRule.DimensionNamesAgree(rule));
    }
    return keys.get("code").map(rules::references).filter(r -> !r.isEmpty()).map(this::coded);
  }

  private NodeRule coded(List<Rule> list) {
    return new NodeRule.Coded(list, code.ofNode(list).orElseGet(() -> absent(list)));
  }

  /** Says that a rule is not checked, so that nobody takes silence for consent. */
  private static NodeInspection absent(List<Rule> list) {
    return subject ->
        subject.report(
            CoreRules.RULE_CHECKED,
            finding ->
                finding
                    .message(ValueReader.notChecked(list))
                    .expected("the code of the rule")
                    .found("a schema without it")
                    .fix("check with the library that the convention comes in"));
  }
}
