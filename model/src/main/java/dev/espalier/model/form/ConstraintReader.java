package dev.espalier.model.form;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Selector;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads constraints: those that stand beside a type, then those in a list. */
final class ConstraintReader {
  private final RuleReader rules;
  private final CodeBinding code;
  private final Uses uses;

  ConstraintReader(Reading reading) {
    this.rules = reading.rules();
    this.code = reading.code();
    this.uses = reading.uses();
  }

  /** The rule that a constraint is under where nothing else is said. */
  static Rule usual(Constraint constraint) {
    if (constraint instanceof Constraint.OneOf) {
      return CoreRules.ATTRIBUTE_VALUE;
    }
    if (constraint instanceof Constraint.Matches) {
      return CoreRules.ATTRIBUTE_PATTERN;
    }
    if (constraint instanceof Constraint.Bounds) {
      return CoreRules.ATTRIBUTE_RANGE;
    }
    if (constraint instanceof Constraint.Length) {
      return CoreRules.ATTRIBUTE_LENGTH;
    }
    if (constraint instanceof Constraint.Distinct) {
      return CoreRules.ATTRIBUTE_DISTINCT;
    }
    if (constraint instanceof Constraint.Counted) {
      return CoreRules.ATTRIBUTE_COUNT;
    }
    if (constraint instanceof Constraint.Refers) {
      return CoreRules.REFERENCE_TARGET;
    }
    return constraint instanceof Constraint.EqualsExtent
        ? CoreRules.ATTRIBUTE_EXTENT
        : CoreRules.REFERENCE_DIMENSION;
  }

  List<Constraint> beside(Keys keys) {
    List<Constraint> all = new ArrayList<>();
    read(keys, Optional.empty(), all);
    keys.get("constraints").ifPresent(at -> all.addAll(list(at)));
    return all;
  }

  List<Constraint> list(At at) {
    List<Constraint> all = new ArrayList<>();
    for (At one : at.elements("a list of constraints")) {
      Keys keys = new Keys(one, "a constraint");
      int before = all.size();
      int told = at.mistakes().count();
      read(keys, keys.get("under"), all);
      keys.get("count").flatMap(c -> counted(keys, c)).ifPresent(all::add);
      keys.get("code")
          .map(rules::references)
          .filter(r -> !r.isEmpty())
          .ifPresent(r -> coded(r, all));
      keys.finish();
      if (all.size() != before + 1 && at.mistakes().count() == told) {
        one.refuse("each element of the list is one constraint, not " + (all.size() - before));
      }
    }
    return all;
  }

  private Rule rule(Optional<At> under, Rule usual) {
    return under.map(at -> rules.reference(at, usual)).orElse(usual);
  }

  private void read(Keys keys, Optional<At> under, List<Constraint> all) {
    keys.get("one_of")
        .map(at -> at.elements("a list of values").stream().map(At::value).toList())
        .ifPresent(v -> all.add(new Constraint.OneOf(rule(under, CoreRules.ATTRIBUTE_VALUE), v)));
    matches(keys, under, all);
    bounds(keys, under, all);
    keys.get("size").flatMap(at -> length(at, under)).ifPresent(all::add);
    keys.get("distinct").ifPresent(at -> all.add(distinct(at, under)));
    keys.get("refers_to").flatMap(at -> refers(at, under)).ifPresent(all::add);
    keys.get("equals")
        .flatMap(at -> ExtentForm.read(at, uses))
        .ifPresent(
            e -> all.add(new Constraint.EqualsExtent(rule(under, CoreRules.ATTRIBUTE_EXTENT), e)));
    keys.get("names_dimension").flatMap(at -> naming(at, under)).ifPresent(all::add);
  }

  private Optional<Constraint> refers(At at, Optional<At> under) {
    Optional<String> target = at.text("the name of a definition");
    target.ifPresent(definition -> uses.definition(at, definition));
    return target.map(d -> new Constraint.Refers(rule(under, CoreRules.REFERENCE_TARGET), d));
  }

  private Optional<Constraint> naming(At at, Optional<At> under) {
    Optional<String> symbol = at.text("a symbol");
    symbol.ifPresent(s -> uses.symbol(at, s));
    return symbol.map(
        s -> new Constraint.NamesDimension(rule(under, CoreRules.REFERENCE_DIMENSION), s));
  }

