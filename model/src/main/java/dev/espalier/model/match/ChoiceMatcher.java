package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.NodeSchema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A node that is one of several alternatives, made ready: what is wrong is said of the closest. */
final class ChoiceMatcher extends NodeMatcher {
  private final NodeSchema.Choice choice;
  private final List<String> names;
  private final List<NodeMatcher> alternatives;
  private @Nullable List<Leaf> leaves;

  ChoiceMatcher(MatcherCompiler compiler, NodeSchema.Choice choice) {
    this.choice = choice;
    this.names = List.copyOf(choice.alternatives().keySet());
    this.alternatives = choice.alternatives().values().stream().map(compiler::node).toList();
  }

  /** A node at which a choice was made. */
  record Site(NodePath path, ChoiceMatcher choice) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Site that && choice == that.choice && path.equals(that.path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }
  }

  @Override
  NodeSchema schema() {
    return choice;
  }

  /**
   * What a node is in the end, and the choices that lead there: a choice of choices is one choice.
   *
   * @param steps the choices, outermost first
   * @param node a group or an array
   */
  private record Leaf(List<Step> steps, NodeMatcher node) {
    int index() {
      return steps.get(0).index();
    }
  }

  /** One alternative of one choice. */
  private record Step(ChoiceMatcher choice, int index) {}

  /** Each choice on the way is opened once, so that circles and many ways cost nothing. */
  private List<Leaf> leaves() {
    List<Leaf> known = leaves;
    if (known == null) {
      List<Leaf> found = new ArrayList<>();
      Set<NodeMatcher> seen = new LinkedHashSet<>();
      collect(List.of(), seen, found);
      known = List.copyOf(found);
      leaves = known;
    }
    return known;
  }

  private void collect(List<Step> before, Set<NodeMatcher> seen, List<Leaf> found) {
    for (int i = 0; i < alternatives.size(); i++) {
      NodeMatcher node = alternatives.get(i).resolved();
      if (seen.add(node)) {
        List<Step> steps = new ArrayList<>(before);
        steps.add(new Step(this, i));
        if (node instanceof ChoiceMatcher inner) {
          inner.collect(steps, seen, found);
        } else {
          found.add(new Leaf(List.copyOf(steps), node));
        }
      }
    }
  }

  @Override
  Set<String> symbols() {
    Set<String> symbols = new LinkedHashSet<>();
    leaves().forEach(leaf -> symbols.addAll(leaf.node().symbols()));
    return symbols;
  }

  /** The alternative that the node was matched by; the first one where none was near. */
  @Override
  NodeMatcher chosenFor(MatchedNode.Site site) {
    Integer index = site.run().chosen().get(new Site(site.path(), this));
    return index == null ? leaves().get(0).node() : alternatives.get(index).chosenFor(site);
  }

  /** The name of that alternative. */
  String nameFor(MatchedNode.Site site) {
    Integer index = site.run().chosen().get(new Site(site.path(), this));
    return names.get(index == null ? leaves().get(0).index() : index);
  }

  @Override
  void match(Frame frame) {
    List<Leaf> possible =
        leaves().stream().filter(leaf -> isPossible(leaf.node().schema(), frame.spec())).toList();
    if (possible.isEmpty()) {
      NodeMessages.wrongKind(frame, choice);
      return;
    }
    if (possible.size() == 1) {
      choose(frame, possible.get(0));
      possible.get(0).node().match(frame);
      return;
    }
    Run run = frame.run();
    Optional<Integer> before = run.decided(frame.spec(), this);
    if (before.isPresent()) {
      Leaf leaf = leaves().get(before.get());
      decide(frame, leaf, run.attempt(() -> leaf.node().match(frame)));
      return;
    }
    Leaf chosen = possible.get(0);
    Trial best = null;
    for (Leaf leaf : nearest(frame, possible)) {
      Trial trial = run.attempt(() -> leaf.node().match(frame));
      if (best == null || trial.isCloserThan(best)) {
        best = trial;
        chosen = leaf;
      }
      if (trial.isClean()) {
        break;
      }
    }
    if (best != null) {
      run.decide(frame.spec(), this, leaves().indexOf(chosen));
      decide(frame, chosen, best);
    }
  }

  private static void choose(Frame frame, Leaf leaf) {
    for (Step step : leaf.steps()) {
      frame.run().choose(new Site(frame.path(), step.choice()), step.index());
    }
  }

  private void decide(Frame frame, Leaf leaf, Trial trial) {
    choose(frame, leaf);
    String name = names.get(leaf.index());
    frame
        .run()
        .adopt(trial, finding -> closest(frame, Deciding.among(choice, frame, finding), name));
  }

  /**
   * The alternatives that may fit, the nearest first, at a look that does not go into groups below:
   * those of which nothing required is missing so far, or, if there are none, those that are as
   * near as any. Where that tells them apart, nothing below is looked at twice.
   */
  private static List<Leaf> nearest(Frame frame, List<Leaf> possible) {
    Map<Leaf, Trial> glances = new LinkedHashMap<>();
    for (Leaf leaf : possible) {
      glances.put(leaf, frame.run().glance(() -> leaf.node().match(frame)));
    }
    boolean someFit = glances.values().stream().anyMatch(Trial::mayFit);
    long least =
        glances.values().stream()
            .filter(glance -> !someFit || glance.mayFit())
            .mapToLong(Trial::distance)
            .min()
            .orElse(0);
    return glances.entrySet().stream()
        .filter(e -> someFit ? e.getValue().mayFit() : e.getValue().distance() == least)
        .sorted(Comparator.comparingLong(e -> e.getValue().distance()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean isPossible(NodeSchema schema, NodeSpec node) {
    if (node instanceof UnreadableSpec) {
      return false;
    }
    return schema instanceof NodeSchema.Choice
        || (schema instanceof NodeSchema.Group) == (node instanceof GroupSpec);
  }

  private static Finding closest(Frame frame, Finding finding, String name) {
    if (finding.message().contains("; the closest alternative ")) {
      return finding; // an inner choice says more
    }
    String where = finding.node().equals(frame.path()) ? "" : "for " + frame.path() + " ";
    return Finding.builder()
        .from(finding)
        .message(finding.message() + "; the closest alternative " + where + "is \"" + name + "\"")
        .build();
  }
}
