package dev.espalier.example.golden;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The page that lists the rules of every schema, each with a finding as an example. */
final class RulesPage {
  private static final String HEAD =
      """
      # Rules

      The rules that a declaration breaks where it does not name rules of its own. Their identities are stable: they
      stand in findings, in SARIF and in configurations. A convention's own rules are listed on its page
      (`espalier docs`), those of any hierarchy by `espalier validate`.

      """;

  private RulesPage() {}

  static String of(List<GoldenCase> cases) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| rule | level | text |\n|---|---|---|\n");
    for (Rule rule : CoreRules.all()) {
      page.append("| [`").append(rule.id()).append("`](#").append(anchor(rule)).append(") | ");
      page.append(rule.level()).append(" | ").append(rule.text()).append(" |\n");
    }
    for (Rule rule : CoreRules.all()) {
      page.append("\n## <a id=\"").append(anchor(rule)).append("\"></a>`").append(rule.id());
      page.append("`\n\n").append(rule.level()).append(". ").append(rule.text()).append("\n\n");
      page.append("```text\n").append(example(rule, cases)).append("```\n");
    }
    return page.toString();
  }

  private static String anchor(Rule rule) {
    return "rule-" + rule.id();
  }

  private static String example(Rule rule, List<GoldenCase> cases) {
    for (GoldenCase golden : cases) {
      Optional<String> finding =
          findings(golden.findings()).stream()
              .filter(text -> text.startsWith(rule.level() + " " + rule.id() + " at "))
              .findFirst();
      if (finding.isPresent()) {
        return finding.get();
      }
    }
    throw new IllegalStateException("no file breaks " + rule.id());
  }

  /** The findings of a file, one text each. */
  private static List<String> findings(String text) {
    List<String> findings = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (!line.startsWith(" ") && !one.isEmpty()) {
        findings.add(one.toString());
        one.setLength(0);
      }
      one.append(line).append('\n');
    }
    findings.add(one.toString());
    return findings;
  }
}
