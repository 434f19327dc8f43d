package dev.espalier.model.match;

import dev.espalier.model.edit.AttributeEdit;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RemoveAttribute;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.schema.value.Selector;
import dev.espalier.model.schema.value.ValueWords;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks the constraints that need nothing but the value. */
final class ConstraintCheck {
  private ConstraintCheck() {}

  static void check(Constraint constraint, Part part) {
    if (constraint instanceof Constraint.OneOf oneOf) {
      oneOf(oneOf, part);
    } else if (constraint instanceof Constraint.Bounds bounds) {
      bounds(bounds, part);
    } else if (constraint instanceof Constraint.Length length) {
      length(length, part);
    } else if (constraint instanceof Constraint.Distinct distinct) {
      distinct(distinct, part);
    } else if (constraint instanceof Constraint.Counted counted) {
      counted(counted, part);
    } else {
      throw new IllegalArgumentException("no check for " + constraint);
    }
  }

  private static void oneOf(Constraint.OneOf oneOf, Part part) {
    if (oneOf.values().isEmpty()) {
      excluded(oneOf.rule(), part);
      return;
    }
    JsonValue value = Numbers.normalized(part.value());
    if (oneOf.values().stream().map(Numbers::normalized).noneMatch(value::equals)) {
      String expected = ValueWords.oneOf(oneOf.values());
      String trouble =
          oneOf.values().size() == 1 ? ", not " + expected : ", which is none of the known values";
      Optional<JsonValue> near = part.text().flatMap(text -> nearest(oneOf.values(), text));
      Optional<JsonValue> meant = part.text().flatMap(text -> Spelling.meant(oneOf.values(), text));
      part.report(
          oneOf.rule(),
          finding ->
              finding
                  .message(part.words() + " is " + Wording.show(part.value()) + trouble)
                  .expected(expected)
                  .found(Wording.show(part.value()))
                  .fix("write " + near.map(Wording::show).orElse(expected))
                  .addAllEdits(meant.flatMap(m -> setting(part, m)).stream().toList()));
    }
  }

  private static void excluded(Rule rule, Part part) {
    part.report(
        rule,
        finding ->
            finding
                .message(part.words() + " is there, and should not be")
                .expected("nothing")
                .found(Wording.show(part.value()))
                .fix("remove it")
                .addAllEdits(
                    AttributeEdit.insideAttributes(part.pointer())
                        .map(place -> new RemoveAttribute(part.node(), place))
                        .stream()
                        .toList()));
  }

  private static Optional<Edit> setting(Part part, JsonValue meant) {
    return AttributeEdit.insideAttributes(part.pointer())
        .map(place -> new SetAttribute(part.node(), place, meant));
  }

  private static Optional<JsonValue> nearest(List<JsonValue> values, String text) {
    return values.stream()
        .filter(value -> value instanceof JsonString known && NearMiss.isNear(text, known.value()))
        .findFirst();
  }

  /** Reports a text that does not match, or of which that cannot be told. */
  static void matches(Constraint.Matches matches, Part part, TextPattern.Verdict verdict) {
    if (verdict == TextPattern.Verdict.DIFFERS) {
      report(
          matches.rule(),
          part,
          "is " + Wording.show(part.value()) + ", not " + matches.words(),
          matches.words(),
          "write " + matches.words());
    } else if (verdict == TextPattern.Verdict.UNDECIDED) {
      report(
          matches.rule(),
          part,
          "cannot be held to its pattern: that would take too many steps",
          matches.words(),
          "write " + matches.words() + ", or simplify the pattern");
    }
  }

  private static void bounds(Constraint.Bounds bounds, Part part) {
    Optional<BigDecimal> number =
        part.value() instanceof JsonNumber spelled ? Numbers.exact(spelled) : Optional.empty();
    if (part.value() instanceof JsonNumber
        && number.filter(exact -> isWithin(bounds, exact)).isEmpty()) {
      String expected = "a number " + ValueWords.bounds(bounds);
      report(
          bounds.rule(),
          part,
          "is " + Wording.show(part.value()) + ", not " + expected,
          expected,
          "write " + expected);
    }
  }

