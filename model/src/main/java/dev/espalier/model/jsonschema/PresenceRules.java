package dev.espalier.model.jsonschema;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.schema.NodeRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Says in JSON Schema which members and attributes are there together. */
final class PresenceRules {
  private PresenceRules() {}

  /** Whether a rule is about the presence of members or attributes. */
  static boolean isAboutMembers(NodeRule rule) {
    return rule instanceof NodeRule.SomeOf || rule instanceof NodeRule.Requires;
  }

  /** The members and attributes that a rule is about. */
  static List<String> names(NodeRule rule) {
    List<String> names = new ArrayList<>();
    if (rule instanceof NodeRule.SomeOf some) {
      names.addAll(some.names());
    } else if (rule instanceof NodeRule.Requires requires) {
      names.add(requires.given());
      names.addAll(requires.needed());
    }
    return names;
  }

  /**
   * The rule as a condition.
   *
   * @param isThere the condition that a member or attribute is there
   */
  static Optional<JsonObject> of(
      Omissions omissions, NodeRule rule, String where, Function<String, JsonObject> isThere) {
    if (!rule.rules().stream().allMatch(one -> omissions.expresses(one, where))) {
      return Optional.empty();
    }
    if (rule instanceof NodeRule.Requires requires) {
      Keywords needed = new Keywords();
      requires.needed().forEach(name -> needed.also(isThere.apply(name)));
      return Optional.of(Keywords.when(isThere.apply(requires.given()), needed.build()));
    }
    return rule instanceof NodeRule.SomeOf some
        ? someOf(omissions, some, where, isThere)
        : Optional.empty();
  }

  private static Optional<JsonObject> someOf(
      Omissions omissions,
      NodeRule.SomeOf some,
      String where,
      Function<String, JsonObject> isThere) {
    List<JsonObject> each = some.names().stream().map(isThere).toList();
    if (some.min() <= 0 && some.max() >= each.size()) {
      return Optional.empty();
    }
    if (some.min() >= each.size()) {
      return Optional.of(Keywords.of("allOf", each));
    }
    if (some.min() == 1 && some.max() >= each.size()) {
      return Optional.of(Keywords.of("anyOf", each));
    }
    if (some.min() == 1 && some.max() == 1) {
      return Optional.of(Keywords.of("oneOf", each));
    }
    if (some.min() <= 0 && some.max() == 1) {
      JsonObject none = Keywords.not(Keywords.of("anyOf", each));
      List<JsonObject> atMostOne = List.of(none, Keywords.of("oneOf", each));
      return Optional.of(Keywords.of("anyOf", atMostOne));
    }
    omissions.add(some.rule(), where, "JSON Schema does not count which members are there");
    return Optional.empty();
  }
}
