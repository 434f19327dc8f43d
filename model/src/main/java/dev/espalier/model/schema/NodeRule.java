package dev.espalier.model.schema;

import dev.espalier.model.finding.Rule;
import java.util.List;

/**
 * A rule about a node and its members. Members are named as they are declared ({@code signal},
 * {@code s{n}}), attributes with an {@code @} before their name.
 */
public sealed interface NodeRule {
  /** The rules that this one can find broken. */
  List<Rule> rules();

  /**
   * Arrays have one data type.
   *
   * @param rule broken by an array of another type than the first
   * @param members the declarations whose arrays share it
   */
  record SameDataType(Rule rule, List<String> members) implements NodeRule {
    /** Copies the list. */
    public SameDataType {
      members = List.copyOf(members);
    }

    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * So many of several members or attributes are there.
   *
   * @param rule broken where there are fewer or more
   * @param names the members and attributes
   * @param min how many at least
   * @param max how many at most
   */
  record SomeOf(Rule rule, List<String> names, int min, int max) implements NodeRule {
    /** Copies the list. */
    public SomeOf {
      names = List.copyOf(names);
    }

    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * Where one member or attribute is, others are.
   *
   * @param rule broken where one of the others is missing
   * @param given the member or attribute that needs the others
   * @param needed the others
   */
  record Requires(Rule rule, String given, List<String> needed) implements NodeRule {
    /** Copies the list. */
    public Requires {
      needed = List.copyOf(needed);
    }

    @Override
    public List<Rule> rules() {
      return List.of(rule);
    }
  }

  /**
   * Dimensions of one name have one extent, over all arrays that are direct members of the group.
   *
   * @param rule broken by another extent than that of most
   */
  record DimensionNamesAgree(Rule rule) implements NodeRule {
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
  record Coded(List<Rule> rules, NodeInspection code) implements NodeRule {
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
