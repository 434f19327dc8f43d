package dev.espalier.model.schema;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

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
   * @param regex in the common ground of Java and ECMA 262, without anchors
   * @param words what the expression means
   */
  record Matches(Rule rule, String regex, String words) implements Constraint {
    /** Checks the expression. */
    public Matches {
      Pattern.compile(regex);
    }

    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * A number is above a bound.
   *
   * @param rule broken where it is not
   * @param bound the bound
   * @param inclusive whether the bound itself is right
   */
  record Above(Rule rule, BigDecimal bound, boolean inclusive) implements Constraint {
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
   * @param target what the node has to be
   */
  record Refers(Rule rule, NodeSchema target) implements Constraint {
    @Override
    public List<Rule> rules() {
      List<Rule> all = new ArrayList<>(List.of(rule));
      all.addAll(target.rules());
      return all;
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
  }
}
