package dev.espalier.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;

/** Writes the calls that declare rules about a group, an array or an object. */
final class RuleCode {
  private final Imports imports;

  RuleCode(Imports imports) {
    this.imports = imports;
  }

  /** The calls for annotations on a group. */
  List<String> rules(Declared.Group group) {
    List<String> calls = new ArrayList<>();
    for (AnnotationMirror rule : RuleCheck.rules(group)) {
      String name = RuleCheck.nameOf(rule);
      String word = Character.toLowerCase(name.charAt(0)) + name.substring(1);
      List<String> names = new ArrayList<>();
      Mirrors.value(rule, "given").ifPresent(given -> names.add(given.toString()));
      names.addAll(Mirrors.texts(rule, "value"));
      names.addAll(Mirrors.texts(rule, "needed"));
      calls.add("." + word + "(" + Literals.texts(names) + ")");
    }
    return calls;
  }

  /** The calls for static methods that check a type. */
  List<String> checks(Declared declared, List<ExecutableElement> checks) {
    List<String> calls = new ArrayList<>();
    for (ExecutableElement method : checks) {
      String rule = rule(method);
      String code = code(declared, method, rule);
      if (declared instanceof Declared.Value) {
        calls.add(
            ".with(new "
                + imports.model("schema.value.Constraint")
                + ".Coded("
                + imports.use("java.util.List")
                + ".of("
                + rule
                + "), "
                + code
                + "))");
      } else {
        boolean onNode =
            RuleCheck.withoutAnnotations(method.getParameters().get(0).asType())
                .equals(RuleCheck.SUBJECT);
        calls.add((onNode ? ".check(" : ".checkAttributes(") + rule + ", " + code + ")");
      }
    }
    return calls;
  }

  private String code(Declared declared, ExecutableElement method, String rule) {
    String name = imports.use(declared.type());
    return method.getParameters().size() == 1
        ? name + "::" + method.getSimpleName()
        : "it -> " + name + "." + method.getSimpleName() + "(it, " + rule + ")";
  }

  private String rule(ExecutableElement method) {
    AnnotationMirror check = Mirrors.find(method, "rule.Check").orElseThrow();
    String id = Literals.text(Mirrors.text(check, "id"));
    String text = Literals.text(Mirrors.text(check, "text"));
    String level = Mirrors.value(check, "level").map(Object::toString).orElse("MUST");
    return switch (level.substring(level.lastIndexOf('.') + 1)) {
      case "MUST" -> imports.word("must") + "(" + id + ", " + text + ")";
      case "SHOULD" -> imports.word("should") + "(" + id + ", " + text + ")";
      default -> {
        String rule = imports.model("finding.Rule");
        String levels = imports.model("finding.Level");
        yield "new "
            + rule
            + "("
            + id
            + ", "
            + levels
            + ".MAY, "
            + rule
            + ".Origin.TEXT, "
            + text
            + ")";
      }
    };
  }
}
