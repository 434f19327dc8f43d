package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.schema.NodeInspection;
import dev.espalier.model.schema.NodeRule;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks rules about a node and its members. */
final class GroupRules {
  private GroupRules() {}

  static void check(NodeRule rule, Frame frame, GroupMatcher matcher) {
    GroupSpec spec = (GroupSpec) frame.spec();
    if (rule instanceof NodeRule.SameDataType same) {
      sameDataType(same, frame, spec, matcher);
    } else if (rule instanceof NodeRule.SomeOf some) {
      someOf(some, frame, spec, matcher);
    } else if (rule instanceof NodeRule.Requires requires) {
      requires(requires, frame, spec, matcher);
    } else if (rule instanceof NodeRule.DimensionNamesAgree agree) {
      dimensionNames(agree.rule(), frame, spec);
    } else {
      coded(rule, frame);
    }
  }

  /** Code that fails over a node that is broken anyway is silent; else the failure is told. */
  static void coded(NodeRule rule, Frame frame) {
    if (!(rule instanceof NodeRule.Coded coded)) {
      return;
    }
    Run run = frame.run();
    NodeInspection.Subject subject =
        new NodeInspection.Subject(
            run.hierarchy(),
            frame.path(),
            frame.spec(),
            (broken, details) ->
                run.report(
                    details.apply(Finding.builder().rule(broken).node(frame.path())).build()));
    try {
      coded.code().inspect(subject);
    } catch (RuntimeException e) {
      if (run.ledger().isSound(frame.path(), JsonPointer.root(), coded.rules().get(0))) {
        report(
            frame,
            CoreRules.RULE_CHECKED,
            "the code of " + ids(coded.rules()) + " failed: " + e,
            "code that reports what it finds",
            e.getClass().getSimpleName(),
            "correct the code of the rule");
      }
    }
  }

  private static String ids(List<Rule> rules) {
    return String.join(", ", rules.stream().map(Rule::id).toList());
  }

  private static void sameDataType(
      NodeRule.SameDataType same, Frame frame, GroupSpec spec, GroupMatcher matcher) {
    if (isUniform(spec)) {
      return;
    }
    Map<NodeName, ArraySpec> arrays = new LinkedHashMap<>();
    spec.members()
        .forEach(
            (name, node) -> {
              if (node instanceof ArraySpec array && isUnder(matcher, name, same.members())) {
                arrays.put(name, array);
              }
            });
    Map<String, List<NodeName>> byType = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) ->
            byType.computeIfAbsent(array.dataType().id(), t -> new ArrayList<>()).add(name));
    if (byType.size() < 2) {
      return;
    }
    String most = Majority.of(byType);
    byType.forEach(
        (type, names) -> {
          if (!type.equals(most)) {
            NodeName blamed = names.get(0);
            ArrayMessages.report(
                frame.child(blamed, spec.members().getOrDefault(blamed, spec)),
                same.rule(),
                JsonPointer.of("data_type"),
                "data type: "
                    + frame.path().child(byType.getOrDefault(most, names).get(0))
                    + " is "
                    + most
                    + ", "
                    + frame.path().child(blamed)
                    + " is "
                    + type
                    + (names.size() > 1 ? ", as are " + (names.size() - 1) + " more" : ""),
                most,
                type,
                "write it again as " + most);
          }
        });
  }

  /** Whether all arrays of a group have one data type, declared or not: nearly always so. */
  private static boolean isUniform(GroupSpec spec) {
    DataType first = null;
    for (NodeSpec member : spec.members().values()) {
      if (member instanceof ArraySpec array) {
        first = first == null ? array.dataType() : first;
        if (!first.equals(array.dataType())) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean isUnder(GroupMatcher matcher, NodeName name, List<String> declarations) {
    return matcher
        .declaring(name)
        .filter(declared -> declarations.contains(declared.member().name().toString()))
        .isPresent();
  }

  private static boolean isThere(GroupSpec spec, GroupMatcher matcher, String name) {
    return name.startsWith("@")
        ? spec.attributes().byName().containsKey(name.substring(1))
        : spec.members().keySet().stream().anyMatch(n -> isUnder(matcher, n, List.of(name)));
  }

  private static void someOf(
      NodeRule.SomeOf some, Frame frame, GroupSpec spec, GroupMatcher matcher) {
    List<String> there =
        some.names().stream().filter(name -> isThere(spec, matcher, name)).toList();
    if (there.size() < some.min() || there.size() > some.max()) {
      String expected = Wording.between(some.min(), some.max()) + " of " + words(some.names());
      report(
          frame,
          some.rule(),
          frame.path() + " has " + (there.isEmpty() ? "none" : words(there)) + ", not " + expected,
          expected,
          there.isEmpty() ? "none of them" : words(there),
          there.size() < some.min() ? "add one of them" : "keep " + some.max() + " of them");
    }
  }

  private static void requires(
      NodeRule.Requires requires, Frame frame, GroupSpec spec, GroupMatcher matcher) {
    List<String> missing =
        requires.needed().stream().filter(name -> !isThere(spec, matcher, name)).toList();
    if (!missing.isEmpty() && isThere(spec, matcher, requires.given())) {
      report(
          frame,
          requires.rule(),
          frame.path() + " has " + word(requires.given()) + " without " + words(missing),
          word(requires.given()) + " together with " + words(requires.needed()),
          "no " + words(missing),
          "add " + words(missing) + ", or remove " + word(requires.given()));
    }
  }

  private static String words(List<String> names) {
    return String.join(", ", names.stream().map(GroupRules::word).toList());
  }

  private static String word(String name) {
    return name.startsWith("@")
        ? "the attribute \"" + name.substring(1) + "\""
        : "\"" + name + "\"";
  }

  /** An array whose shape is known to be wrong is not told so again. */
  private static void dimensionNames(Rule rule, Frame frame, GroupSpec spec) {
    Map<String, Symbol> symbols = new LinkedHashMap<>();
    Map<NodeName, Frame> frames = new HashMap<>();
    for (Map.Entry<NodeName, NodeSpec> member : spec.members().entrySet()) {
      if (!(member.getValue() instanceof ArraySpec array)
          || array.dimensionNames().isEmpty()
          || hasWrongShape(frame, member.getKey(), rule)) {
        continue;
      }
      List<Optional<String>> names = array.dimensionNames().get();
      for (int axis = 0; axis < names.size(); axis++) {
        Optional<String> name = names.get(axis);
        if (name.isPresent()) {
          Frame child =
              frames.computeIfAbsent(member.getKey(), n -> frame.child(n, member.getValue()));
          long extent = array.shape().extent(axis);
          symbols
              .computeIfAbsent(name.get(), Symbol::new)
              .uses()
              .add(
                  new Symbol.Use(
                      Spot.axis(child, axis), extent, Extent.symbol(name.get()), extent, rule));
        }
      }
    }
    symbols.values().forEach(symbol -> Symbols.settle(symbol, frame.run()));
  }

  private static boolean hasWrongShape(Frame frame, NodeName name, Rule rule) {
    Ledger ledger = frame.run().ledger();
    return ledger.size() > 0
        && !ledger.isSound(frame.path().child(name), JsonPointer.of("shape"), rule);
  }

  private static void report(
      Frame frame, Rule rule, String message, String expected, String found, String fix) {
    ArrayMessages.report(frame, rule, JsonPointer.root(), message, expected, found, fix);
  }
}
