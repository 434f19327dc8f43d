package dev.espalier.zarr.metadata;

import dev.espalier.model.node.UnreadableSpec.Problem;

/** Carries the first fault of a document to {@link ZarrDocument#parse}, and no further. */
final class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Problem problem;

  DocumentException(Problem problem, String message) {
    super(message, null, false, false);
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
