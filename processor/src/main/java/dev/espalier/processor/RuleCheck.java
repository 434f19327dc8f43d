package dev.espalier.processor;

import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
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
      } else if (!nameOf(mirror).equals("Excludes")) {
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
      } else {
        callable(method);
      }
    }
    identities(checks);
  }

  /** Generated code calls the method, and hands on nothing that it would have to declare. */
  private void callable(ExecutableElement method) {
    if (method.getModifiers().contains(Modifier.PRIVATE)) {
      problems.report(
          method, Problems.nameOf(method) + ": a @Check is called from outside; make it public");
    }
    for (TypeMirror thrown : method.getThrownTypes()) {
      if (isChecked(thrown)) {
        problems.report(
            method,
            Problems.nameOf(method)
                + ": a @Check throws no "
                + Imports.plain(thrown)
                + "; report what is wrong");
      }
    }
  }

  private static boolean sayTheSame(AnnotationMirror one, AnnotationMirror other) {
    return Mirrors.text(one, "text").equals(Mirrors.text(other, "text"))
        && Mirrors.text(one, "level").equals(Mirrors.text(other, "level"));
  }

  private static boolean isChecked(TypeMirror thrown) {
    TypeMirror here = thrown;
    while (here instanceof DeclaredType declared) {
      String name = ValueTypes.nameOf(here);
      if (name.equals("java.lang.RuntimeException") || name.equals("java.lang.Error")) {
        return false;
      }
      here = ((TypeElement) declared.asElement()).getSuperclass();
    }
    return true;
  }

  /** A finding names its rule: two rules of one name could not be told apart. */
  private void identities(List<ExecutableElement> checks) {
    Set<String> core = new HashSet<>();
    CoreRules.all().forEach(rule -> core.add(rule.id()));
    Map<String, ExecutableElement> first = new HashMap<>();
    for (ExecutableElement method : checks) {
      AnnotationMirror check = Mirrors.find(method, "rule.Check").orElseThrow();
      String id = Mirrors.text(check, "id");
      String here = Problems.nameOf(method);
      if (id.isBlank() || Mirrors.text(check, "text").isBlank()) {
        problems.report(method, here + ": a @Check has an id and a text, neither of them empty");
      } else if (core.contains(id)) {
        problems.report(
            method, here + ": \"" + id + "\" is a rule of every schema; give the rule another id");
      }
      ExecutableElement other = first.putIfAbsent(id, method);
      if (other != null && !sayTheSame(check, Mirrors.find(other, "rule.Check").orElseThrow())) {
        problems.report(
            method,
            here
                + " checks the rule \""
                + id
                + "\", as "
                + Problems.nameOf(other)
                + " does in other words; give one of them another id");
      }
    }
  }

  static String withoutAnnotations(TypeMirror type) {
    return ValueTypes.nameOf(type);
  }
}
