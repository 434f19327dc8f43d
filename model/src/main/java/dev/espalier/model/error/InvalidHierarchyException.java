package dev.espalier.model.error;

import dev.espalier.model.finding.Report;

/** A hierarchy breaks rules; the report holds all of them. */
public final class InvalidHierarchyException extends EspalierException {
  private static final long serialVersionUID = 1L;

  private final transient Report report;

  /** Reports it. */
  public InvalidHierarchyException(String message, Report report) {
    super(message, null);
    this.report = report;
  }

  /** Every finding. */
  public Report report() {
    return report;
  }
}
