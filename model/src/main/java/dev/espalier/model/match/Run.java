package dev.espalier.model.match;

import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.pattern.StepBudget;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one pass over a hierarchy has gathered so far. Alternatives of a choice are tried: what a
 * trial gathers can be taken back, and given again if it was the best.
 */
final class Run {
  private static final int DEEPEST = 1_000;

  /** A reference takes the stack of so many groups, and leads from one node to the next. */
  private static final int DEPTH_OF_A_REFERENCE = 3;

  /** Enough for some thousand missing names among some thousand others: well below a second. */
  private static final long NAME_STEPS = 50_000_000;

  private final NodeSpec hierarchy;
  private final MatcherCompiler compiler;
  private final Ledger ledger;
  private final DimensionNames dimensionNames = new DimensionNames();
  private final StepBudget nameSteps = new StepBudget(NAME_STEPS);
  private final PatternSteps patterns = new PatternSteps();
  private final Misled misled = new Misled();
  private final Map<ChoiceMatcher.Site, Integer> chosen = new HashMap<>();
  private final List<Frame> scopes = new ArrayList<>();
  private final Set<Visit> visited = new HashSet<>();
  private final List<Runnable> deferred = new ArrayList<>();
  private final List<ElementDemand.Open> demands = new ArrayList<>();
  private final Map<Decided, Integer> decisions = new HashMap<>();
  private final List<Change> journal = new ArrayList<>();
  private int trials;
  private int glances;
  private int depth;
  private long matched;

  Run(NodeSpec hierarchy, MatcherCompiler compiler) {
    this.hierarchy = hierarchy;
    this.compiler = compiler;
    this.ledger = new Ledger();
  }

  /** Something that was gathered, and can be taken back. */
  interface Change {
    void apply();

    void undo();
  }

  private record Found(Ledger ledger, Finding finding) implements Change {
    @Override
    public void apply() {
      ledger.add(finding);
    }

    @Override
    public void undo() {
      ledger.removeLast();
    }
  }

