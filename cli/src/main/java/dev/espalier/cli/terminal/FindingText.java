package dev.espalier.cli.terminal;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Findings as lines for people. */
public final class FindingText {
  private final Style style;

  /** Lines in that style. */
  public FindingText(Style style) {
    this.style = style;
  }

  /** A few lines for each finding, in order. */
  public List<String> of(Report report) {
    return of(report, finding -> List.of());
  }

  /**
   * A few lines for each finding, in order.
   *
   * @param more further lines to say about a finding
   */
  public List<String> of(Report report, Function<Finding, List<String>> more) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : report.findings()) {
      add(lines, report.severityOf(finding), finding);
      more.apply(finding).forEach(line -> lines.add("    " + Visible.name(line)));
    }
    return lines;
  }

  /** How many findings of each severity there are, in words. */
  public String summary(Report report) {
    if (report.findings().isEmpty()) {
      return style.good("valid");
    }
    List<String> counts = new ArrayList<>();
    for (Severity severity : Severity.values()) {
      long count = report.findings().stream().filter(f -> report.severityOf(f) == severity).count();
      if (count > 0) {
        counts.add(Amounts.of(count, severity.toString()));
      }
    }
    String verdict = report.isValid() ? style.good("valid") : style.bad("not valid");
    return verdict + ", " + String.join(", ", counts);
  }

  private void add(List<String> lines, Severity severity, Finding finding) {
    String place = Visible.name(finding.pointer().toString());
    lines.add(
        "  "
            + (severity == Severity.ERROR ? style.bad(severity.toString()) : severity)
            + " "
            + style.strong(finding.rule().id())
            + " at "
            + Visible.name(finding.node().toString())
            + (place.isEmpty() ? "" : " (" + place + ")"));
    lines.add("    " + finding.message());
    add(lines, "expected", finding.expected());
    add(lines, "found", finding.found());
    add(lines, "fix", finding.fix());
  }

  private static void add(List<String> lines, String label, Optional<String> text) {
    text.ifPresent(t -> lines.add("    " + label + ": " + t));
  }
}
