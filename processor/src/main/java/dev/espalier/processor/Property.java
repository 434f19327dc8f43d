package dev.espalier.processor;

import javax.lang.model.element.ExecutableElement;

/**
 * An attribute of a node, or a field of an object in attributes.
 *
 * @param method the method that gives its value
 * @param name its name in the hierarchy
 * @param presence whether it has to be there
 * @param type the type of its value, without what makes it optional
 * @param text the documentation
 */
record Property(
    ExecutableElement method, String name, Presence presence, ValueType type, String text) {
  /** Whether an attribute or a member has to be there. */
  enum Presence {
    /** It has to. */
    REQUIRED,
    /** It should. */
    RECOMMENDED,
    /** It may be absent. */
    OPTIONAL,
    /** It may be absent, and then means what the default method gives. */
    DEFAULT
  }

  /** The name of the method, which is that of the builder's as well. */
  String accessor() {
    return method.getSimpleName().toString();
  }
}
