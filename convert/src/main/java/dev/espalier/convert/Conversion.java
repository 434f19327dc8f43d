package dev.espalier.convert;

import dev.espalier.model.convention.Arrangement;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.work.Execution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One conversion, decided and not yet done: what will be written is known, and valid, before the
 * first byte is.
 */
public final class Conversion {
  private final ConversionRequest request;
  private final WritePlan plan;
  private final BoundHierarchy hierarchy;
  private final ConversionReport report;
  private final Optional<NodePath> subject;

  private Conversion(
      ConversionRequest request,
      WritePlan plan,
      BoundHierarchy hierarchy,
      ConversionReport report,
      Optional<NodePath> subject) {
    this.request = request;
    this.plan = plan;
    this.hierarchy = hierarchy;
    this.report = report;
    this.subject = subject;
  }

  /**
   * Decides everything; nothing is written, and of the source only metadata is read.
   *
   * @throws dev.espalier.model.error.RequestException if what is asked for does not fit the source,
   *     or if replacing the target would delete the source
   * @throws InvalidHierarchyException if the result would break a rule of the convention or of the
   *     format
   * @throws dev.espalier.model.error.TargetExistsException if something stands at the target and
   *     the policy forbids to write there
   */
  public static Conversion prepare(ConversionRequest request) {
    Overlap.refuse(request.source().location(), request.target(), request.policy());
    boolean whole = request.convention().isPresent();
    SourceView source = SourceView.of(request.source(), whole ? NodePath.root() : request.node());
    if (whole) {
      source.requireReadable(request.node());
    }
    Moved mapped = request.mapping().apply(source.readable());
    Optional<Subject> subject = SubjectSearch.search(request, source.readable(), mapped);
    Arrangement arrangement =
        subject.map(Subject::arrangement).orElseGet(() -> asItIs(mapped.tree()));
    NodeSpec laidOut = new Arranged(arrangement, mapped.tree(), request.layout()).laidOut();
    request.convention().ifPresent(convention -> check(convention, laidOut));

    WritePlan plan =
        plan(request, arrangement, mapped, laidOut).withFillChunks(request.fillChunks());
    BoundHierarchy hierarchy = new BoundHierarchy(laidOut, bind(source, mapped, arrangement));
    ConversionReport report =
        new Reporter(source, mapped, arrangement, plan.root()).report(laidOut.toFlat().keySet());
    return new Conversion(request, plan, hierarchy, report, subject.map(Subject::array));
  }

  /** A plan; where only what the user asked for about the storage is at fault, that is said. */
  private static WritePlan plan(
      ConversionRequest request, Arrangement arrangement, Moved mapped, NodeSpec laidOut) {
    try {
      return request.format().plan(laidOut, request.target(), request.policy());
    } catch (UnsupportedException e) {
      throw new RequestException(String.valueOf(e.getMessage()), e);
    } catch (InvalidHierarchyException e) {
      NodeSpec unasked = new Arranged(arrangement, mapped.tree(), LayoutChoice.none()).laidOut();
      if (unasked.equals(laidOut)) {
        throw e;
      }
      request.format().plan(unasked, request.target(), request.policy());
      throw new RequestException(
          e.report().findings().stream()
              .findFirst()
              .map(finding -> finding.node() + ": " + finding.message())
              .orElse(String.valueOf(e.getMessage())),
          e);
    }
  }

  private static Arrangement asItIs(NodeSpec tree) {
    Map<NodePath, NodePath> moved = new LinkedHashMap<>();
    Map<NodePath, Arrangement.Origin> origins = new LinkedHashMap<>();
    tree.walk(
        (path, node) -> {
          moved.put(path, path);
          if (tree.findArray(path).isPresent()) {
            origins.put(path, new Arrangement.Copied(path));
          }
        });
    return new Arrangement(tree, origins, moved);
  }

  private static void check(Convention convention, NodeSpec hierarchy) {
    List<Finding> findings = new ArrayList<>();
    hierarchy.walk(
        (path, node) -> {
          if (convention.basisAt(hierarchy, path).isPresent()) {
            findings.addAll(convention.check(hierarchy, path));
          }
        });
    Report report = new Report(Profile.SPEC, findings);
    if (!report.isValid()) {
      throw new InvalidHierarchyException(
          "the result would not be a valid "
              + convention.id()
              + findings.stream()
                  .map(finding -> "\n  " + finding.node() + ": " + finding.message())
                  .collect(Collectors.joining()),
          report);
    }
  }

  private static Map<NodePath, ArrayData> bind(
      SourceView source, Moved mapped, Arrangement arrangement) {
    Map<NodePath, NodePath> sources = mapped.sources();
    Map<NodePath, ArrayData> data = new LinkedHashMap<>();
    arrangement
        .origins()
        .forEach(
            (path, origin) -> {
              if (origin instanceof Arrangement.Copied copied) {
                NodePath from = Optional.ofNullable(sources.get(copied.source())).orElseThrow();
                data.put(
                    path,
                    new ArrayData.Pulled(ReorderedSource.of(source.array(from), copied.order())));
              } else if (origin instanceof Arrangement.Computed computed) {
                data.put(path, new ArrayData.Derived(computed.input(), computed.operation()));
              }
            });
    return data;
  }

  /** What will be written, with nothing left open. */
  public WritePlan plan() {
    return plan;
  }

  /** What becomes of every object of the source. */
  public ConversionReport report() {
    return report;
  }

  /** The array of the source that the convention is about, where there is a convention. */
  public Optional<NodePath> subject() {
    return subject;
  }

  /** Writes the result: afterwards it is there as a whole, or the target is as it was. */
  public void run(Execution execution) {
    request.format().write(plan, hierarchy, execution);
  }

  /**
   * Reads what was written, and compares every element and attribute with the source.
   *
   * @param execution which threads do the work, and how much memory it may take
   */
  public Verification verify(Execution execution) {
    try (OpenHierarchy written = request.format().open(request.target())) {
      return new Verifier(written, plan, hierarchy, execution).verify();
    }
  }
}
