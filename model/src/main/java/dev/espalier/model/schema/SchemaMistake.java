package dev.espalier.model.schema;

/**
 * Something that makes a declaration meaningless as a whole.
 *
 * @param about what kind of thing is wrong
 * @param name the name of that thing
 * @param message what is wrong with it and what to do
 */
public record SchemaMistake(About about, String name, String message) {
  /** What a mistake is about. */
  public enum About {
    /** A definition that is referred to and that is not there. */
    REFERENCE,
    /** A member or attribute that a rule names and that is not declared beside the rule. */
    MEMBER,
    /** A symbol of dimensions that nothing gives a value. */
    DIMENSION,
    /** A definition that no finite hierarchy can fit. */
    DEFINITION
  }
}
