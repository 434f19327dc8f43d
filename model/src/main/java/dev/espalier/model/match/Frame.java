package dev.espalier.model.match;

import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A node on the way of a pass: its path is spelled only where somebody asks. */
final class Frame {
  private final Run run;
  private final @Nullable Frame parent;
  private final @Nullable NodeName name;
  private final NodeSpec spec;
  private @Nullable NodePath path;
  private @Nullable GroupMatcher matcher;
  private Scope scope = Scope.NONE;

  private Frame(
      Run run,
      @Nullable Frame parent,
      @Nullable NodeName name,
      NodeSpec spec,
      @Nullable NodePath path) {
    this.run = run;
    this.parent = parent;
    this.name = name;
    this.spec = spec;
    this.path = path;
  }

  static Frame root(Run run, NodePath at, NodeSpec spec) {
    return new Frame(run, null, null, spec, at);
  }

  Frame child(NodeName child, NodeSpec childSpec) {
    return new Frame(run, this, child, childSpec, null);
  }

  Run run() {
    return run;
  }

  NodeSpec spec() {
    return spec;
  }

  NodePath path() {
    NodePath known = path;
    if (known == null) {
      if (parent == null || name == null) {
        throw new IllegalStateException("a frame without a path has a parent and a name");
      }
      known = parent.path().child(name);
      path = known;
    }
    return known;
  }

  /** The group that holds the node, if the pass came through it. */
  Optional<GroupSpec> group() {
    return parent != null && parent.spec instanceof GroupSpec group
        ? Optional.of(group)
        : Optional.empty();
  }

  /** A group is held to a declaration from here on. */
  void heldTo(GroupMatcher declaration) {
    matcher = declaration;
  }

  /** The declaration that the group is held to at the moment, if it is a group. */
  Optional<GroupMatcher> matcher() {
    return Optional.ofNullable(matcher);
  }

  /** The node that the pass came from. */
  Optional<Frame> parent() {
    return Optional.ofNullable(parent);
  }

  Optional<NodePath> groupPath() {
    return parent == null ? Optional.empty() : Optional.of(parent.path());
  }

  /** Opens a scope: symbols of its own, whatever groups further up have. */
  void open(Map<String, Symbol> symbols) {
    run.open(this, new Scope(symbols, run.trials(), new ArrayList<>(0)));
  }

  /**
   * Symbols of a node.
   *
   * @param symbols the symbols by name
   * @param trials how many trials the pass was in when it came to the node
   * @param waiting arrays that are decided on when all else has been seen
   */
  record Scope(Map<String, Symbol> symbols, int trials, List<AxisOrder> waiting) {
    static final Scope NONE = new Scope(Map.of(), 0, List.of());
  }

  Scope opened() {
    return scope;
  }

  void opened(Scope one) {
    scope = one;
  }

  List<AxisOrder> waiting() {
    return scope.waiting();
  }

  Map<String, Symbol> scope() {
    return scope.symbols();
  }

  /** The symbol of that name in the nearest scope that has it. */
  Optional<Symbol> symbol(String symbol) {
    for (Frame frame = this; frame != null; frame = frame.parent) {
      Symbol found = frame.scope().get(symbol);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
