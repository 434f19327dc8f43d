package dev.espalier.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** What a type declares, as it was understood. */
sealed interface Declared {
  /** The type. */
  TypeElement type();

  /** A node of a hierarchy. */
  sealed interface Node extends Declared {}

  /** A value in attributes. */
  sealed interface Value extends Declared {}

  /**
   * A group.
   *
   * @param type the interface
   * @param text the documentation
   * @param lineage the groups that it is as well, ancestors first, and itself at the end
   * @param attributes the attributes that it declares itself
   * @param members the members that it declares itself
   * @param checks static methods that check it
   */
  record Group(
      TypeElement type,
      String text,
      List<TypeElement> lineage,
      List<Property> attributes,
      List<MemberPart> members,
      List<ExecutableElement> checks)
      implements Node {}

  /**
   * An array with attributes of its own.
   *
   * @param type the interface
   * @param text the documentation
   * @param attributes the attributes
   * @param array the method that gives the array
   * @param arrayOf what the array is
   * @param elements what holds of its elements
   * @param checks static methods that check it
   */
  record Array(
      TypeElement type,
      String text,
      List<Property> attributes,
      ExecutableElement array,
      AnnotationMirror arrayOf,
      Optional<AnnotationMirror> elements,
      List<ExecutableElement> checks)
      implements Node {}

  /**
   * A node that is one of several.
   *
   * @param type the sealed interface
   * @param text the documentation
   * @param alternatives the permitted types by the names of the alternatives
   */
  record Choice(TypeElement type, String text, Map<String, TypeElement> alternatives)
      implements Node {
    /** Copies the alternatives, keeping their order. */
    public Choice {
      alternatives = new LinkedHashMap<>(alternatives);
    }
  }

  /**
   * An object in attributes.
   *
   * @param type the interface or record
   * @param fields its fields
   * @param closed whether there are no others
   * @param checks static methods that check it
   */
  record Fields(
      TypeElement type, List<Property> fields, boolean closed, List<ExecutableElement> checks)
      implements Value {}

  /**
   * A list of a fixed length in attributes.
   *
   * @param type the record
   * @param elements its elements, by the components of the record
   * @param checks static methods that check it
   */
  record Tuple(TypeElement type, List<Property> elements, List<ExecutableElement> checks)
      implements Value {}

  /**
   * An object in attributes that is one of several kinds.
   *
   * @param type the sealed interface
   * @param discriminator the field that tells them apart
   * @param cases the permitted types by the texts in that field
   */
  record Cases(TypeElement type, String discriminator, Map<String, TypeElement> cases)
      implements Value {
    /** Copies the cases, keeping their order. */
    public Cases {
      cases = new LinkedHashMap<>(cases);
    }
  }
}
