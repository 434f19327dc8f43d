package dev.espalier.model.form;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The mistakes of a document, each with its place. */
final class Mistakes {
  private static final Rule FORM =
      new Rule(
          "schema.form",
          Level.MUST,
          Rule.Origin.SCHEMA,
          "A schema that comes as JSON keeps to the form of schemas.");

  private static final int MOST = 100;
  private static final int LONGEST = 80;
  private final List<Finding> findings = new ArrayList<>();

  boolean isEmpty() {
    return findings.isEmpty();
  }

  /** Notes a mistake; a document of mistakes only is not listed to its end. */
  void add(JsonPointer pointer, String message, String expected, String found, String fix) {
    if (findings.size() < MOST) {
      findings.add(
          Finding.builder()
              .rule(FORM)
              .node(NodePath.root())
              .pointer(pointer)
              .message(message)
              .expected(expected)
              .found(found)
              .fix(fix)
              .build());
    }
  }

  /** A value that is not what it should be. */
  void wrong(At at, String expected) {
    String shown = show(at.value());
    String place = at.pointer().toString().isEmpty() ? "the document" : at.pointer().toString();
    add(
        at.pointer(),
        place + " is " + shown + ", not " + expected,
        expected,
        shown,
        "write " + expected);
  }

  /** A value that says something impossible. */
  void refused(At at, String reason) {
    add(
        at.pointer(),
        at.pointer() + ": " + reason,
        "what the reference of the form allows",
        show(at.value()),
        "correct it");
  }

  static String show(JsonValue value) {
    String text = value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  InvalidHierarchyException exception() {
    String listed =
        findings.stream()
            .map(f -> "\n  " + f.message() + f.fix().map(fix -> "; " + fix).orElse(""))
            .collect(Collectors.joining());
    return new InvalidHierarchyException(
        "the document is no schema" + listed, new Report(Profile.SPEC, findings));
  }
}
