package dev.espalier.model.evolve;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A comparison under way: the schemas, what has been found, and the symbols that stand in pairs.
 */
final class Comparison {
  /** How many pairs are tried; what is left then is held not to fit. */
  private static final int MOST_TRIED = 20_000;

  private static final String WORDS = "the documentation changed";

  private final Schema older;
  private final Schema newer;
  private List<SchemaChange> changes = new ArrayList<>();
  private SymbolPairs symbols = new SymbolPairs();
  private VisitedPairs visited = new VisitedPairs();

  /** The worst that was told before of pairs that were met again. */
  private Optional<Compatibility> met = Optional.empty();

  private final Set<List<Object>> failed = new HashSet<>();
  private boolean shortened;
  private int depth;
  private int tried;

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

  /**
   * Compares definitions, each pair once: what was told of it counts where it is met again, and a
   * pair within itself is taken for alike. A pair that does not fit is not tried again while the
   * symbols stand as they did, so that choices that lead to each other in many ways come to an end.
   */
  void once(Spot spot, NodeSchema one, NodeSchema other, Runnable comparing) {
    VisitedPairs.Pair pair = new VisitedPairs.Pair(one, other);
    if (visited.contains(pair)) {
      meet(visited.verdict(pair));
      return;
    }
    boolean onTrial = depth > 0;
    List<Object> attempted = onTrial ? List.of(pair, symbols.state()) : List.of();
    if (onTrial && (failed.contains(attempted) || ++tried > MOST_TRIED)) {
      shortened = true;
      breaking(spot, "another definition", "it was found before that old data may not fit");
      return;
    }
    Optional<Compatibility> outside = met;
    int start = changes.size();
    met = Optional.empty();
    visited.put(pair, Optional.empty());
    comparing.run();
    meet(worst(changes.subList(start, changes.size())));
    Optional<Compatibility> verdict = met;
    visited.put(pair, verdict);
    if (onTrial && verdict.equals(Optional.of(Compatibility.BREAKING))) {
      failed.add(attempted);
    }
    met = outside;
    meet(verdict);
  }

  private void meet(Optional<Compatibility> verdict) {
    met = worse(met, verdict);
  }

  private static Optional<Compatibility> worse(
      Optional<Compatibility> one, Optional<Compatibility> other) {
    return Stream.of(one, other).flatMap(Optional::stream).max(Comparator.naturalOrder());
  }

  /** The worst of the changes; none if there are none but of words. */
  private static Optional<Compatibility> worst(List<SchemaChange> changes) {
    return changes.stream()
        .filter(change -> !change.what().equals(WORDS))
        .map(SchemaChange::compatibility)
        .max(Comparator.naturalOrder());
  }

  /** What comparing something would find and change here. */
  final class Trial {
    private final Runnable comparing;
    private final List<SchemaChange> found;
    private final Optional<Compatibility> verdict;
    private final SymbolPairs symbolsAfter;
    private final VisitedPairs visitedAfter;
    private final boolean shortened;

    private Trial(Runnable comparing) {
      this.comparing = comparing;
      this.found = changes;
      this.verdict = worse(met, worst(changes));
      this.symbolsAfter = symbols;
      this.visitedAfter = visited;
      this.shortened = Comparison.this.shortened;
    }

    boolean isBreaking() {
      return verdict.equals(Optional.of(Compatibility.BREAKING));
    }

    boolean isCompatible() {
      return verdict.isEmpty() || verdict.equals(Optional.of(Compatibility.COMPATIBLE));
    }

    /** Whether nothing changed but words. */
    boolean isUnchanged() {
      return verdict.isEmpty();
    }

    /** Makes it count; nothing may have been compared since. */
    void adopt() {
      if (shortened && depth == 0) {
        comparing.run(); // now in full, since what is found will be read
        return;
      }
      changes.addAll(found);
      meet(verdict);
      symbols = symbolsAfter;
      visited = visitedAfter;
      Comparison.this.shortened |= shortened;
    }
  }

  /** Compares something on trial: nothing counts until it is adopted. */
  Trial attempt(Runnable comparing) {
    List<SchemaChange> changesBefore = changes;
    Optional<Compatibility> metBefore = met;
    SymbolPairs symbolsBefore = symbols;
    VisitedPairs visitedBefore = visited;
    boolean shortenedBefore = shortened;
    changes = new ArrayList<>();
    met = Optional.empty();
    symbols = symbols.copy();
    visited = visited.copy();
    shortened = false;
    depth++;
    comparing.run();
    depth--;
    Trial trial = new Trial(comparing);
    changes = changesBefore;
    met = metBefore;
    symbols = symbolsBefore;
    visited = visitedBefore;
    shortened = shortenedBefore;
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
      compatible(spot, WORDS, "words demand nothing");
    }
  }
}
