package dev.espalier.model.match;

import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.pattern.NearMiss;
import dev.espalier.model.schema.MemberName;
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

  /** The target of a reference, if it should be a member of a group that the pass came through. */
  static Optional<MissingTarget> of(Place place) {
    Optional<NodePath> group = place.path().flatMap(NodePath::parent);
    if (group.isEmpty()) {
      return Optional.empty();
    }
    NodeName name = place.path().get().names().get(group.get().depth());
    Optional<Frame> frame = Optional.of(place.frame());
    while (frame.isPresent() && !frame.get().path().equals(group.get())) {
      frame = frame.get().parent();
    }
    return frame
        .filter(holder -> holder.spec() instanceof GroupSpec)
        .flatMap(
            holder ->
                holder
                    .matcher()
                    .map(
                        matcher ->
                            new MissingTarget(
                                matcher, group.get(), (GroupSpec) holder.spec(), name)));
  }

  /** Whether the group misses it anyway, so that the reference adds nothing. */
  boolean isMissed(Rule asking) {
    return matcher.isExact(name) && matcher.isMissed(name.value(), asking);
  }

  /** The name is right, but the member is misspelt: what mends both. */
  Optional<RenameMember> renaming() {
    return isDeclared()
        ? spec.members().keySet().stream()
            .limit(MOST_COMPARED)
            .filter(there -> NearMiss.isNear(there.value(), name.value()))
            .filter(there -> matcher.declaring(there).isEmpty())
            .findFirst()
            .map(there -> new RenameMember(group.child(there), name))
        : Optional.empty();
  }

  private boolean isDeclared() {
    return matcher
        .declaring(name)
        .filter(declared -> !(declared.member().name() instanceof MemberName.Anything))
        .isPresent();
  }
}
