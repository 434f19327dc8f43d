package dev.espalier.model.match;

import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.pattern.NearNames;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.MemberName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The names of a group's members: under which declaration each falls, and which of them are
 * misspelt. A name that only the declaration of all others takes is rather the misspelling of a
 * member that has to be there and is missing.
 */
final class MemberNames {
  private final GroupSpec spec;
  private final GroupMatcher matcher;

  /** Where the pattern stands that each member falls under which has no declaration of its own. */
  private final int[] places;

  private final int[] counts;
  private final List<NodeName> undeclared = new ArrayList<>(0);
  private final Set<String> rest = new HashSet<>(0);
  private final Misspellings misspellings;
  private final NumberedNames numbered;

  /** Looks through the members of a group once. */
  MemberNames(Run run, GroupSpec spec, GroupMatcher matcher, List<Member> absent) {
    this.spec = spec;
    this.matcher = matcher;
    this.counts = new int[matcher.patterns().size()];
    this.places = new int[spec.members().size() - matcher.exact().size() + absent.size()];
    if (places.length > 0) {
      sort();
    }
    if (undeclared.isEmpty() && rest.isEmpty()) {
      this.misspellings = Misspellings.NONE;
      this.numbered = NumberedNames.NONE;
      return;
    }
    List<String> found =
        Stream.concat(undeclared.stream().map(NodeName::value), rest.stream()).toList();
    this.numbered = new NumberedNames(run.nameSteps(), spec);
    this.misspellings = absent.isEmpty() ? Misspellings.NONE : Misspellings.among(found, run);
    assign(absent, found);
  }

  private void sort() {
    int i = 0;
    for (NodeName name : spec.members().keySet()) {
      if (!matcher.isExact(name)) {
        int place = matcher.patternOf(name);
        places[i++] = place;
        if (place == counts.length) {
          undeclared.add(name);
        } else {
          counts[place]++;
          if (matcher.patterns().get(place).member().name() instanceof MemberName.Anything) {
            rest.add(name.value());
          }
        }
      }
    }
  }

  /** What has to be there comes first, then what should be, then what may be. */
  private void assign(List<Member> absent, List<String> found) {
    boolean open = matcher.schema().open();
    Predicate<String> isFree = name -> !rest.contains(name);
    misspellings.claim(
        named(absent, Member::isRequired), near -> spec.membersKnown() || isFree.test(near.name()));
    List<String> left = found.stream().filter(name -> !misspellings.isTaken(name)).toList();
    for (int i = 0; i < counts.length; i++) {
      Member member = matcher.patterns().get(i).member();
      if (isShort(i)) {
        boolean takesRest = member.isRequired() && spec.membersKnown();
        numbered.claim(
            i, member, left.stream().filter(name -> takesRest || isFree.test(name)), meant -> true);
      }
    }
    Predicate<NearNames.Near> isLeft =
        near -> isFree.test(near.name()) && !numbered.isTaken(near.name());
    misspellings.claim(
        named(absent, member -> !member.isRequired() && member.presence().isPresent()), isLeft);
    misspellings.claim(
        named(absent, member -> member.presence().isEmpty()),
        near -> isLeft.test(near) && (!open || near.isVeryNear()));
    for (int i = 0; i < counts.length; i++) {
      Member member = matcher.patterns().get(i).member();
      if (!isShort(i) && counts[i] < member.max().orElse(Integer.MAX_VALUE)) {
        numbered.claim(
            i,
            member,
            left.stream().filter(name -> isFree.test(name) && !misspellings.isTaken(name)),
            meant -> !open || meant.isVeryNear());
      }
    }
  }

  private static List<String> named(List<Member> members, Predicate<Member> which) {
    return members.stream().filter(which).map(member -> member.name().toString()).toList();
  }

  /** How many members fall under a pattern. */
  int count(int pattern) {
    return counts[pattern];
  }

  /** Whether there are fewer members under a pattern than there have to be. */
  boolean isShort(int pattern) {
    return counts[pattern] < matcher.patterns().get(pattern).member().min();
  }

  /** The members that no declaration takes. */
  List<NodeName> undeclared() {
    return undeclared;
  }

  Misspellings misspellings() {
    return misspellings;
  }

  NumberedNames numbered() {
    return numbered;
  }

  /** Goes through the members under patterns, but for those that are misspelt. */
  void forEachUnderAPattern(Visitor visitor) {
    if (places.length == undeclared.size()) {
      return;
    }
    int i = 0;
    for (Map.Entry<NodeName, NodeSpec> member : spec.members().entrySet()) {
      NodeName name = member.getKey();
      if (!matcher.isExact(name)) {
        int place = places[i++];
        if (place < counts.length && !isMisspelt(name)) {
          visitor.visit(matcher.patterns().get(place), name, member.getValue());
        }
      }
    }
  }

  /** What is done with a member under a pattern. */
  interface Visitor {
    void visit(GroupMatcher.Declared declared, NodeName name, NodeSpec node);
  }

  private boolean isMisspelt(NodeName name) {
    return misspellings.isTaken(name.value()) || numbered.isTaken(name.value());
  }

  /** The undeclared name that is nearest to one that a rule of the group misses. */
  Optional<NearNames.Near> nearest(String missing) {
    return misspellings.nearest(missing, name -> !rest.contains(name));
  }
}
