package dev.espalier.zarr.metadata;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;

/** Carries the first fault of a document to {@link ZarrDocument#parse}, and no further. */
final class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient UnreadableSpec node;

  /**
   * @param message what is wrong there, without the place
   */
  DocumentException(Problem problem, JsonPointer at, String message) {
    super(message, null, false, false);
    String place = at.tokens().isEmpty() ? "the document" : at.toString();
    this.node = new UnreadableSpec(problem, place + ": " + message, at);
  }

  /** What stands for the node whose document it is. */
  UnreadableSpec node() {
    return node;
  }
}
