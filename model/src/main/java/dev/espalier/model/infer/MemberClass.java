package dev.espalier.model.infer;

import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.schema.MemberName;
import java.util.List;

/**
 * Members, over all groups of one kind, that one declaration is to take in.
 *
 * @param name which names they have
 * @param found the members, in the order of the groups
 */
record MemberClass(MemberName name, List<Found> found) {
  /**
   * A member.
   *
   * @param group which of the groups it is in
   * @param node the member
   */
  record Found(int group, NodeSpec node) {}

  /** In how many groups there is one at least. */
  long groups() {
    return found.stream().mapToInt(Found::group).distinct().count();
  }

  List<GroupSpec> groupSpecs() {
    return found.stream()
        .map(Found::node)
        .filter(GroupSpec.class::isInstance)
        .map(GroupSpec.class::cast)
        .toList();
  }

  List<ArraySpec> arraySpecs() {
    return found.stream()
        .map(Found::node)
        .filter(ArraySpec.class::isInstance)
        .map(ArraySpec.class::cast)
        .toList();
  }

  /** Whether all are arrays of one rank. */
  boolean isOfOneRank() {
    List<ArraySpec> arrays = arraySpecs();
    return arrays.size() == found.size()
        && arrays.stream().allMatch(a -> a.shape().rank() == arrays.get(0).shape().rank());
  }
}
