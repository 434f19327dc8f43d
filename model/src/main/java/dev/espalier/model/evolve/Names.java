package dev.espalier.model.evolve;

import dev.espalier.model.pattern.TextPattern;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import java.util.List;
import java.util.Optional;

/** Tells which declarations of members may take in the same names. */
final class Names {
  private Names() {}

  static boolean isAny(Member member) {
    return member.name() instanceof MemberName.Anything;
  }

  /** Declarations under patterns that may take in a name of the member, unless they are its own. */
  static List<Member> overlapping(Member member, List<Member> others) {
    return others.stream()
        .filter(other -> !other.name().equals(member.name()))
        .filter(other -> !(other.name().isExact() && member.name().isExact()))
        .filter(other -> mayOverlap(member.name(), other.name()))
        .toList();
  }

  /** Whether nothing that the member takes in is left over by all of the others. */
  static boolean isWholly(Member member, List<Member> others) {
    return others.stream()
        .anyMatch(other -> isAny(other) || (member.name().isExact() && !other.name().isExact()));
  }

  /** Whether it cannot be told at once that no name fits both. */
  static boolean mayOverlap(MemberName one, MemberName other) {
    if (one instanceof MemberName.Exact exact) {
      return fits(other, exact);
    }
    if (other instanceof MemberName.Exact exact) {
      return fits(one, exact);
    }
    if (one instanceof MemberName.Template left && other instanceof MemberName.Template right) {
      String start = left.template().substring(0, left.template().indexOf('{'));
      String otherStart = right.template().substring(0, right.template().indexOf('{'));
      String end = left.template().substring(left.template().lastIndexOf('}') + 1);
      String otherEnd = right.template().substring(right.template().lastIndexOf('}') + 1);
      return (start.startsWith(otherStart) || otherStart.startsWith(start))
          && (end.endsWith(otherEnd) || otherEnd.endsWith(end));
    }
    return true;
  }

  private static boolean fits(MemberName names, MemberName.Exact exact) {
    Optional<TextPattern> pattern =
        names instanceof MemberName.Template template
            ? Optional.of(template.pattern())
            : names instanceof MemberName.Matching matching
                ? Optional.of(matching.pattern())
                : Optional.empty();
    return pattern
        .map(p -> p.test(exact.name().value()) == TextPattern.Verdict.MATCHES)
        .orElse(names instanceof MemberName.Anything || names.equals(exact));
  }
}
