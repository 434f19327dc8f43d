package dev.espalier.model.form;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import java.util.List;

/** What is said of rules whose code is not here, so that nobody takes silence for consent. */
final class AbsentCode {
  private AbsentCode() {}

  static Finding.Builder describe(Finding.Builder finding, List<Rule> rules) {
    String ids = String.join(", ", rules.stream().map(Rule::id).toList());
    return finding
        .message("the code that checks " + ids + " is not here, so it was not checked")
        .expected("the code of the rule")
        .found("a schema without it")
        .fix("check with the library that the convention comes in");
  }
}
