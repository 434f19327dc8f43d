package dev.espalier.model.schema.value;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.array.Extent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A rule on a value that already is of the right kind. */
public sealed interface Constraint {
  /** The rules that this constraint can find broken. */
  List<Rule> rules();

  /** A value is one of a few. */
  static OneOf oneOf(Rule rule, String... texts) {
    return new OneOf(rule, List.of(texts).stream().map(JsonValue::of).toList());
  }

  /** A list has at least and at most so many elements. */
  static Length length(Rule rule, int min, int max) {
    return new Length(rule, min, OptionalInt.of(max));
  }

  /** A list has at least so many elements. */
  static Length atLeast(Rule rule, int min) {
    return new Length(rule, min, OptionalInt.empty());
  }

  /** So many elements of a list are selected, at least and at most. */
  static Counted count(Rule rule, Selector selector, int min, int max) {
    return new Counted(rule, selector, min, max);
  }

  /** Joins lists of constraints. */
  static List<Constraint> join(List<Constraint> first, Constraint... more) {
    List<Constraint> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all;
  }

  /**
   * The value is one of a few.
   *
   * @param rule broken by any other
   * @param values the values that are right
   */
  record OneOf(Rule rule, List<JsonValue> values) implements Constraint {
    /** Copies the values. */
    public OneOf {
      values = List.copyOf(values);
    }

    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * All of a string matches a regular expression.
   *
   * @param rule broken where it does not
   * @param pattern the expression
   * @param words what the expression means
   */
  record Matches(Rule rule, TextPattern pattern, String words) implements Constraint {
    /** Reads the expression. */
    public Matches(Rule rule, String regex, String words) {
      this(rule, new TextPattern(regex), words);
    }

    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * A number is within bounds.
   *
   * @param rule broken where it is not
   * @param min the bound below, where there is one
   * @param minIncluded whether that bound itself is right
   * @param max the bound above, where there is one
   * @param maxIncluded whether that bound itself is right
   */
  record Bounds(
      Rule rule,
      Optional<BigDecimal> min,
      boolean minIncluded,
      Optional<BigDecimal> max,
      boolean maxIncluded)
      implements Constraint {
    /** Takes a bound that is not there for one that is included. */
    public Bounds {
      minIncluded = minIncluded || min.isEmpty();
      maxIncluded = maxIncluded || max.isEmpty();
    }

    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * A list has a number of elements.
   *
   * @param rule broken by shorter and longer lists
   * @param min how many at least
   * @param max how many at most
   */
  record Length(Rule rule, int min, OptionalInt max) implements Constraint {
    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * No two elements of a list are equal, or equal in one field.
   *
   * @param rule broken by two that are
   * @param field the field that is compared; without one, the whole element
   */
  record Distinct(Rule rule, Optional<String> field) implements Constraint {
    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * So many elements of a list are of a sort.
   *
   * @param rule broken where there are fewer or more
   * @param selector says which elements count
   * @param min how many at least
   * @param max how many at most
   */
  record Counted(Rule rule, Selector selector, int min, int max) implements Constraint {
    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * A string is the path of a node, relative to the node whose attribute it is in.
   *
   * @param rule broken where there is no such node
   * @param target the definition that the node has to fit, by its name in the schema
   */
  record Refers(Rule rule, String target) implements Constraint {
    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * An integer is the extent that an expression gives; where nothing else says what its symbol is,
   * the integer does.
   *
   * @param rule broken by another number
   * @param extent the expression
   */
  record EqualsExtent(Rule rule, Extent extent) implements Constraint {
    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * A string is the name of a dimension of some array in the same group, and a symbol stands for
   * the extent of that dimension.
   *
   * @param rule broken where no array has such a dimension
   * @param symbol the symbol, in scope as if the array that has the attribute used it
   */
  record NamesDimension(Rule rule, String symbol) implements Constraint {
    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * Rules that only code can check.
   *
   * @param rules the rules that the code checks
   * @param code the check
   */
  record Coded(List<Rule> rules, Inspection code) implements Constraint {
    /** Copies the rules. */
    public Coded {
      rules = List.copyOf(rules);
    }

    /** Code cannot be compared; two are equal if they check the same rules. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Coded that && rules.equals(that.rules);
    }

    @Override
    public int hashCode() {
      return rules.hashCode();
    }
  }
}
