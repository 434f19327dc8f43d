package dev.espalier.model.hierarchy;

import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.elements.ElementCheck;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.finding.Severity;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.model.work.Execution;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A hierarchy that is ready to be written, or everything that keeps it from being written. All is
 * decided and nothing is written yet.
 */
public final class Planned {
  private static final int MOST_SHOWN = 8;

  private final WritableBackend format;
  private final BoundHierarchy hierarchy;
  private final ElementCheck elements;
  private final Optional<WritePlan> plan;
  private final Report report;

  private Planned(
      WritableBackend format,
      BoundHierarchy hierarchy,
      ElementCheck elements,
      Optional<WritePlan> plan,
      Report report) {
    this.format = format;
    this.hierarchy = hierarchy;
    this.elements = elements;
    this.plan = plan;
    this.report = report;
  }

  /**
   * Where a hierarchy is to be written.
   *
   * @param target the place
   * @param policy what to do with what stands there
   */
  record Goal(Location target, WritePolicy policy) {}

  static Planned of(WritableBackend format, Inspected inspected, BoundHierarchy given, Goal goal) {
    BoundHierarchy hierarchy = new BoundHierarchy(inspected.hierarchy(), given.data());
    Set<Finding> findings = new LinkedHashSet<>(inspected.findings());
    Optional<WritePlan> plan = Optional.empty();
    try {
      plan = Optional.of(format.plan(hierarchy.root(), goal.target(), goal.policy()));
      findings.addAll(plan.get().report().findings());
    } catch (InvalidHierarchyException e) {
      findings.addAll(e.report().findings());
    }
    return new Planned(
        format,
        hierarchy,
        ElementCheck.of(inspected.demands()),
        plan,
        new Report(Profile.SPEC, List.copyOf(findings)));
  }

  /** Everything that was found: rules of conventions that are broken, and of the format. */
  public Report report() {
    return report;
  }

  /** What the format would do; nothing if it cannot write the hierarchy at all. */
  public Optional<WritePlan> plan() {
    return plan;
  }

  /** What becomes of each node, with its size; none if the hierarchy cannot be written at all. */
  public List<PlannedNode> nodes() {
    return plan.map(WritePlan::nodes).orElse(List.of());
  }

  /** The hierarchy with what the conventions knew of its open parts, and what fills its arrays. */
  public BoundHierarchy hierarchy() {
    return hierarchy;
  }

  /**
   * This, if no finding is an error.
   *
   * @throws InvalidHierarchyException with every finding
   */
  public Planned throwIfInvalid() {
    if (!report.isValid() || plan.isEmpty()) {
      throw invalid("the hierarchy is not valid, so nothing was written", report);
    }
    return this;
  }

  /** This, storing chunks as well that hold nothing but the fill value. */
  public Planned storingFillChunks() {
    return new Planned(
        format,
        hierarchy,
        elements,
        plan.map(decided -> decided.withFillChunks(FillChunks.STORED)),
        report);
  }

  /**
   * Writes the hierarchy: afterwards it is there as a whole, or the target is as it was. Rules on
   * elements are checked while they pass, and decide before anything is published.
   *
   * @param execution which threads do the work, and how much memory it may take
   * @return everything that was found, on metadata and on elements
   * @throws InvalidHierarchyException with every finding, if one is an error
   */
  public Report apply(Execution execution) {
    WritePlan ready = throwIfInvalid().plan.orElseThrow();
    if (elements.isEmpty()) {
      format.write(ready, hierarchy, execution);
      return report;
    }
    ElementCheck.Tap tap = elements.tap(hierarchy);
    List<Finding> findings = new ArrayList<>(report.findings());
    format.write(
        ready,
        tap.hierarchy(),
        execution,
        () -> {
          findings.addAll(tap.findings());
          Report all = new Report(Profile.SPEC, findings);
          if (!all.isValid()) {
            throw invalid("elements break rules, so nothing was published", all);
          }
        });
    return new Report(Profile.SPEC, findings);
  }

  /** The message has the errors only: they are why; the report has everything. */
  private static InvalidHierarchyException invalid(String message, Report report) {
    List<Finding> errors =
        report.findings().stream()
            .filter(finding -> report.severityOf(finding) == Severity.ERROR)
            .toList();
    String shown =
        errors.stream()
            .limit(MOST_SHOWN)
            .map(finding -> "\n  " + finding.node() + ": " + finding.message())
            .collect(Collectors.joining());
    int more = errors.size() - MOST_SHOWN;
    return new InvalidHierarchyException(
        message + shown + (more > 0 ? "\n  and " + more + " more" : ""), report);
  }
}
