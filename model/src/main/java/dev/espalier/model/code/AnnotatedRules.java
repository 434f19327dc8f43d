package dev.espalier.model.code;

import dev.espalier.model.annotation.rule.AtLeastOne;
import dev.espalier.model.annotation.rule.AtMostOne;
import dev.espalier.model.annotation.rule.Check;
import dev.espalier.model.annotation.rule.DimensionNamesAgree;
import dev.espalier.model.annotation.rule.ExactlyOne;
import dev.espalier.model.annotation.rule.Excludes;
import dev.espalier.model.annotation.rule.Requires;
import dev.espalier.model.annotation.rule.SameDataType;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Field;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Spells rules as annotations of types, and as methods whose code is still to be written. */
final class AnnotatedRules {
  private final Literals literals;
  private final Notes notes;

  AnnotatedRules(Literals literals, Notes notes) {
    this.literals = literals;
    this.notes = notes;
  }

  /**
   * The annotation for a rule of a group.
   *
   * @param dropped members that have no form, so that no rule can speak of them
   */
  Optional<String> annotation(NodeRule rule, Set<String> dropped, String place) {
    Optional<String> spelled = spelled(rule, dropped);
    if (spelled.isEmpty() && !(rule instanceof NodeRule.Coded)) {
      notes.add(place, "the rule " + rule.rules().get(0).id());
    }
    return spelled;
  }

  private Optional<String> spelled(NodeRule rule, Set<String> dropped) {
    if (rule instanceof NodeRule.SameDataType same
        && same.rule().equals(CoreRules.GROUP_DATA_TYPE)
        && same.members().stream().noneMatch(dropped::contains)) {
      return names(SameDataType.class, same.members());
    }
    if (rule instanceof NodeRule.SomeOf some
        && some.rule().equals(CoreRules.GROUP_ALTERNATIVES)
        && some.names().stream().noneMatch(dropped::contains)) {
      if (some.min() == 1 && some.max() == 1) {
        return names(ExactlyOne.class, some.names());
      }
      if (some.min() == 0 && some.max() == 1) {
        return names(AtMostOne.class, some.names());
      }
      return some.min() == 1 && some.max() == some.names().size()
          ? names(AtLeastOne.class, some.names())
          : Optional.empty();
    }
    if (rule instanceof NodeRule.Requires requires
        && requires.rule().equals(CoreRules.GROUP_REQUIRES)
        && !dropped.contains(requires.given())
        && requires.needed().stream().noneMatch(dropped::contains)) {
      return Optional.of(
          "@"
              + literals.type(Requires.class)
              + "(given = "
              + Literals.quoted(requires.given())
              + ", needed = "
              + Annotations.texts(requires.needed())
              + ")");
    }
    return rule instanceof NodeRule.DimensionNamesAgree agree
            && agree.rule().equals(CoreRules.GROUP_DIMENSION_NAMES)
        ? Optional.of("@" + literals.type(DimensionNamesAgree.class))
        : Optional.empty();
  }

  private Optional<String> names(Class<?> type, List<String> names) {
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of("@" + literals.type(type) + "(" + Annotations.texts(names) + ")");
  }

  /** The fields that are there, or may be. */
  List<Field> declared(ValueSchema.Obj object) {
    return object.fields().stream().filter(field -> !isExcluded(field)).toList();
  }

  /** The annotation for the fields that are not there, a line, or nothing. */
  String excluded(ValueSchema.Obj object) {
    List<String> names =
        object.fields().stream().filter(AnnotatedRules::isExcluded).map(Field::name).toList();
    return names(Excludes.class, names).map(text -> text + "\n").orElse("");
  }

  private static boolean isExcluded(Field field) {
    return field.equals(Field.excluded(field.name()));
  }

  /** A method that checks a rule about a node, and fails until it is written. */
  String nodeCheck(Rule rule, MethodNames methods, String indent) {
    return check(rule, methods, literals.type(NodeInspection.class) + ".Subject subject", indent);
  }

  /** A method that checks a rule about a value, and fails until it is written. */
  String valueCheck(Rule rule, MethodNames methods, String indent) {
    return check(rule, methods, literals.type(Part.class) + " part", indent);
  }

  private String check(Rule rule, MethodNames methods, String parameter, String indent) {
    String level = rule.level() == Level.MUST ? "" : ", level = " + level(rule);
    return indent
        + "@"
        + literals.type(Check.class)
        + "(id = "
        + Literals.quoted(rule.id())
        + ", text = "
        + Literals.quoted(rule.text())
        + level
        + ")\n"
        + indent
        + "static void "
        + methods.of("check " + rule.id(), "check")
        + "("
        + parameter
        + ", "
        + literals.type(Rule.class)
        + " rule) {\n"
        + indent
        + "  throw new UnsupportedOperationException("
        + Literals.quoted("write the check of " + rule.id())
        + ");\n"
        + indent
        + "}\n";
  }

  private String level(Rule rule) {
    return literals.type(Level.class) + "." + rule.level().name();
  }
}
