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
      BigDecimal total = summaries.get().map(Summary::sum).orElse(BigDecimal.ZERO);
      equal(rule.rule(), "the sum", sum.value(), new End(false, Optional.of(total)));
    } else if (rule instanceof ElementRule.Within within) {
      summaries.get().ifPresent(summary -> within(within, summary));
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
    if (at >= 0) {
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

  private void equal(Rule rule, String what, Extent declared, End found) {
    OptionalLong expected = demand.evaluate(declared);
    if (expected.isEmpty()) {
      return; // what it depends on is broken, and was found so
    }
    BigDecimal right = BigDecimal.valueOf(expected.getAsLong());
    Optional<BigDecimal> value = found.value();
    if (value.filter(v -> v.compareTo(right) == 0).isEmpty()) {
      String there = found.none() ? "missing" : value.map(this::plain).orElse("not finite");
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

  private void within(ElementRule.Within within, Summary summary) {
    Optional<Summary.Found> low =
        summary
            .least()
            .filter(l -> within.min().filter(m -> l.value().compareTo(m) < 0).isPresent());
    if (low.isPresent()) {
      outside(within.rule(), low.get(), "at least " + within.min().map(this::plain).orElse(""));
      return;
    }
    Optional<Summary.Found> high =
        summary
            .greatest()
            .filter(g -> within.max().filter(m -> g.value().compareTo(m) > 0).isPresent());
    if (high.isPresent()) {
      outside(within.rule(), high.get(), "at most " + within.max().map(this::plain).orElse(""));
      return;
    }
    within.below().ifPresent(extent -> below(within.rule(), extent, summary));
  }

  private void below(Rule rule, Extent extent, Summary summary) {
    OptionalLong bound = demand.evaluate(extent);
    if (bound.isPresent()) {
      BigDecimal limit = BigDecimal.valueOf(bound.getAsLong());
      summary
          .greatest()
          .filter(greatest -> greatest.value().compareTo(limit) >= 0)
          .ifPresent(greatest -> outside(rule, greatest, "below " + limit + " (" + extent + ")"));
    }
  }

  private void outside(Rule rule, Summary.Found found, String expected) {
    report(
        rule,
        "element "
            + found.at()
            + " of "
            + array()
            + " is "
            + plain(found.value())
            + ", not "
            + expected,
        "elements that are " + expected,
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
