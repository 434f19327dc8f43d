package dev.espalier.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeMirror;

/** Finds rules about groups that speak of nothing, and checks that cannot be called. */
final class RuleCheck {
  static final String SUBJECT = "dev.espalier.model.schema.NodeInspection.Subject";
  static final String PART = "dev.espalier.model.schema.value.Part";
  static final String RULE = "dev.espalier.model.finding.Rule";

  private final Catalogue catalogue;
  private final Problems problems;

  RuleCheck(Catalogue catalogue, Problems problems) {
    this.catalogue = catalogue;
    this.problems = problems;
  }

  void check(Declared.Group group) {
    Set<String> declared = new HashSet<>();
    catalogue.attributes(group).forEach(one -> declared.add("@" + one.name()));
    catalogue.members(group).forEach(one -> declared.add(one.key().spelled()));
    for (AnnotationMirror rule : rules(group)) {
      List<String> names = new ArrayList<>(Mirrors.texts(rule, "value"));
      Mirrors.value(rule, "given").ifPresent(given -> names.add(given.toString()));
      names.addAll(Mirrors.texts(rule, "needed"));
      for (String name : names) {
        if (!declared.contains(name)) {
          problems.report(
              group.type(),
              "@"
                  + nameOf(rule)
                  + " speaks of \""
                  + name
                  + "\", which "
                  + group.type().getSimpleName()
                  + " does not declare; declared are "
                  + declared.stream().sorted().toList());
        }
      }
    }
  }

  /** The annotations with rules on a group, in order, repeated ones one by one. */
  static List<AnnotationMirror> rules(Declared.Group group) {
    List<AnnotationMirror> rules = new ArrayList<>();
    for (AnnotationMirror mirror : Mirrors.allOf(group.type(), "rule")) {
      if (Mirrors.nameOf(mirror).endsWith(".List")) {
        rules.addAll(Mirrors.mirrors(mirror, "value"));
      } else {
        rules.add(mirror);
      }
    }
    return rules;
  }

  static String nameOf(AnnotationMirror rule) {
    return Mirrors.nameOf(rule).substring((Mirrors.PACKAGE + "rule.").length());
  }

  /** Checks the parameters of methods that check a type. */
  void signatures(Declared declared, List<ExecutableElement> checks) {
    for (ExecutableElement method : checks) {
      List<String> parameters =
          method.getParameters().stream().map(p -> withoutAnnotations(p.asType())).toList();
      boolean onNode = !(declared instanceof Declared.Value);
      boolean onValue = !(declared instanceof Declared.Array);
      boolean first =
          !parameters.isEmpty()
              && ((onNode && parameters.get(0).equals(SUBJECT))
                  || (onValue && parameters.get(0).equals(PART)));
      boolean second =
          parameters.size() == 1 || (parameters.size() == 2 && parameters.get(1).equals(RULE));
      if (!first || !second || !method.getModifiers().contains(Modifier.STATIC)) {
        problems.report(
            method,
            Problems.nameOf(method)
                + ": a @Check is a static method that takes "
                + (onNode && onValue
                    ? "a NodeInspection.Subject or a Part"
                    : onNode ? "a NodeInspection.Subject" : "a Part")
                + ", and after it, if it likes, the Rule");
      }
    }
  }

  static String withoutAnnotations(TypeMirror type) {
    return ValueTypes.nameOf(type);
  }
}