  /**
   * A node that a reference led to: its group is met once in a pass, so that it is no path; without
   * a group, the path is that from the root.
   */
  private record Visit(@Nullable Frame group, NodePath relative, String definition) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Visit that
          && group == that.group
          && relative.equals(that.relative)
          && definition.equals(that.definition);
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(group) + relative.hashCode();
    }
  }

  NodeSpec hierarchy() {
    return hierarchy;
  }

  MatcherCompiler compiler() {
    return compiler;
  }

  Ledger ledger() {
    return ledger;
  }

  DimensionNames dimensionNames() {
    return dimensionNames;
  }

  /** What the search for misspelt names may take: without it names are missed, not mended. */
  StepBudget nameSteps() {
    return nameSteps;
  }

  PatternSteps patterns() {
    return patterns;
  }

  Misled misled() {
    return misled;
  }

  Map<ChoiceMatcher.Site, Integer> chosen() {
    return chosen;
  }

  /** The nodes that have symbols of their own. */
  List<Frame> scopes() {
    return scopes;
  }

  List<ElementDemand.Open> demands() {
    return demands;
  }

  /** A declared part was found; a schema of which none is has matched nothing. */
  void countMatched() {
    matched++;
  }

  long matched() {
    return matched;
  }

  void descend(Frame frame) {
    if (++depth > DEEPEST) {
      throw new UnsupportedException(
          frame.path()
              + " lies more than "
              + DEEPEST
              + " groups deep, where a reference that leads there counts as "
              + DEPTH_OF_A_REFERENCE
              + "; nothing below it can be checked");
    }
  }

  void leave() {
    depth--;
  }

  /** Matches a node that a reference leads to. */
  void follow(Frame target, Runnable match) {
    depth += DEPTH_OF_A_REFERENCE - 1;
    descend(target);
    match.run();
    depth -= DEPTH_OF_A_REFERENCE;
  }

  void report(Finding finding) {
    if (ledger.isRepeated(finding)) {
      return;
    }
    if (trials == 0) {
      ledger.add(finding);
    } else {
      perform(new Found(ledger, finding));
    }
  }

  void use(Symbol symbol, Symbol.Use use) {
    if (trials == 0) {
      symbol.uses().add(use);
    } else {
      perform(change(() -> symbol.uses().add(use), () -> removeLast(symbol.uses())));
    }
  }

  void choose(ChoiceMatcher.Site site, int alternative) {
    perform(change(() -> chosen.put(site, alternative), () -> chosen.remove(site)));
  }

  /** Opens a scope; a trial that is taken back leaves the one of the trial before. */
  void open(Frame frame, Frame.Scope scope) {
    Frame.Scope before = frame.opened();
    perform(
        change(
            () -> {
              frame.opened(scope);
              scopes.add(frame);
            },
            () -> {
              frame.opened(before);
              removeLast(scopes);
            }));
  }

  int trials() {
    return trials;
  }

  /** Whether the scope of a node on the way here was opened within the trial of now. */
  boolean isOpenedNow(Frame frame) {
    return frame.opened().trials() == trials;
  }

  /** Leaves an array for when a scope is settled. */
  void await(Frame scope, AxisOrder order) {
    List<AxisOrder> waiting = scope.waiting();
    perform(change(() -> waiting.add(order), () -> removeLast(waiting)));
  }

  void demand(ElementDemand.Open demand) {
    perform(change(() -> demands.add(demand), () -> removeLast(demands)));
  }

  /** Leaves a text that its pattern has no steps for. */
  void leave(PatternSteps.Left text) {
    perform(change(() -> patterns.left().add(text), () -> removeLast(patterns.left())));
  }

  /** Leaves work for when all symbols are known. */
  void defer(Runnable work) {
    perform(change(() -> deferred.add(work), () -> removeLast(deferred)));
  }

  /** Whether a node below is led to for the first time. */
  boolean visit(Frame from, NodePath relative, String definition) {
    return visit(new Visit(from, relative, definition));
  }

  /** Whether a node elsewhere is led to for the first time; a cycle of references ends here. */
  boolean visit(NodePath absolute, String definition) {
    return visit(new Visit(null, absolute, definition));
  }

  private boolean visit(Visit visit) {
    if (!visited.add(visit)) {
      return false;
    }
    if (trials > 0) {
      journal.add(change(() -> visited.add(visit), () -> visited.remove(visit)));
    }
    return true;
  }

  private void perform(Change change) {
    change.apply();
    if (trials > 0) {
      journal.add(change);
    }
  }

  private static <T> void removeLast(List<T> list) {
    list.remove(list.size() - 1);
  }

  private static Change change(Runnable apply, Runnable undo) {
    return new Change() {
      @Override
      public void apply() {
        apply.run();
      }

      @Override
      public void undo() {
        undo.run();
      }
    };
  }

  /** Runs a piece of work, takes back all that it gathered, and says what that was. */
  Trial attempt(Runnable work) {
    int from = journal.size();
    int findingsBefore = ledger.size();
    long matchedBefore = matched;
    trials++;
    try {
      work.run();
    } finally {
      trials--;
    }
    List<Change> gathered = new ArrayList<>(journal.subList(from, journal.size()));
    List<Finding> findings = ledger.since(findingsBefore);
    Trial trial = new Trial(gathered, findings, matched - matchedBefore);
    journal.subList(from, journal.size()).clear();
    for (int i = gathered.size() - 1; i >= 0; i--) {
      gathered.get(i).undo();
    }
    matched = matchedBefore;
    return trial;
  }

  /** As {@link #attempt}, without going into groups below. */
  Trial glance(Runnable work) {
    int before = glances;
    glances = depth + 1;
    try {
      return attempt(work);
    } finally {
      glances = before;
    }
  }

  /** Whether the groups below the node that was entered last are left alone for now. */
  boolean isGlance() {
    return glances > 0 && depth >= glances;
  }

  /**
   * The alternative that was found to be the closest for a node before: within the trials of
   * another choice, nothing is tried twice, so that choices within choices do not multiply.
   */
  Optional<Integer> decided(NodeSpec node, ChoiceMatcher choice) {
    return isGlance()
        ? Optional.empty()
        : Optional.ofNullable(decisions.get(new Decided(node, choice)));
  }

  /** Notes the closest alternative; what a glance sees is not enough to know it. */
  void decide(NodeSpec node, ChoiceMatcher choice, int leaf) {
    if (glances == 0) {
      decisions.put(new Decided(node, choice), leaf);
    }
  }

  /** A node and a choice, each the very same object. */
  private record Decided(NodeSpec node, ChoiceMatcher choice) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Decided that && node == that.node && choice == that.choice;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(node);
    }
  }

  /** Gathers again what a trial did. */
  void adopt(Trial trial) {
    adopt(trial, finding -> finding);
  }

  /** Gathers again what a trial did, its findings in other words. */
  void adopt(Trial trial, UnaryOperator<Finding> words) {
    for (Change change : trial.gathered()) {
      if (change instanceof Found found) {
        report(words.apply(found.finding()));
      } else {
        perform(change);
      }
    }
    matched += trial.matched();
  }

  /** Checks what had to wait until all symbols were known, and that something matched at all. */
  void finish(NodePath at) {
    for (int i = 0; i < deferred.size(); i++) {
      deferred.get(i).run();
    }
    patterns.tell(at, this);
    if (matched == 0 && ledger.findings().stream().noneMatch(f -> f.rule().level() == Level.MUST)) {
      report(
          Finding.builder()
              .rule(CoreRules.SCHEMA_MATCHED)
              .node(at)
              .message("nothing that the schema declares is there, so nothing was checked")
              .expected("a declared member or attribute")
              .found("none of them")
              .fix("check the location, or name another convention")
              .build());
    }
  }
}
