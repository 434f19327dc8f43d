package dev.espalier.zarr.internal.rule;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import java.util.List;

/** Findings as a failure. */
public final class InvalidHierarchy {
  private static final int SHOWN = 5;

  private InvalidHierarchy() {}

  /**
   * The failure that holds all findings and names the first few.
   *
   * @param where the location, as a user spells it
   * @param what what is wrong with it, such as "cannot be written"
   */
  public static InvalidHierarchyException of(String where, String what, List<Finding> findings) {
    StringBuilder message = new StringBuilder(where).append(": ").append(what);
    for (Finding finding : findings.subList(0, Math.min(SHOWN, findings.size()))) {
      message
          .append("\n  ")
          .append(finding.node())
          .append(": ")
          .append(finding.message())
          .append(" (")
          .append(finding.rule().id())
          .append(')');
    }
    if (findings.size() > SHOWN) {
      message.append("\n  and ").append(findings.size() - SHOWN).append(" more");
    }
    return new InvalidHierarchyException(message.toString(), new Report(Profile.SPEC, findings));
  }
}
