package dev.espalier.model.document;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.value.Constraint;
import java.util.ArrayList;
import java.util.List;

/** Says rules in sentences of Markdown. */
final class RuleWords {
  private RuleWords() {}

  /** A rule about a node and its members. */
  static List<String> of(NodeRule rule) {
    if (rule instanceof NodeRule.SameDataType same) {
      return List.of(
          "The arrays under "
              + Markdown.codes(same.members())
              + " have one data type. "
              + ruleLink(same.rule()));
    }
    if (rule instanceof NodeRule.SomeOf some) {
      return List.of(
          count(some)
              + " of "
              + Markdown.codes(some.names())
              + " is there. "
              + ruleLink(some.rule()));
    }
    if (rule instanceof NodeRule.Requires requires) {
      return List.of(
          "Where "
              + Markdown.code(requires.given())
              + " is, there is "
              + Markdown.codes(requires.needed())
              + " too. "
              + ruleLink(requires.rule()));
    }
    return rule instanceof NodeRule.DimensionNamesAgree agree
        ? List.of("Dimensions of one name have one extent. " + ruleLink(agree.rule()))
        : texts(rule.rules());
  }

  /** The texts of rules that only code can check. */
  static List<String> of(Constraint.Coded coded) {
    return texts(coded.rules());
  }

  private static List<String> texts(List<Rule> rules) {
    List<String> texts = new ArrayList<>();
    rules.forEach(rule -> texts.add(Markdown.escape(rule.text()) + " " + ruleLink(rule)));
    return texts;
  }

  private static String count(NodeRule.SomeOf some) {
    int size = some.names().size();
    if (some.min() == some.max()) {
      return "Exactly " + some.min();
    }
    if (some.max() >= size) {
      return "At least " + some.min();
    }
    return some.min() == 0 ? "At most " + some.max() : some.min() + " to " + some.max();
  }

  /** A rule about elements. */
  static String of(ElementRule rule) {
    return elements(rule) + " " + ruleLink(rule.rule());
  }

  private static String elements(ElementRule rule) {
    if (rule instanceof ElementRule.Rising rising) {
      return rising.strictly()
          ? "Each element is greater than the one before."
          : "No element is less than the one before.";
    }
    if (rule instanceof ElementRule.First first) {
      return "The first element is " + Markdown.code(first.value().toString()) + ".";
    }
    if (rule instanceof ElementRule.Last last) {
      return "The last element is " + Markdown.code(last.value().toString()) + ".";
    }
    if (rule instanceof ElementRule.Sum sum) {
      return "The sum of the elements is " + Markdown.code(sum.value().toString()) + ".";
    }
    return rule instanceof ElementRule.Within within
        ? "Each element is " + bounds(within) + "."
        : "No element is NaN or infinite.";
  }

  private static String bounds(ElementRule.Within within) {
    List<String> bounds = new ArrayList<>();
    within.min().ifPresent(min -> bounds.add("at least " + Markdown.code(min.toString())));
    within.max().ifPresent(max -> bounds.add("at most " + Markdown.code(max.toString())));
    within.below().ifPresent(extent -> bounds.add("below " + Markdown.code(extent.toString())));
    return String.join(" and ", bounds);
  }

  /** A way to the line of a rule in the table of rules. */
  static String ruleLink(Rule rule) {
    return "(" + Markdown.link(rule.level().toString(), anchor(rule)) + ")";
  }

  /** Where the table of rules speaks of a rule. */
  static String anchor(Rule rule) {
    return Markdown.slug("rule", rule.id());
  }
}
