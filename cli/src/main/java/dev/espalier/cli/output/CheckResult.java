package dev.espalier.cli.output;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the check of one hierarchy against one convention came to.
 *
 * @param location the hierarchy, as the user spelled it
 * @param convention what it was checked against, or nothing if there was nothing
 * @param rules the rules that were checked and count, in order
 * @param report what was found
 */
public record CheckResult(
    String location, Optional<String> convention, List<Rule> rules, Report report) {
  /** Leaves out rules that do not count, and adds those that only the findings name. */
  public CheckResult {
    Map<String, Rule> byId = new LinkedHashMap<>();
    for (Rule rule : rules) {
      if (report.profile().severityOf(rule).isPresent()) {
        byId.putIfAbsent(rule.id(), rule);
      }
    }
    report.findings().forEach(finding -> byId.putIfAbsent(finding.rule().id(), finding.rule()));
    rules = List.copyOf(byId.values());
  }

  /** The findings of one rule, in order. */
  List<Finding> findingsOf(Rule rule) {
    return report.findings().stream().filter(f -> f.rule().id().equals(rule.id())).toList();
  }

  /**
   * A finding in lines: the message, then what was expected, what was found, and how to mend it.
   */
  static String text(Finding finding) {
    List<String> lines = new ArrayList<>(List.of(finding.message()));
    finding.expected().ifPresent(text -> lines.add("expected: " + text));
    finding.found().ifPresent(text -> lines.add("found: " + text));
    finding.fix().ifPresent(text -> lines.add("fix: " + text));
    finding.edits().forEach(edit -> lines.add("edit: " + edit.describe()));
    return String.join("\n", lines);
  }

  /**
   * A hierarchy that could not be checked.
   *
   * @param location the hierarchy, as the user spelled it
   * @param message why not
   */
  public record Failed(String location, String message) {}
}