  static boolean isWithin(Constraint.Bounds bounds, BigDecimal number) {
    int low = bounds.min().map(number::compareTo).orElse(1);
    int high = bounds.max().map(number::compareTo).orElse(-1);
    return (low > 0 || (low == 0 && bounds.minIncluded()))
        && (high < 0 || (high == 0 && bounds.maxIncluded()));
  }

  private static void length(Constraint.Length length, Part part) {
    int size = part.elements().size();
    int max = length.max().orElse(Integer.MAX_VALUE);
    if (size < length.min() || size > max) {
      String expected =
          length.max().isPresent()
              ? Wording.between(length.min(), max)
              : "at least " + length.min();
      part.report(
          length.rule(),
          finding ->
              finding
                  .message(part.words() + " has " + Wording.elements(size) + ", not " + expected)
                  .expected(expected + Wording.elementsOf(expected))
                  .found(Wording.elements(size))
                  .fix(
                      size < length.min()
                          ? "add at least " + Wording.elements(length.min() - size)
                          : "remove at least " + Wording.elements(size - max)));
    }
  }

  /** An element that is wrong by itself is not compared. */
  private static void distinct(Constraint.Distinct distinct, Part part) {
    boolean allAreSound = part.isSound(distinct.rule());
    Map<JsonValue, Part> seen = new HashMap<>();
    for (Part element : part.elements()) {
      Optional<Part> compared =
          distinct.field().isPresent()
              ? element.field(distinct.field().get())
              : Optional.of(element);
      boolean isSound = allAreSound || element.isSound(distinct.rule());
      Part first =
          compared.isEmpty() || !isSound
              ? null
              : seen.putIfAbsent(Numbers.normalized(compared.get().value()), compared.get());
      if (first != null) {
        report(
            distinct.rule(),
            compared.get(),
            "repeats "
                + (distinct.field().isPresent() ? first.pointer().toString() : first.words()),
            "a value that no other element has",
            "remove it, or write what was meant");
      }
    }
  }

  private static void counted(Constraint.Counted counted, Part part) {
    if (!part.isSound(counted.rule())) {
      return;
    }
    List<Part> selected =
        part.elements().stream().filter(e -> counted.selector().selects(e.value())).toList();
    int size = selected.size();
    if (size < counted.min() || size > counted.max()) {
      String sort = " " + ValueWords.selected(counted.selector());
      Optional<Meant> near =
          size < counted.min() ? meant(counted.selector(), part) : Optional.empty();
      String expected = Wording.between(counted.min(), counted.max());
      part.report(
          counted.rule(),
          finding ->
              finding
                  .message(
                      part.words() + " has " + Wording.elements(size) + sort + ", not " + expected)
                  .expected(expected + Wording.elementsOf(expected) + sort)
                  .found(Wording.elements(size) + sort)
                  .fix(
                      near.map(m -> "write " + m.value() + " instead of " + m.instead().value())
                          .orElse(
                              size < counted.min()
                                  ? "add " + Wording.elements(counted.min() - size) + sort
                                  : "remove " + Wording.elements(size - counted.max()) + sort))
                  .addAllEdits(
                      near
                          .flatMap(
                              m ->
                                  Spelling.meant(List.of(m.value()), m.instead().text().orElse(""))
                                      .flatMap(value -> setting(m.instead(), value)))
                          .stream()
                          .toList()));
    }
  }

  /** A text that was probably meant instead of another one. */
  private record Meant(JsonValue value, Part instead) {}

  /** An element that would count, were it not for a typing error. */
  private static Optional<Meant> meant(Selector selector, Part list) {
    List<JsonValue> texts = selector.texts().stream().map(JsonValue::of).toList();
    return list.elements().stream()
        .flatMap(element -> element.field(selector.field()).stream())
        .filter(part -> part.text().filter(selector.texts()::contains).isEmpty())
        .flatMap(
            part ->
                part.text().flatMap(text -> nearest(texts, text)).stream()
                    .map(value -> new Meant(value, part)))
        .findFirst();
  }

  private static void report(Rule rule, Part part, String trouble, String expected, String fix) {
    part.report(
        rule,
        finding ->
            finding
                .message(part.words() + " " + trouble)
                .expected(expected)
                .found(Wording.show(part.value()))
                .fix(fix));
  }
}
