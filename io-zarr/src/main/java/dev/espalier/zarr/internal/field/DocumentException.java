package dev.espalier.zarr.internal.field;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;

/** Carries what is wrong with a document to who asked for the node, and no further. */
public final class DocumentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient UnreadableSpec node;

  /** A fault that keeps a node from being read. */
  public DocumentException(UnreadableSpec node) {
    super(node.message(), null, false, false);
    this.node = node;
  }

  /**
   * A fault at a place of a document.
   *
   * @param message what is wrong there, without the place
   */
  public DocumentException(Problem problem, JsonPointer at, String message) {
    this(new UnreadableSpec(problem, place(at) + ": " + message, at));
  }

  private static String place(JsonPointer at) {
    return at.tokens().isEmpty() ? "the document" : at.toString();
  }

  /** What stands for the node whose document it is. */
  public UnreadableSpec node() {
    return node;
  }
}
