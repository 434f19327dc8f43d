package dev.espalier.model.match;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says which members are missing, too many, or not declared. */
final class MemberMessages {
  private static final int MOST_LISTED = 10;

  private MemberMessages() {}

  static void missing(Frame frame, GroupSpec spec, Rule rule, Member member, GroupMatcher matcher) {
    String name = member.name().toString();
    NodeSchema schema = resolved(frame, member.node());
    String kind = NodeMessages.aKindOf(schema);
    Optional<NodeName> misspelt = misspelling(spec, member.name(), matcher);
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
                        .flatMap(n -> renaming(frame.path().child(n), member.name()))
                        .toList())
                .build());
  }

  static void wrongCount(Frame frame, Rule rule, Member member, int count) {
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
                .found(members(count))
                .fix(
                    count < member.min()
                        ? "add " + members(member.min() - count)
                        : "remove " + members(count - max.orElse(count)))
                .build());
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
  static void undeclared(
      Frame frame, GroupSpec spec, NodeName name, GroupMatcher matcher, Set<Member> tooFew) {
    boolean open = matcher.schema().open();
    Optional<Member> meant =
        matcher.schema().members().stream()
            .filter(member -> isMeant(spec, member, name))
            .findFirst();
    boolean told =
        meant
            .filter(m -> tooFew.contains(m) || (m.name().isExact() && m.presence().isPresent()))
            .isPresent();
    if (told || (open && meant.isEmpty())) {
      return; // the missing member says so, or nobody minds
    }
    Optional<NodeName> rightName = meant.flatMap(member -> meantName(member.name(), name));
    String declared =
        meant
            .map(member -> "\"" + member.name() + "\"")
            .orElseGet(() -> "only " + declared(matcher.schema()));
    frame
        .run()
        .report(
            Finding.builder()
                .rule(open ? CoreRules.MEMBER_MISSPELT : CoreRules.MEMBER_UNDECLARED)
                .node(frame.path().child(name))
                .message(
                    "the member \""
                        + name
                        + "\" of "
                        + frame.path()
                        + (meant.isPresent()
                            ? " is not declared; " + declared + " is"
                            : " is not declared, and the group is closed"))
                .expected(declared)
                .found("\"" + name + "\"")
                .fix(
                    meant.isPresent()
                        ? "rename it to " + rightName.map(n -> "\"" + n + "\"").orElse(declared)
                        : "remove it, or move it out of the group")
                .addAllEdits(
                    rightName.stream()
                        .filter(right -> !spec.members().containsKey(right))
                        .map(right -> new RenameMember(frame.path().child(name), right))
                        .toList())
                .build());
  }

  private static Stream<Edit> renaming(NodePath node, MemberName meant) {
    return meant instanceof MemberName.Exact exact
        ? Stream.of(new RenameMember(node, exact.name()))
        : Stream.empty();
  }

  /** The name that was meant: the declared one, or the template with the number that is there. */
  private static Optional<NodeName> meantName(MemberName meant, NodeName name) {
    if (meant instanceof MemberName.Exact exact) {
      return Optional.of(exact.name());
    }
    String number = name.value().replaceAll("[^0-9]+", " ").strip();
    return meant instanceof MemberName.Template template && number.matches("[0-9]{1,18}")
        ? Optional.of(
            new NodeName(template.template().replace("{n}", Long.toString(Long.parseLong(number)))))
        : Optional.empty();
  }

  private static boolean isMeant(GroupSpec spec, Member member, NodeName name) {
    if (member.name() instanceof MemberName.Exact exact) {
      return !spec.members().containsKey(exact.name())
          && NearMiss.isNear(name.value(), exact.name().value());
    }
    return member.name() instanceof MemberName.Template template
        && template.template().contains("{n}")
        && name.value().matches(".*[0-9].*")
        && NearMiss.isNear(
            name.value().replaceAll("[0-9]+", "#"), template.template().replace("{n}", "#"));
  }

  private static Optional<NodeName> misspelling(
      GroupSpec spec, MemberName meant, GroupMatcher matcher) {
    return spec.members().keySet().stream()
        .filter(
            name ->
                matcher.declaring(name).isEmpty()
                    && NearMiss.isNear(name.value(), meant.toString()))
        .findFirst();
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
