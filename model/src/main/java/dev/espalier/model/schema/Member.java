package dev.espalier.model.schema;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A member of a group, or several under one pattern of names.
 *
 * @param name which names
 * @param node what each of them has to be
 * @param presence the rule that is broken where there are too few or too many; without one, any
 *     number is right
 * @param min how many there are at least
 * @param max how many there are at most, where that is bounded
 * @param text what they are, for those who read the documentation; may be empty
 */
public record Member(
    MemberName name,
    NodeSchema node,
    Optional<Rule> presence,
    int min,
    OptionalInt max,
    String text) {
  /** Checks the numbers. */
  public Member {
    if (min < 0 || (max.isPresent() && max.getAsInt() < Math.max(min, 1))) {
      throw new IllegalArgumentException(
          "member " + name + ": at least " + min + " and at most " + max.getAsInt() + " of them");
    }
    if (name.isExact() && min > 1) {
      throw new IllegalArgumentException(
          "member " + name + ": " + min + " members cannot have one name; write a template");
    }
    if (min > 0 && presence.isEmpty()) {
      throw new IllegalArgumentException("member " + name + " is demanded by no rule");
    }
  }

  /** A member that has to be there. */
  public static Member required(String name, NodeSchema node) {
    return one(name, node, Optional.of(CoreRules.MEMBER_MISSING));
  }

  /** A member that should be there. */
  public static Member recommended(String name, NodeSchema node) {
    return one(name, node, Optional.of(CoreRules.MEMBER_RECOMMENDED));
  }

  /** A member that may be absent. */
  public static Member optional(String name, NodeSchema node) {
    return one(name, node, Optional.empty());
  }

  /** Any number of members. */
  public static Member many(MemberName name, NodeSchema node) {
    return new Member(name, node, Optional.empty(), 0, OptionalInt.empty(), "");
  }

  /** At least so many members. */
  public static Member atLeast(int min, MemberName name, NodeSchema node) {
    return new Member(
        name, node, Optional.of(CoreRules.MEMBER_COUNT), min, OptionalInt.empty(), "");
  }

  /** At least and at most so many members. */
  public static Member between(int min, int max, MemberName name, NodeSchema node) {
    return new Member(
        name, node, Optional.of(CoreRules.MEMBER_COUNT), min, OptionalInt.of(max), "");
  }

  private static Member one(String name, NodeSchema node, Optional<Rule> presence) {
    return new Member(
        MemberName.exact(name),
        node,
        presence,
        presence.isPresent() ? 1 : 0,
        OptionalInt.of(1),
        "");
  }

  /** This member, demanded by another rule. */
  public Member demandedBy(Rule rule) {
    return new Member(name, node, Optional.of(rule), Math.max(min, 1), max, text);
  }

  /** This member with documentation. */
  public Member describedAs(String words) {
    return new Member(name, node, presence, min, max, words);
  }

  /** Whether it has to be there for the group to be what it is. */
  public boolean isRequired() {
    return min > 0 && presence.filter(rule -> rule.level() == Level.MUST).isPresent();
  }
}
