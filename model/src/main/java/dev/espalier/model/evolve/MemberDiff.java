package dev.espalier.model.evolve;

import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeSchema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares the members that groups declare. */
final class MemberDiff {
  private final Comparison comparison;
  private final Spot group;
  private final NodeSchema.Group older;
  private final NodeSchema.Group newer;
  private final Map<MemberName, Member> before = new LinkedHashMap<>();
  private final Map<MemberName, Member> after = new LinkedHashMap<>();

  private MemberDiff(
      Comparison comparison, Spot group, NodeSchema.Group older, NodeSchema.Group newer) {
    this.comparison = comparison;
    this.group = group;
    this.older = older;
    this.newer = newer;
    older.members().forEach(member -> before.put(member.name(), member));
    newer.members().forEach(member -> after.put(member.name(), member));
  }

  static void compare(
      Comparison comparison, Spot group, NodeSchema.Group older, NodeSchema.Group newer) {
    MemberDiff diff = new MemberDiff(comparison, group, older, newer);
    diff.before.forEach(
        (name, member) -> {
          Member now = diff.after.get(name);
          if (now != null) {
            diff.both(member, now);
          } else {
            diff.removed(member);
          }
        });
    diff.after.forEach(
        (name, member) -> {
          if (!diff.before.containsKey(name)) {
            diff.added(member);
          }
        });
    diff.order();
  }

  private Spot spot(Member member) {
    return group.member(member.name().toString());
  }

  private void both(Member one, Member other) {
    Spot spot = spot(other);
    comparison.text(spot, one.text(), other.text());
    PresenceDiff.compare(comparison, spot, one, other);
    NodeDiff.compare(comparison, spot, one.node(), other.node());
  }

  private void removed(Member member) {
    Spot spot = spot(member);
    List<Member> heirs = new ArrayList<>(Names.overlapping(member, newer.members()));
    heirs.removeIf(heir -> heir.name().isExact() && before.containsKey(heir.name()));
    boolean taken = !heirs.isEmpty() && Names.isWholly(member, heirs);
    if (!taken && !newer.open()) {
      comparison.breaking(
          spot, "the member was removed", "the group is closed, and old data may have the member");
      return;
    }
    for (Member heir : heirs) {
      moved(member, heir, spot);
    }
    comparison.widening(
        spot,
        taken ? "the member is only one of " + heirs.get(0).name() : "the member was removed",
        Comparison.isMust(member.presence())
            ? "readers of the older version may not find it"
            : "readers of the older version may find something else under the name");
  }

  private void added(Member member) {
    Spot spot = spot(member);
    for (Member from : Names.overlapping(member, older.members())) {
      if (!from.name().isExact()) { // a single name is looked at where it was removed
        moved(from, member, spot);
      }
    }
    boolean overlooked = older.open() && older.members().stream().noneMatch(Names::isAny);
    if (Comparison.isMust(member.presence()) && (member.name().isExact() || member.min() > 0)) {
      comparison.breaking(spot, "a required member was added", "old data do not have it");
    } else if (overlooked && Names.isAny(member)) {
      comparison.breaking(
          spot,
          "all members that are not declared by name are now declared",
          "old data may have members of any other kind");
    } else if (older.open()) {
      comparison.compatible(
          spot, "an optional member was added", "old data may lack it, and old readers pass it by");
    } else {
      comparison.widening(
          spot, "an optional member was added", "the group was closed, so old readers refuse it");
    }
  }

  /** Members that fell under one declaration may now fall under another. */
  private void moved(Member from, Member to, Spot spot) {
    Optional<Member> rest = Optional.ofNullable(after.get(from.name()));
    boolean fewer =
        !from.name().isExact()
            && rest.filter(r -> r.min() > 0 && Comparison.isMust(r.presence())).isPresent();
    boolean more = !to.name().isExact() && to.max().isPresent() && Comparison.isMust(to.presence());
    if (fewer || more) {
      comparison.breaking(
          spot,
          "members that were counted as " + from.name() + " are now counted as " + to.name(),
          "old data may have too few or too many of them");
    }
    NodeDiff.compare(comparison, spot, from.node(), to.node());
  }

  /** Where two patterns take in one name, the first counts. */
  private void order() {
    List<Member> was = patterns(older);
    List<Member> is = new ArrayList<>(patterns(newer));
    is.removeIf(member -> !before.containsKey(member.name()));
    was.removeIf(member -> !after.containsKey(member.name()));
    for (int i = 0; i < is.size(); i++) {
      if (is.get(i).name().equals(was.get(i).name())) {
        continue;
      }
      for (int j = i + 1; j < is.size(); j++) {
        Member first = is.get(i);
        Member second = is.get(j);
        boolean turned = place(was, first) > place(was, second);
        if (turned
            && Names.mayOverlap(first.name(), second.name())
            && !first.node().equals(second.node())) {
          comparison.breaking(
              group,
              first.name() + " is now declared before " + second.name(),
              "names that both take in are held to another declaration");
        }
      }
    }
  }

  private static int place(List<Member> members, Member member) {
    return members.stream().map(Member::name).toList().indexOf(member.name());
  }

  private static List<Member> patterns(NodeSchema.Group group) {
    List<Member> patterns = new ArrayList<>(group.members());
    patterns.removeIf(member -> member.name().isExact() || Names.isAny(member));
    return patterns;
  }
}
