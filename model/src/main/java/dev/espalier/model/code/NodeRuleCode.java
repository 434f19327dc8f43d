package dev.espalier.model.code;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.List;
import java.util.stream.Collectors;

/** Spells rules about nodes. */
final class NodeRuleCode {
  private final Literals literals;

  NodeRuleCode(Literals literals) {
    this.literals = literals;
  }

  /** A call that adds a rule to a group. */
  Code added(NodeRule rule) {
    if (rule instanceof NodeRule.SameDataType same
        && same.rule().equals(CoreRules.GROUP_DATA_TYPE)) {
      return literals.texts("sameDataType", same.members());
    }
    if (rule instanceof NodeRule.SomeOf some && some.rule().equals(CoreRules.GROUP_ALTERNATIVES)) {
      if (some.min() == 1 && some.max() == 1) {
        return literals.texts("exactlyOne", some.names());
      }
      if (some.min() == 1 && some.max() == some.names().size()) {
        return literals.texts("atLeastOne", some.names());
      }
      if (some.min() == 0 && some.max() == 1) {
        return literals.texts("atMostOne", some.names());
      }
    }
    if (rule instanceof NodeRule.DimensionNamesAgree agree
        && agree.rule().equals(CoreRules.GROUP_DIMENSION_NAMES)) {
      return Code.call("dimensionNamesAgree");
    }
    return Code.call("rule", full(rule));
  }

  Code full(NodeRule rule) {
    if (rule instanceof NodeRule.Coded coded) {
      return literals.create(
          NodeRule.Coded.class,
          literals.list(coded.rules(), literals::rule),
          missing("subject", coded.rules()));
    }
    Code broken = literals.rule(rule.rules().get(0));
    if (rule instanceof NodeRule.SameDataType same) {
      return literals.create(rule.getClass(), broken, names(same.members()));
    }
    if (rule instanceof NodeRule.SomeOf some) {
      return literals.create(
          rule.getClass(),
          broken,
          names(some.names()),
          literals.number(some.min()),
          literals.number(some.max()));
    }
    if (rule instanceof NodeRule.Requires requires) {
      return literals.create(
          rule.getClass(), broken, literals.text(requires.given()), names(requires.needed()));
    }
    return literals.create(rule.getClass(), broken);
  }

  private Code names(List<String> names) {
    return literals.list(names, literals::text);
  }

  /** Code that a schema does not hold: it fails, so that nobody takes the rule for checked. */
  static Code missing(String parameter, List<Rule> rules) {
    String ids = rules.stream().map(Rule::id).collect(Collectors.joining(", "));
    return Code.text(
        parameter
            + " -> { throw new UnsupportedOperationException("
            + Literals.quoted("write the check of " + ids)
            + "); }");
  }
}
