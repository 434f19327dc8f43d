package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.NodeSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A node that is one of several alternatives, made ready: what is wrong is said of the closest. */
final class ChoiceMatcher extends NodeMatcher {
  private final NodeSchema.Choice choice;
  private final List<String> names;
  private final List<NodeMatcher> alternatives;

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

  @Override
  Set<String> symbols(int depth) {
    Set<String> symbols = new LinkedHashSet<>();
    alternatives.forEach(one -> symbols.addAll(one.symbols(depth + 1)));
    return symbols;
  }

  /** The alternative that the node was matched by; the first one where none was near. */
  @Override
  NodeMatcher chosenFor(MatchedNode.Site site) {
    int index = site.run().chosen().getOrDefault(new Site(site.path(), this), 0);
    return alternatives.get(index).chosenFor(site);
  }

  /** The name of that alternative. */
  String nameFor(MatchedNode.Site site) {
    return names.get(site.run().chosen().getOrDefault(new Site(site.path(), this), 0));
  }

  @Override
  void match(Frame frame) {
    List<Integer> possible = new ArrayList<>();
    for (int i = 0; i < alternatives.size(); i++) {
      if (isPossible(alternatives.get(i).schema(), frame.spec())) {
        possible.add(i);
      }
    }
    if (possible.isEmpty()) {
      NodeMessages.wrongKind(frame, choice);
      return;
    }
    Site site = new Site(frame.path(), this);
    if (possible.size() == 1) {
      frame.run().choose(site, possible.get(0));
      alternatives.get(possible.get(0)).match(frame);
      return;
    }
    List<Integer> nearest = nearest(frame, possible);
    if (nearest.size() == 1) {
      decide(frame, site, nearest.get(0), frame.run().attempt(() -> match(nearest.get(0), frame)));
      return;
    }
    Run.Trial best = null;
    int chosen = nearest.get(0);
    for (int index : nearest) {
      Run.Trial trial = frame.run().attempt(() -> match(index, frame));
      if (best == null || trial.isClean() || trial.distance() < best.distance()) {
        best = trial;
        chosen = index;
      }
      if (trial.isClean() || !frame.run().mayTry()) {
        break;
      }
    }
    if (best != null) {
      decide(frame, site, chosen, best);
    }
  }

  private void match(int index, Frame frame) {
    alternatives.get(index).match(frame);
  }

  private void decide(Frame frame, Site site, int index, Run.Trial trial) {
    frame.run().choose(site, index);
    String name = names.get(index);
    frame
        .run()
        .adopt(trial, finding -> closest(frame, Deciding.among(choice, frame, finding), name));
  }

  /**
   * The alternatives that are nearest at a look that does not go into groups below. Where it tells
   * them apart, nothing below is ever looked at twice, so that choices within choices stay cheap.
   */
  private List<Integer> nearest(Frame frame, List<Integer> possible) {
    List<Integer> nearest = new ArrayList<>();
    long least = Long.MAX_VALUE;
    for (int index : possible) {
      long distance = frame.run().glance(() -> match(index, frame)).distance();
      if (distance < least) {
        least = distance;
        nearest.clear();
      }
      if (distance == least) {
        nearest.add(index);
      }
    }
    return nearest;
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
