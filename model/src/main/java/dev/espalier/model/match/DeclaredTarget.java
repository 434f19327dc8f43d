package dev.espalier.model.match;

import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.MemberName;
import dev.espalier.model.schema.NodeSchema;
import java.util.Optional;

/** What the node that a reference leads to is declared as, apart from the reference. */
final class DeclaredTarget {
  private DeclaredTarget() {}

  /**
   * The declaration of a node, or nothing where it has none, or where a choice on the way there is
   * still open. What takes all other members says nothing of the one that is meant.
   */
  static Optional<NodeMatcher> of(Frame from, NodePath path) {
    Optional<Frame> above = Optional.of(from);
    while (above.isPresent()
        && (above.get().matcher().isEmpty() || !path.isAtOrBelow(above.get().path()))) {
      above = above.get().parent();
    }
    Optional<NodeMatcher> here = above.flatMap(Frame::matcher);
    int depth = above.map(frame -> frame.path().depth()).orElse(0);
    for (NodeName name : path.names().subList(depth, path.depth())) {
      here = here.flatMap(matcher -> member(matcher, name));
    }
    return here;
  }

  private static Optional<NodeMatcher> member(NodeMatcher holder, NodeName name) {
    return holder instanceof GroupMatcher group
        ? group
            .declaring(name)
            .filter(one -> !(one.member().name() instanceof MemberName.Anything))
            .map(one -> one.node().resolved())
        : Optional.empty();
  }

  /** Whether its own declaration finds the node to be no node of the right kind already. */
  static boolean isBroken(NodeMatcher declared, Frame target) {
    NodeSchema schema = declared.schema();
    return schema instanceof NodeSchema.Group
        ? !(target.spec() instanceof GroupSpec)
        : schema instanceof NodeSchema.Array
            ? !(target.spec() instanceof ArraySpec)
            : !(target.spec() instanceof GroupSpec || target.spec() instanceof ArraySpec);
  }
}
