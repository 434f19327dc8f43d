package dev.espalier.model.match;

import dev.espalier.model.edit.Edit;
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

  static void check(NodeRule rule, Frame frame, GroupMatcher matcher, Named.Names names) {
    GroupSpec spec = (GroupSpec) frame.spec();
    if (rule instanceof NodeRule.SameDataType same) {
      sameDataType(same, frame, spec, matcher);
    } else if (rule instanceof NodeRule.SomeOf some) {
      someOf(some, frame, matcher, names);
    } else if (rule instanceof NodeRule.Requires requires) {
      requires(requires, frame, matcher, names);
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
    guarded(frame, coded.rules(), () -> coded.code().inspect(subject));
  }

  /** Runs code that a convention brought along, which may build on what is not there. */
  static void guarded(Frame frame, List<Rule> rules, Runnable code) {
    try {
      code.run();
    } catch (RuntimeException e) {
      if (frame.run().ledger().isSound(frame.path(), JsonPointer.root(), rules.get(0))) {
        report(
            frame,
            CoreRules.RULE_CHECKED,
            "the code of " + ids(rules) + " failed: " + e,
            "code that reports what it finds",
            e.getClass().getSimpleName(),
            "correct the code of the rule",
            List.of());
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
              if (node instanceof ArraySpec array
                  && isUnder(matcher, name, same.members())
                  && !isTold(frame, name, "data_type", same.rule())) {
                arrays.put(name, array);
              }
            });
    Map<String, List<NodeName>> byType = new LinkedHashMap<>();
    arrays.forEach(
        (name, array) ->
            byType.computeIfAbsent(array.dataType().toString(), t -> new ArrayList<>()).add(name));
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
                "the data types differ: "
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
                "write " + frame.path().child(blamed) + " again as " + most);
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

  private static boolean areAttributes(List<String> names) {
    return names.stream().allMatch(name -> name.startsWith("@"));
  }

  private static void someOf(
      NodeRule.SomeOf some, Frame frame, GroupMatcher matcher, Named.Names names) {
    GroupSpec spec = (GroupSpec) frame.spec();
    List<String> there =
        some.names().stream().filter(name -> isThere(spec, matcher, name)).toList();
    boolean few = there.size() < some.min() && (spec.membersKnown() || areAttributes(some.names()));
    if (few || there.size() > some.max()) {
      Named.Mendings mending =
          there.size() < some.min()
              ? Named.mendings(
                      frame,
                      some.names().stream().filter(name -> !there.contains(name)).toList(),
                      names)
                  .nearest()
              : Named.Mendings.NONE;
      String asked = Named.asked(some);
      String fix =
          there.isEmpty()
              ? "add " + Named.list(some.names(), "or")
              : there.size() < some.min()
                  ? "add " + (some.min() - there.size()) + " more"
                  : there.size() == 2
                      ? "remove " + Named.list(there, "or")
                      : "keep " + some.max() + " of them";
      report(
          frame,
          some.rule(),
          frame.path() + " has " + Named.there(some.names(), there) + "; it has to have " + asked,
          asked + " of " + Named.list(some.names(), "and"),
          mending.found(there.isEmpty() ? "none of them" : Named.list(there, "and")),
          mending.fix(List.of(), fix),
          mending.edits());
    }
  }

  private static void requires(
      NodeRule.Requires requires, Frame frame, GroupMatcher matcher, Named.Names names) {
    GroupSpec spec = (GroupSpec) frame.spec();
    List<String> missing =
        requires.needed().stream()
            .filter(name -> !isThere(spec, matcher, name))
            .filter(name -> spec.membersKnown() || name.startsWith("@"))
            .filter(name -> !matcher.isMissed(name, requires.rule()))
            .toList();
    if (!missing.isEmpty() && isThere(spec, matcher, requires.given())) {
      Named.Mendings mending = Named.mendings(frame, missing, names);
      String given = Named.one(requires.given());
      report(
          frame,
          requires.rule(),
          frame.path() + " has " + given + " without " + Named.list(missing, "and"),
          given + " together with " + Named.list(requires.needed(), "and"),
          mending.found(given + " alone"),
          mending.fix(missing, "add " + Named.list(missing, "and") + ", or remove " + given),
          mending.edits());
    }
  }

  /** An array whose shape, or whose names, are known to be wrong is not told so again. */
  private static void dimensionNames(Rule rule, Frame frame, GroupSpec spec) {
    Map<String, Symbol> symbols = new LinkedHashMap<>();
    Map<NodeName, Frame> frames = new HashMap<>();
    for (Map.Entry<NodeName, NodeSpec> member : spec.members().entrySet()) {
      if (!(member.getValue() instanceof ArraySpec array)
          || array.dimensionNames().isEmpty()
          || isTold(frame, member.getKey(), "shape", rule)
          || isTold(frame, member.getKey(), "dimension_names", rule)) {
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

  /** Whether a part of an array was found wrong already, so that nothing follows from it. */
  private static boolean isTold(Frame group, NodeName array, String part, Rule asking) {
    Ledger ledger = group.run().ledger();
    return ledger.size() > 0
        && !ledger.isSound(group.path().child(array), JsonPointer.of(part), asking);
  }

  private static void report(
      Frame frame,
      Rule rule,
      String message,
      String expected,
      String found,
      String fix,
      List<Edit> edits) {
    frame
        .run()
        .report(
            Finding.builder()
                .rule(rule)
                .node(frame.path())
                .message(message)
                .expected(expected)
                .found(found)
                .fix(fix)
                .addAllEdits(edits)
                .build());
  }
}
