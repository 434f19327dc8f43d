package dev.espalier.processor;

import dev.espalier.processor.Property.Presence;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A member of a group, or several under one pattern of names.
 *
 * @param method the method that gives it
 * @param key which names
 * @param presence whether it has to be there; several are optional
 * @param min how many there are at least, for several
 * @param max how many there are at most, for several, where that is said
 * @param node what each of them is
 * @param text the documentation
 */
record MemberPart(
    ExecutableElement method,
    Key key,
    Presence presence,
    int min,
    OptionalInt max,
    Node node,
    String text) {
  /** Which names. */
  sealed interface Key {
    /** The name or pattern as the schema spells it. */
    String spelled();
  }

  /** One name. */
  record Exact(String name) implements Key {
    @Override
    public String spelled() {
      return name;
    }
  }

  /** Names with a hole. */
  record Template(String template) implements Key {
    @Override
    public String spelled() {
      return template;
    }
  }

  /** Names that match an expression. */
  record Matching(String regex) implements Key {
    @Override
    public String spelled() {
      return "/" + regex + "/";
    }
  }

  /** All other names. */
  record Others() implements Key {
    @Override
    public String spelled() {
      return "*";
    }
  }

  /** What a member is. */
  sealed interface Node {}

  /** An array without attributes of its own. */
  record PlainArray(AnnotationMirror arrayOf, Optional<AnnotationMirror> elements)
      implements Node {}

  /** A group, an array or a choice that has an interface. */
  record Typed(TypeElement type) implements Node {}

  boolean isSeveral() {
    return !(key instanceof Exact);
  }

  /** The name of the method, which is that of the builder's as well. */
  String accessor() {
    return method.getSimpleName().toString();
  }
}
