package dev.espalier.model.node;

import dev.espalier.model.json.JsonPointer;

/**
 * A node that is there and cannot be read, with the reason; its siblings are not affected.
 *
 * @param problem what kind of trouble it is
 * @param message what was found, what was expected, and what to do
 * @param pointer where in its metadata the trouble is, the root where that is not known
 */
public record UnreadableSpec(Problem problem, String message, JsonPointer pointer)
    implements NodeSpec {
  /** A node with trouble of which no place in the metadata is known. */
  public UnreadableSpec(Problem problem, String message) {
    this(problem, message, JsonPointer.root());
  }

  /** What kind of trouble keeps a node from being read. */
  public enum Problem {
    /** Its description breaks a rule of the format. */
    INVALID,
    /** It is legal, and Espalier does not implement it. */
    UNSUPPORTED,
    /** Its bytes contradict themselves. */
    CORRUPT,
    /** The store failed to give its bytes. */
    STORAGE
  }

  @Override
  public Attributes attributes() {
    return Attributes.none();
  }

  @Override
  public String kind() {
    return "unreadable";
  }
}
