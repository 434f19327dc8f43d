package dev.espalier.model.match;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which members are missing, too many, or not declared. */
final class MemberMessages {
  private static final int MOST_LISTED = 10;

  private MemberMessages() {}

  static void missing(
      Frame frame, GroupSpec spec, Rule rule, Member member, Optional<String> misspelt) {
    String name = member.name().toString();
    NodeSchema schema = resolved(frame, member.node());
    String kind = NodeMessages.aKindOf(schema);
    String there = listed(spec);
    frame
        .run()
        .report(
            Finding.builder()
                .rule(rule)
                .node(frame.path())
                .message(frame.path() + " has no member \"" + name + "\"")
                .expected("\"" + name + "\": " + NodeMessages.described(schema))
                .found(misspelt.map(n -> "\"" + n + "\"").orElse(there))
                .fix(
                    misspelt
                        .map(n -> "rename \"" + n + "\" to \"" + name + "\"")
                        .orElse("write " + kind + " at " + pathOf(frame, member.name())))
                .addAllEdits(
                    misspelt.stream()
                        .flatMap(n -> renaming(frame.path().child(new NodeName(n)), member.name()))
                        .toList())
                .build());
  }

  static void wrongCount(
      Frame frame, Rule rule, Member member, int count, List<NumberedNames.Meant> misspelt) {
    String names = member.name().toString();
    OptionalInt max = member.max();
    String expected =
        max.isPresent()
            ? Wording.between(member.min(), max.getAsInt())
            : "at least " + member.min();
    frame
        .run()
        .report(
            Finding.builder()
                .rule(rule)
                .node(frame.path())
                .message(
                    frame.path()
                        + " has "
                        + members(count)
                        + " named "
                        + names
                        + ", not "
                        + expected)
                .expected(
                    expected
                        + (Wording.isOne(expected) ? " member" : " members")
                        + " named "
                        + names)
                .found(members(count) + besides(misspelt))
                .fix(
                    count < member.min()
                        ? adding(member.min() - count, misspelt)
                        : "remove " + members(count - max.orElse(count)))
                .addAllEdits(misspelt.stream().map(one -> renaming(frame, one)).toList())
                .build());
  }

  private static String besides(List<NumberedNames.Meant> misspelt) {
    return misspelt.isEmpty()
        ? ""
        : misspelt.stream()
            .limit(MOST_LISTED)
            .map(one -> "\"" + one.found() + "\"")
            .collect(Collectors.joining(", ", ", and ", ""));
  }

  private static String adding(int fewer, List<NumberedNames.Meant> misspelt) {
    List<String> steps =
        new ArrayList<>(
            misspelt.stream()
                .limit(MOST_LISTED)
                .map(one -> "rename \"" + one.found() + "\" to \"" + one.name() + "\"")
                .toList());
    if (misspelt.size() < fewer) {
      steps.add("add " + members(fewer - misspelt.size()));
    }
    return String.join(" and ", steps);
  }

  private static RenameMember renaming(Frame frame, NumberedNames.Meant meant) {
    return new RenameMember(frame.path().child(meant.found()), meant.name());
  }

  /** A group whose members nobody can list was not looked through. */
  static void notListed(Frame frame) {
    frame
        .run()
        .report(
            Finding.builder()
                .rule(CoreRules.RULE_CHECKED)
                .node(frame.path())
                .message(
                    "the members of "
                        + frame.path()
                        + " cannot be listed, so nobody knows which declared ones are missing")
                .expected("a store that lists its members")
                .found("members that are found by name only")
                .fix("check it where the store can be listed")
                .build());
  }

  private static String members(int count) {
    return count + (count == 1 ? " member" : " members");
  }

  /** A member that nothing declares: wrong in a closed group, worth a word if nearly declared. */
  static void undeclared(Frame frame, NodeName name, GroupMatcher matcher, MemberNames names) {
    Optional<Misspellings.Pair> meant = names.misspellings().meant(name.value());
    Optional<NumberedNames.Meant> numbered = names.numbered().meant(name);
    if (meant.filter(pair -> matcher.isExpected(pair.missing())).isPresent()
        || numbered.filter(one -> names.isShort(one.place())).isPresent()) {
      return; // the missing member says so
    }
    if (meant.isPresent()) {
      String right = meant.get().missing();
      misspelt(frame, name, matcher, right, right, meant.get().found().isVeryNear());
    } else if (numbered.isPresent()) {
      NumberedNames.Meant one = numbered.get();
      String right = one.name().value();
      misspelt(frame, name, matcher, one.member().name().toString(), right, one.isVeryNear());
    } else if (!matcher.schema().open()) {
      String declared = "only " + declared(matcher.schema());
      report(
          frame,
          CoreRules.MEMBER_UNDECLARED,
          name,
          " is not declared, and the group is closed",
          declared,
          "remove it, or move it out of the group",
          List.of());
    }
  }

  /** What is merely near may be something else, and is not renamed unseen. */
  private static void misspelt(
      Frame frame,
      NodeName name,
      GroupMatcher matcher,
      String declared,
      String right,
      boolean surely) {
    report(
        frame,
        matcher.schema().open() ? CoreRules.MEMBER_MISSPELT : CoreRules.MEMBER_UNDECLARED,
        name,
        " is not declared; \"" + declared + "\" is",
        "\"" + declared + "\"",
        "rename it to \"" + right + "\"" + (surely ? "" : ", or remove it"),
        surely
            ? List.of(new RenameMember(frame.path().child(name), new NodeName(right)))
            : List.of());
  }

  private static void report(
      Frame frame,
      Rule rule,
      NodeName name,
      String trouble,
      String expected,
      String fix,
      List<Edit> edits) {
    frame
        .run()
        .report(
            Finding.builder()
                .rule(rule)
                .node(frame.path().child(name))
                .message("the member \"" + name + "\" of " + frame.path() + trouble)
                .expected(expected)
                .found("\"" + name + "\"")
                .fix(fix)
                .addAllEdits(edits)
                .build());
  }

  private static Stream<Edit> renaming(NodePath node, MemberName meant) {
    return meant instanceof MemberName.Exact exact
        ? Stream.of(new RenameMember(node, exact.name()))
        : Stream.empty();
  }

  private static NodeSchema resolved(Frame frame, NodeSchema schema) {
    return schema instanceof NodeSchema.Reference reference
        ? frame.run().compiler().definition(reference.definition()).schema()
        : schema;
  }

  private static String pathOf(Frame frame, MemberName name) {
    return name instanceof MemberName.Exact exact
        ? frame.path().child(exact.name()).toString()
        : frame.path() + " under such a name";
  }

  private static String listed(GroupSpec spec) {
    int more = spec.members().size() - MOST_LISTED;
    return spec.members().isEmpty()
        ? "no members"
        : spec.members().keySet().stream()
                .limit(MOST_LISTED)
                .map(NodeName::value)
                .collect(
                    Collectors.joining(
                        ", ", spec.members().size() == 1 ? "only the member " : "members ", ""))
            + (more > 0 ? " and " + more + " more" : "");
  }

  private static String declared(NodeSchema.Group group) {
    return group.members().isEmpty()
        ? "no members"
        : group.members().stream()
            .limit(MOST_LISTED)
            .map(member -> member.name().toString())
            .collect(Collectors.joining(", "));
  }
}
