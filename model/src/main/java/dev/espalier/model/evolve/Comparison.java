package dev.espalier.model.evolve;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A comparison under way: the schemas, what has been found, and the symbols that stand in pairs.
 */
final class Comparison {
  private final Schema older;
  private final Schema newer;
  private List<SchemaChange> changes = new ArrayList<>();
  private SymbolPairs symbols = new SymbolPairs();
  private VisitedPairs visited = new VisitedPairs();

  Comparison(Schema older, Schema newer) {
    this.older = older;
    this.newer = newer;
  }

  Schema older() {
    return older;
  }

  Schema newer() {
    return newer;
  }

  SymbolPairs symbols() {
    return symbols;
  }

  List<SchemaChange> changes() {
    return List.copyOf(changes);
  }

  /** Whether the pair is looked at for the first time; recursion ends at the second. */
  boolean isNew(NodeSchema one, NodeSchema other) {
    return visited.add(one, other);
  }

  /** What comparing something would find and change here. */
  final class Trial {
    private final List<SchemaChange> found;
    private final SymbolPairs symbolsAfter;
    private final VisitedPairs visitedAfter;

    private Trial(List<SchemaChange> found, SymbolPairs symbols, VisitedPairs visited) {
      this.found = found;
      this.symbolsAfter = symbols;
      this.visitedAfter = visited;
    }

    boolean isBreaking() {
      return SchemaDiff.worst(found) == Compatibility.BREAKING;
    }

    boolean isCompatible() {
      return SchemaDiff.worst(found) == Compatibility.COMPATIBLE;
    }

    /** Makes it count; nothing may have been compared since. */
    void adopt() {
      changes.addAll(found);
      symbols = symbolsAfter;
      visited = visitedAfter;
    }
  }

  /** Compares something on trial: nothing counts until it is adopted. */
  Trial attempt(Runnable comparing) {
    List<SchemaChange> changesBefore = changes;
    SymbolPairs symbolsBefore = symbols;
    VisitedPairs visitedBefore = visited;
    changes = new ArrayList<>();
    symbols = symbols.copy();
    visited = visited.copy();
    comparing.run();
    Trial trial = new Trial(changes, symbols, visited);
    changes = changesBefore;
    symbols = symbolsBefore;
    visited = visitedBefore;
    return trial;
  }

  void add(Spot spot, String what, Compatibility compatibility, String reason) {
    changes.add(new SchemaChange(spot.node(), spot.attribute(), what, compatibility, reason));
  }

  void breaking(Spot spot, String what, String reason) {
    add(spot, what, Compatibility.BREAKING, reason);
  }

  void widening(Spot spot, String what, String reason) {
    add(spot, what, Compatibility.WIDENING, reason);
  }

  void compatible(Spot spot, String what, String reason) {
    add(spot, what, Compatibility.COMPATIBLE, reason);
  }

  static boolean isMust(Rule rule) {
    return rule.level() == Level.MUST;
  }

  static boolean isMust(Optional<Rule> rule) {
    return rule.filter(Comparison::isMust).isPresent();
  }

  /** Less is allowed than before, under a rule of the newer schema. */
  void narrowed(Spot spot, String what, Rule rule) {
    if (isMust(rule)) {
      breaking(spot, what, "old data may hold what is not allowed any more");
    } else {
      compatible(spot, what, rule.id() + " is no requirement, so nothing becomes invalid");
    }
  }

  /** More is allowed than before, under a rule of the older schema. */
  void widened(Spot spot, String what, Rule rule) {
    if (isMust(rule)) {
      widening(spot, what, "readers of the older version may meet what they never met before");
    } else {
      compatible(spot, what, rule.id() + " was no requirement, so readers had to expect it");
    }
  }

  /** The rule that enforces something may be another one. */
  void rule(Spot spot, String what, Rule before, Rule after) {
    if (before.equals(after)) {
      return;
    }
    String change = what + ": rule " + spelled(before) + " is now " + spelled(after);
    if (isMust(after) && !isMust(before)) {
      breaking(spot, change, "old data may break what was no requirement");
    } else if (isMust(before) && !isMust(after)) {
      widening(spot, change, "new data may break what readers could rely on");
    } else {
      compatible(spot, change, "findings name another rule, and nothing else changes");
    }
  }

  private static String spelled(Rule rule) {
    return rule.id() + " (" + rule.level() + ")";
  }

  void text(Spot spot, String before, String after) {
    if (!before.equals(after)) {
      compatible(spot, "the documentation changed", "words demand nothing");
    }
  }
}
