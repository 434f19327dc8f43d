package dev.espalier.model.form;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
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
  private static final int MOST_NAMES = 5;
  private final List<Finding> findings = new ArrayList<>();
  private int unlisted;

  boolean isEmpty() {
    return findings.isEmpty();
  }

  int count() {
    return findings.size() + unlisted;
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
    } else {
      unlisted++;
    }
  }

  /** A value that is not what it should be. */
  void wrong(At at, String expected) {
    wrong(at, expected, expected);
  }

  /** A value that is not what it should be, and what was meant. */
  void wrong(At at, String expected, String meant) {
    String shown = show(at.value());
    String message = place(at.pointer()) + " is " + shown + ", not " + expected;
    add(at.pointer(), message, expected, shown, "write " + meant);
  }

  /** A value that says something impossible. */
  void refused(At at, String reason, String fix) {
    add(
        at.pointer(),
        place(at.pointer()) + ": " + reason,
        "what the reference of the form allows",
        show(at.value()),
        fix);
  }

  static String place(JsonPointer pointer) {
    return pointer.tokens().isEmpty() ? "the document" : pointer.toString();
  }

  /** A value in a few words: spelling out a whole document would cost more than it tells. */
  static String show(JsonValue value) {
    if (value instanceof JsonArray) {
      return "a list";
    }
    if (value instanceof JsonObject object) {
      return object.isEmpty() ? "an empty object" : "an object with " + names(object);
    }
    String text = value.toString();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  private static String names(JsonObject object) {
    String names =
        object.members().keySet().stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return names.length() <= LONGEST ? names : names.substring(0, LONGEST) + "...";
  }

  InvalidHierarchyException exception() {
    String listed =
        findings.stream()
            .map(f -> "\n  " + f.message() + f.fix().map(fix -> "; " + fix).orElse(""))
            .collect(Collectors.joining());
    String others = unlisted == 0 ? "" : "\n  and " + unlisted + " more";
    return new InvalidHierarchyException(
        "the document is no schema" + listed + others, new Report(Profile.SPEC, findings));
  }
}
