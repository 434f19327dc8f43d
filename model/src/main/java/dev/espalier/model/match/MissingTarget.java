package dev.espalier.model.match;

import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.pattern.NearNames;
import dev.espalier.model.pattern.StepBudget;
import dev.espalier.model.schema.MemberName;
import java.util.List;
import java.util.Optional;

/** A node that a reference leads to, which its group declares and does not have. */
final class MissingTarget {
  /** Many references may lead nowhere, and each is compared with the members that there are. */
  private static final int MOST_COMPARED = 1_000;

  private final GroupMatcher matcher;
  private final NodePath group;
  private final GroupSpec spec;
  private final NodeName name;

  private MissingTarget(GroupMatcher matcher, NodePath group, GroupSpec spec, NodeName name) {
    this.matcher = matcher;
    this.group = group;
    this.spec = spec;
    this.name = name;
  }

  /**
   * The first node on the way of a reference that is not there, if its group is declared: from a
   * group that the pass came through down to where the way ends.
   */
  static Optional<MissingTarget> of(Place place) {
    Optional<NodePath> target = place.path();
    Optional<Frame> frame = Optional.of(place.frame());
    while (frame.isPresent() && !(target.isPresent() && isAbove(frame.get(), target.get()))) {
      frame = frame.flatMap(Frame::parent);
    }
    return frame.flatMap(
        from -> from.matcher().flatMap(matcher -> below(from, matcher, target.orElseThrow())));
  }

  private static boolean isAbove(Frame frame, NodePath target) {
    return frame.spec() instanceof GroupSpec
        && target.isAtOrBelow(frame.path())
        && !target.equals(frame.path());
  }

  private static Optional<MissingTarget> below(Frame from, GroupMatcher first, NodePath target) {
    NodePath path = from.path();
    GroupSpec spec = (GroupSpec) from.spec();
    GroupMatcher matcher = first;
    for (NodeName name : target.names().subList(path.depth(), target.depth())) {
      if (!spec.members().containsKey(name)) {
        return Optional.of(new MissingTarget(matcher, path, spec, name));
      }
      if (!(spec.members().get(name) instanceof GroupSpec next)
          || !(matcher.declaring(name).map(one -> one.node().resolved()).orElse(null)
              instanceof GroupMatcher declared)) {
        return Optional.empty();
      }
      path = path.child(name);
      spec = next;
      matcher = declared;
    }
    return Optional.empty();
  }

  /** Whether the group misses it anyway, so that the reference adds nothing. */
  boolean isMissed(Rule asking) {
    return matcher.isExact(name) && matcher.isMissed(name.value(), asking);
  }

  /** The name is right, but the member is misspelt: what mends both. */
  Optional<RenameMember> renaming(StepBudget steps) {
    if (!isDeclared()) {
      return Optional.empty();
    }
    List<String> others =
        spec.members().keySet().stream()
            .limit(MOST_COMPARED)
            .filter(there -> matcher.declaring(there).isEmpty())
            .map(NodeName::value)
            .toList();
    return new NearNames(others, steps)
        .of(name.value()).stream()
            .findFirst()
            .map(near -> new RenameMember(group.child(new NodeName(near.name())), name));
  }

  private boolean isDeclared() {
    return matcher
        .declaring(name)
        .filter(declared -> !(declared.member().name() instanceof MemberName.Anything))
        .isPresent();
  }
}
