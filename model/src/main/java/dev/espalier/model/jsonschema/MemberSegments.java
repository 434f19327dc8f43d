package dev.espalier.model.jsonschema;

import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a group with expressions for their names in a path. No name matches two of them:
 * exact names go before patterns, patterns before each other in their order, and what stands for
 * every other name comes last.
 */
final class MemberSegments {
  private static final String END = "(?:/|$)";

  private final Map<Member, String> segments = new LinkedHashMap<>();
  private final List<String> exact = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();

  MemberSegments(NodeSchema.Group group) {
    List<Member> others = new ArrayList<>();
    List<Member> patterns = new ArrayList<>();
    for (Member member : group.members()) {
      if (member.name() instanceof MemberName.Exact one) {
        exact.add(one.name().value());
        segments.put(member, RegexForm.quote(one.name().value()));
      } else {
        (member.name() instanceof MemberName.Anything ? others : patterns).add(member);
      }
    }
    exact.forEach(name -> taken.add(RegexForm.quote(name)));
    for (Member member : patterns) {
      String regex = patternOf(member.name()).map(TextPattern::regex).orElse(".+");
      String segment = RegexForm.segment(regex);
      segments.put(member, excluding(takenFrom(member.name())) + segment);
      taken.add(segment);
    }
    for (Member member : others) {
      segments.put(member, undeclared());
      taken.add("[^/]+");
    }
  }

  /** The expression for the names of each member. */
  Map<Member, String> all() {
    return segments;
  }

  /** The expression for every name that nothing declares. */
  String undeclared() {
    return excluding(taken) + "[^/]+";
  }

  private static Optional<TextPattern> patternOf(MemberName name) {
    if (name instanceof MemberName.Template template) {
      return Optional.of(template.pattern());
    }
    return name instanceof MemberName.Matching matching
        ? Optional.of(matching.pattern())
        : Optional.empty();
  }

  /** What goes before a pattern: other patterns, and exact names that it would match. */
  private List<String> takenFrom(MemberName name) {
    List<String> before = new ArrayList<>();
    Optional<TextPattern> pattern = patternOf(name);
    for (String one : exact) {
      boolean apart = pattern.filter(p -> p.test(one) == TextPattern.Verdict.DIFFERS).isPresent();
      if (!apart) {
        before.add(RegexForm.quote(one));
      }
    }
    before.addAll(taken.subList(exact.size(), taken.size()));
    return before;
  }

  private static String excluding(List<String> names) {
    return names.isEmpty() ? "" : "(?!(?:" + String.join("|", names) + ")" + END + ")";
  }
}
