package dev.espalier.model.convention;

/**
 * The statement of a node that it follows a convention.
 *
 * @param convention the convention, in the version that the node states
 * @param basis what the statement consists of
 */
public record Declaration(Convention convention, Basis basis) {
  /** What a statement consists of, the most specific first. */
  public enum Basis {
    /** The node names the URL under which the schema of this very version is published. */
    URL,
    /** All signs of this version are there, at least one of them a certain value. */
    VALUE,
    /** The node names another URL that is known to stand for this version. */
    ALIAS,
    /** All signs of this version are there, which are attributes that may have any value. */
    PRESENCE,
    /** The node names the convention, and nothing from which the version is seen. */
    UUID,
    /** The node states a version of the convention that came after this one. */
    LATER_VERSION
  }
}
