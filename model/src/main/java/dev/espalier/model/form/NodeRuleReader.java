package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads rules about nodes and their members. */
final class NodeRuleReader {
  private static final String KINDS =
      "an object with same_data_type, some_of, given, dimension_names_agree or code";

  private final RuleReader rules;
  private final CodeBinding code;

  NodeRuleReader(Reading reading) {
    this.rules = reading.rules();
    this.code = reading.code();
  }

  /**
   * The rules of a group.
   *
   * @param declared its members, and its attributes with an {@code @}: what rules may speak of
   */
  List<NodeRule> ofGroup(Keys keys, Set<String> declared) {
    return list(keys, at -> one(at, KINDS, inside -> rule(inside, declared)));
  }

  /** The rules of an array: it has no members, so that only code says more about it. */
  List<NodeRule> ofArray(Keys keys) {
    return list(keys, at -> one(at, "an object with code", this::code));
  }

  private static List<NodeRule> list(Keys keys, Function<At, Optional<NodeRule>> reader) {
    List<NodeRule> list = new ArrayList<>();
    keys.get("rules")
        .ifPresent(
            at ->
                at.elements("a list of rules").forEach(r -> reader.apply(r).ifPresent(list::add)));
    return list;
  }

  private static Optional<NodeRule> one(
      At at, String kinds, Function<Keys, Optional<NodeRule>> reader) {
    Keys keys = new Keys(at, kinds);
    Optional<NodeRule> rule = reader.apply(keys);
    boolean told = keys.hasStranger() || !(at.value() instanceof JsonObject);
    keys.finish();
    if (rule.isEmpty() && !told) {
      at.mistakes().wrong(at, kinds);
    }
    return rule;
  }

  private Optional<NodeRule> rule(Keys keys, Set<String> declared) {
    Optional<At> same = keys.get("same_data_type");
    if (same.isPresent()) {
      Rule rule = rules.under(keys, "under", CoreRules.GROUP_DATA_TYPE);
      return Optional.of(new NodeRule.SameDataType(rule, names(same.get(), declared)));
    }
    Optional<At> some = keys.get("some_of");
    if (some.isPresent()) {
      List<String> names = names(some.get(), declared);
      int min = keys.get("min").map(m -> m.count(0)).orElse(1);
      int max = keys.get("max").map(m -> m.count(0)).orElse(Math.max(1, names.size()));
      Rule rule = rules.under(keys, "under", CoreRules.GROUP_ALTERNATIVES);
      return Optional.of(new NodeRule.SomeOf(rule, names, min, max));
    }
    Optional<At> given = keys.get("given");
    if (given.isPresent()) {
      String name = name(given.get(), declared).orElse("");
      List<String> needed =
          keys.required("needs", "what it needs").map(n -> names(n, declared)).orElse(List.of());
      Rule rule = rules.under(keys, "under", CoreRules.GROUP_REQUIRES);
      return Optional.of(new NodeRule.Requires(rule, name, needed));
    }
    if (keys.flag("dimension_names_agree")) {
      Rule rule = rules.under(keys, "under", CoreRules.GROUP_DIMENSION_NAMES);
      return Optional.of(new NodeRule.DimensionNamesAgree(rule));
    }
    return code(keys);
  }

  private static List<String> names(At at, Set<String> declared) {
    return at.elements("a list of members and @attributes").stream()
        .flatMap(one -> name(one, declared).stream())
        .toList();
  }

  private static Optional<String> name(At at, Set<String> declared) {
    Optional<String> name = at.text("a member, or an attribute as @name");
    name.filter(n -> !declared.contains(n)).ifPresent(n -> stranger(at, n, declared));
    return name;
  }

  private static void stranger(At at, String name, Set<String> declared) {
    Optional<String> meant = declared.stream().filter(d -> NearMiss.isNear(name, d)).findFirst();
    at.refuse(
        "the group does not declare \"" + name + "\"",
        meant
            .map(m -> "write \"" + m + "\"")
            .orElse("name a member as it is declared, or an attribute as @name"));
  }

  private Optional<NodeRule> code(Keys keys) {
    return keys.get("code").map(rules::references).filter(r -> !r.isEmpty()).map(this::coded);
  }

  private NodeRule coded(List<Rule> list) {
    NodeInspection here =
        code.ofNode(list)
            .orElse(node -> node.report(CoreRules.RULE_CHECKED, f -> AbsentCode.describe(f, list)));
    return new NodeRule.Coded(list, here);
  }
}