  private void matches(Keys keys, Optional<At> under, List<Constraint> all) {
    Optional<At> pattern = keys.get("pattern");
    Optional<At> meaning = keys.get("meaning");
    if (pattern.isEmpty()) {
      meaning.ifPresent(at -> at.refuse("there is no pattern whose meaning this is"));
    }
    pattern
        .flatMap(at -> at.parsed(at.text("a regular expression"), TextPattern::new))
        .ifPresent(
            p -> {
              Rule rule = rule(under, CoreRules.ATTRIBUTE_PATTERN);
              String words = meaning.flatMap(at -> at.text("a string")).orElse(meaning(p));
              all.add(new Constraint.Matches(rule, p, words));
            });
  }

  /** What is said about a pattern of which nobody says what it means. */
  static String meaning(TextPattern pattern) {
    return "text that matches " + pattern.regex();
  }

  private void bounds(Keys keys, Optional<At> under, List<Constraint> all) {
    Optional<BigDecimal> min = keys.get("min").flatMap(At::number);
    Optional<BigDecimal> above = keys.get("above").flatMap(At::number);
    Optional<BigDecimal> max = keys.get("max").flatMap(At::number);
    Optional<BigDecimal> below = keys.get("below").flatMap(At::number);
    if ((min.isPresent() && above.isPresent()) || (max.isPresent() && below.isPresent())) {
      keys.at().refuse("min and above, or max and below, are two bounds on one side");
    }
    if (min.or(() -> above).or(() -> max).or(() -> below).isPresent()) {
      Constraint.Bounds bounds =
          new Constraint.Bounds(
              rule(under, CoreRules.ATTRIBUTE_RANGE),
              min.or(() -> above),
              above.isEmpty(),
              max.or(() -> below),
              below.isEmpty());
      if (isEmpty(bounds)) {
        String ends = bounds.min().orElseThrow() + " and " + bounds.max().orElseThrow();
        keys.at().refuse("no number lies between " + ends);
      }
      all.add(bounds);
    }
  }

  private static boolean isEmpty(Constraint.Bounds bounds) {
    if (bounds.min().isEmpty() || bounds.max().isEmpty()) {
      return false;
    }
    int order = bounds.min().get().compareTo(bounds.max().get());
    return order > 0 || (order == 0 && !(bounds.minIncluded() && bounds.maxIncluded()));
  }

  private Optional<Constraint> length(At at, Optional<At> under) {
    List<At> ends = at.elements("a list of a least size, and maybe a greatest");
    if (ends.isEmpty() || ends.size() > 2) {
      at.mistakes().wrong(at, "a list of a least size, and maybe a greatest");
      return Optional.empty();
    }
    int min = ends.get(0).count(0);
    OptionalInt max =
        ends.size() == 2 ? OptionalInt.of(ends.get(1).count(min)) : OptionalInt.empty();
    return Optional.of(new Constraint.Length(rule(under, CoreRules.ATTRIBUTE_LENGTH), min, max));
  }

  private Constraint distinct(At at, Optional<At> under) {
    Optional<String> field =
        at.value() == JsonBoolean.TRUE ? Optional.empty() : at.text("true, or the name of a field");
    return new Constraint.Distinct(rule(under, CoreRules.ATTRIBUTE_DISTINCT), field);
  }

  private Optional<Constraint> counted(Keys outer, At at) {
    Keys keys = new Keys(at, "a count");
    Optional<String> field = keys.required("field", "a field").flatMap(f -> f.text("a field"));
    List<String> texts =
        keys.required("texts", "its texts").map(t -> t.texts("a text")).orElse(List.of());
    boolean orAbsent = keys.flag("or_absent");
    int min = keys.get("min").map(m -> m.count(0)).orElse(0);
    int max = keys.get("max").map(m -> m.count(0)).orElse(Integer.MAX_VALUE);
    keys.finish();
    if (min > max) {
      at.refuse("no list has at least " + min + " and at most " + max + " of something");
    }
    Rule rule = rule(outer.get("under"), CoreRules.ATTRIBUTE_COUNT);
    return field.map(f -> new Constraint.Counted(rule, new Selector(f, texts, orAbsent), min, max));
  }

  private void coded(List<Rule> list, List<Constraint> all) {
    Inspection here =
        code.ofValue(list)
            .orElse(part -> part.report(CoreRules.RULE_CHECKED, f -> AbsentCode.describe(f, list)));
    all.add(new Constraint.Coded(list, here));
  }
}
