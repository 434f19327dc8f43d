package dev.espalier.model.elements;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.match.ElementDemand;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.rule.CoreRules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Holds the summary of an array to what is demanded of its elements. */
final class DemandCheck {
  private final ElementDemand demand;
  private final Summaries summaries;
  private final List<Finding> findings = new ArrayList<>();

  private DemandCheck(ElementDemand demand, Summaries summaries) {
    this.demand = demand;
    this.summaries = summaries;
  }

  static List<Finding> findings(ElementDemand demand, Summaries summaries) {
    DemandCheck check = new DemandCheck(demand, summaries);
    if (Summary.accepts(summaries.type())) {
      demand.rules().forEach(check::rule);
    } else {
      check.report(
          CoreRules.RULE_CHECKED,
          "the elements of " + demand.array() + " are " + summaries.type() + ", no real numbers",
          "integers or floats",
          summaries.type().toString(),
          "declare the data types of the array");
    }
    return check.findings;
  }

  private void rule(ElementRule rule) {
    if (rule instanceof ElementRule.Rising rising) {
      summaries.get().ifPresent(summary -> rising(rising, summary));
    } else if (rule instanceof ElementRule.First first) {
      equal(rule.rule(), "the first element", first.value(), ends(Summary::first));
    } else if (rule instanceof ElementRule.Last last) {
      equal(rule.rule(), "the last element", last.value(), ends(Summary::last));
    } else if (rule instanceof ElementRule.Sum sum) {
      if (!isAnyOutside()) {
        BigDecimal total = summaries.get().map(Summary::sum).orElse(BigDecimal.ZERO);
        equal(rule.rule(), "the sum", sum.value(), new End(false, Optional.of(total)));
      }
    } else if (rule instanceof ElementRule.Within within) {
      summaries.get().flatMap(s -> outside(within, s)).ifPresent(o -> report(within.rule(), o));
    } else {
      summaries.get().filter(s -> s.notFinite() >= 0).ifPresent(s -> notFinite(rule.rule(), s));
    }
  }

  private void rising(ElementRule.Rising rising, Summary summary) {
    long at = summary.fall();
    boolean repeats = rising.strictly() && summary.repeat() >= 0;
    if (repeats && (at < 0 || summary.repeat() < at)) {
      at = summary.repeat();
    }
    if (at >= 0 && !(at == summary.offset() + summary.count() - 1 && isLastWrong())) {
      boolean falls = at == summary.fall();
      report(
          rising.rule(),
          "element "
              + at
              + " of "
              + array()
              + (falls ? " is less than" : " is equal to")
              + " the one before it",
          rising.strictly()
              ? "elements that are greater than the one before"
              : "elements that are not less than the one before",
          (falls ? "a fall" : "a repetition") + " at element " + at,
          "correct the elements, or sort them with all that depends on them");
    }
  }

  /** A number that is asked for: there may be no element that has it, or it may not be finite. */
  private record End(boolean none, Optional<BigDecimal> value) {}

  private End ends(Function<Summary, Optional<BigDecimal>> end) {
    return new End(summaries.get().isEmpty(), summaries.get().flatMap(end));
  }

  /** Whether the last element is told to be wrong: that it falls, or repeats, follows from that. */
  private boolean isLastWrong() {
    End last = ends(Summary::last);
    return demand.rules().stream()
        .anyMatch(rule -> rule instanceof ElementRule.Last one && isWrong(one.value(), last));
  }

  /** What depends on what is broken, and was found so, is not wrong. */
  private boolean isWrong(Extent declared, End found) {
    OptionalLong expected = demand.evaluate(declared);
    return expected.isPresent()
        && found
            .value()
            .filter(v -> v.compareTo(BigDecimal.valueOf(expected.getAsLong())) == 0)
            .isEmpty();
  }

  private void equal(Rule rule, String what, Extent declared, End found) {
    if (isWrong(declared, found)) {
      BigDecimal right = BigDecimal.valueOf(demand.evaluate(declared).orElseThrow());
      String there = found.none() ? "missing" : found.value().map(this::plain).orElse("not finite");
      String words = declared.toString().equals(right.toString()) ? "" : " (" + declared + ")";
      report(
          rule,
          what + " of " + array() + " is " + there + ", not " + right + words,
          what + " = " + right + words,
          there,
          declared.symbols().isEmpty()
              ? "correct the elements of " + array()
              : "correct the elements of "
                  + array()
                  + ", or the arrays along "
                  + String.join(" and ", declared.symbols()));
    }
  }

  /**
   * An element beyond the bounds.
   *
   * @param element the one that is farthest beyond
   * @param expected the bound
   */
  private record Outside(Summary.Found element, String expected) {}

  /** Whether any element is beyond its bounds, so that the sum goes wrong with it. */
  private boolean isAnyOutside() {
    return demand.rules().stream()
        .anyMatch(
            rule ->
                rule instanceof ElementRule.Within within
                    && summaries.get().flatMap(s -> outside(within, s)).isPresent());
  }

  private Optional<Outside> outside(ElementRule.Within within, Summary summary) {
    Optional<BigDecimal> min = within.min();
    Optional<BigDecimal> max = within.max();
    return summary
        .least()
        .filter(l -> min.filter(m -> l.value().compareTo(m) < 0).isPresent())
        .map(l -> new Outside(l, "at least " + min.map(this::plain).orElse("")))
        .or(
            () ->
                summary
                    .greatest()
                    .filter(g -> max.filter(m -> g.value().compareTo(m) > 0).isPresent())
                    .map(g -> new Outside(g, "at most " + max.map(this::plain).orElse(""))))
        .or(() -> within.below().flatMap(extent -> notBelow(extent, summary)));
  }

  private Optional<Outside> notBelow(Extent extent, Summary summary) {
    OptionalLong bound = demand.evaluate(extent);
    if (bound.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal limit = BigDecimal.valueOf(bound.getAsLong());
    return summary
        .greatest()
        .filter(greatest -> greatest.value().compareTo(limit) >= 0)
        .map(greatest -> new Outside(greatest, "below " + limit + " (" + extent + ")"));
  }

  private void report(Rule rule, Outside outside) {
    Summary.Found found = outside.element();
    report(
        rule,
        "element "
            + found.at()
            + " of "
            + array()
            + " is "
            + plain(found.value())
            + ", not "
            + outside.expected(),
        "elements that are " + outside.expected(),
        plain(found.value()) + " at element " + found.at(),
        "correct the elements");
  }

  private void notFinite(Rule rule, Summary summary) {
    report(
        rule,
        "element " + summary.notFinite() + " of " + array() + " is NaN or infinite",
        "finite numbers",
        "NaN or an infinity at element " + summary.notFinite(),
        "correct the elements");
  }

  private NodePath array() {
    return demand.array();
  }

  private String plain(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0).toString() : shortest.toString();
  }

  private void report(Rule rule, String message, String expected, String found, String fix) {
    findings.add(
        Finding.builder()
            .rule(rule)
            .node(demand.array())
            .message(message)
            .expected(expected)
            .found(found)
            .fix(fix)
            .build());
  }
}
