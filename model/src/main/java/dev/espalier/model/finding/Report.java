package dev.espalier.model.finding;

import java.util.List;

/**
 * Everything that a check found, seen through a profile.
 *
 * @param profile who asked
 * @param findings the findings that count under the profile, in the order of the tree
 */
public record Report(Profile profile, List<Finding> findings) {
  /** Leaves out the findings that do not count under the profile. */
  public Report {
    findings = findings.stream().filter(f -> profile.severityOf(f.rule()).isPresent()).toList();
  }

  /** How severe a finding of this report is. */
  public Severity severityOf(Finding finding) {
    return profile.severityOf(finding.rule()).orElse(Severity.INFO);
  }

  /** Whether no finding is an error. */
  public boolean isValid() {
    return findings.stream().noneMatch(finding -> severityOf(finding) == Severity.ERROR);
  }
}
