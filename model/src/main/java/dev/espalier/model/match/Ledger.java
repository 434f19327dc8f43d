package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The findings of one pass, and what they say about which parts can be built on. */
final class Ledger {
  private final List<Finding> findings = new ArrayList<>();

  /** What is broken by a rule of the published schema, and by any other. */
  private final Broken bySchema = new Broken();

  private final Broken byOthers = new Broken();
  private final Set<NodePath> brokenGroups = new HashSet<>();
  private final Set<Unchecked> unchecked = new HashSet<>();
  private int indexed;

  void add(Finding finding) {
    findings.add(finding);
    if (finding.rule().equals(CoreRules.RULE_CHECKED)) {
      unchecked.add(Unchecked.of(finding));
    }
  }

  void removeLast() {
    Finding last = findings.remove(findings.size() - 1);
    if (last.rule().equals(CoreRules.RULE_CHECKED)) {
      unchecked.remove(Unchecked.of(last));
    }
    if (indexed > findings.size()) {
      bySchema.clear();
      byOthers.clear();
      brokenGroups.clear();
      indexed = 0;
    }
  }

  /** Whether it is said already of that node that a rule was not checked; once is enough. */
  boolean isRepeated(Finding finding) {
    return finding.rule().equals(CoreRules.RULE_CHECKED)
        && unchecked.contains(Unchecked.of(finding));
  }

  int size() {
    return findings.size();
  }

  List<Finding> since(int from) {
    return List.copyOf(findings.subList(from, findings.size()));
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Whether nothing anywhere keeps a rule silent, which spares looking for a place. */
  boolean isUnbroken(Rule asking) {
    index();
    return bySchema.at.isEmpty()
        && (asking.origin() == Rule.Origin.SCHEMA || byOthers.at.isEmpty());
  }

  /**
   * Whether nothing at a place or below it keeps a rule silent: only what counts as an error
   * wherever the rule counts may do that.
   */
  boolean isSound(NodePath node, JsonPointer pointer, Rule asking) {
    index();
    Place place = new Place(node, pointer.tokens());
    return !bySchema.atOrBelow.contains(place)
        && (asking.origin() == Rule.Origin.SCHEMA || !byOthers.atOrBelow.contains(place));
  }

  /** As {@link #isSound}, for what is at the place itself. */
  boolean isIntact(NodePath node, JsonPointer pointer, Rule asking) {
    index();
    Place place = new Place(node, pointer.tokens());
    return !bySchema.at.contains(place)
        && (asking.origin() == Rule.Origin.SCHEMA || !byOthers.at.contains(place));
  }

  /** Whether a member of a group is missing, or is no node of the right kind that can be read. */
  boolean isBrokenAsGroup(NodePath group) {
    index();
    return brokenGroups.contains(group);
  }

  private void index() {
    for (; indexed < findings.size(); indexed++) {
      Finding finding = findings.get(indexed);
      if (finding.rule().level() == Level.MUST) {
        Broken broken = finding.rule().origin() == Rule.Origin.SCHEMA ? bySchema : byOthers;
        broken.add(finding.node(), finding.pointer());
        if (finding.pointer().equals(JsonPointer.root())) {
          brokenGroups.add(finding.node());
          finding.node().parent().ifPresent(brokenGroups::add);
        }
      }
    }
  }

  private record Unchecked(NodePath node, String message) {
    static Unchecked of(Finding finding) {
      return new Unchecked(finding.node(), finding.message());
    }
  }

  private record Place(NodePath node, List<String> tokens) {}

  /** Broken places, and all that hold one. */
  private static final class Broken {
    private final Set<Place> at = new HashSet<>();
    private final Set<Place> atOrBelow = new HashSet<>();

    void add(NodePath node, JsonPointer pointer) {
      List<String> tokens = pointer.tokens();
      at.add(new Place(node, tokens));
      for (int depth = 0; depth <= tokens.size(); depth++) {
        atOrBelow.add(new Place(node, List.copyOf(tokens.subList(0, depth))));
      }
    }

    void clear() {
      at.clear();
      atOrBelow.clear();
    }
  }
}
