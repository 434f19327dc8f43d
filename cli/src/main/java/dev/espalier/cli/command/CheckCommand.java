package dev.espalier.cli.command;

import dev.espalier.cli.option.ConventionOption;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** A command that checks hierarchies against conventions. */
abstract class CheckCommand extends LocationsCommand {
  @Option(
      names = "--as",
      paramLabel = "ID[@VERSION]|FILE.json",
      description =
          "The convention to check against, or a schema in a file; else those that the data"
              + " declares.")
  private Optional<String> as = Optional.empty();

  @Option(
      names = "--profile",
      paramLabel = "schema|spec|strict",
      defaultValue = "spec",
      description =
          "What counts: only what the published schema enforces, the whole specification, or its"
              + " recommendations as errors as well. Default: ${DEFAULT-VALUE}.")
  private String profile = Profile.SPEC.id();

  private final Conventions conventions = Conventions.load();
  private Optional<Convention> convention = Optional.empty();

  CheckCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    // A wrong name is said once, before anything is opened.
    convention = as.map(text -> ConventionOption.of(conventions, text));
    profile();
    return super.run();
  }

  /** What the hierarchy is found to be, one verdict for each convention. */
  final List<HierarchyCheck.Verdict> check(OpenHierarchy hierarchy) {
    return verdicts(new HierarchyCheck(hierarchy, tree(hierarchy), profile(), looksAtData()));
  }

  /** What the hierarchy would be found to be with other metadata. */
  final List<HierarchyCheck.Verdict> check(OpenHierarchy hierarchy, NodeSpec edited) {
    return verdicts(new HierarchyCheck(hierarchy, edited, profile(), false));
  }

  private List<HierarchyCheck.Verdict> verdicts(HierarchyCheck check) {
    return convention.isPresent()
        ? List.of(check.against(convention.get()))
        : check.againstDeclared(conventions);
  }

  /** Whether elements are read, and held to the rules about them. */
  boolean looksAtData() {
    return false;
  }

  /** Says what a hierarchy was found to be. */
  abstract ExitCode tell(Location location, List<HierarchyCheck.Verdict> verdicts);

  /** A hierarchy whose root breaks the rules of its format cannot be opened, and is told about. */
  @Override
  ExitCode failed(Location location, EspalierException failure) {
    if (failure instanceof InvalidHierarchyException invalid) {
      Report report = new Report(profile(), invalid.report().findings());
      if (!report.isValid()) {
        return tell(location, List.of(new HierarchyCheck.Verdict(Optional.empty(), report)));
      }
    }
    return super.failed(location, failure);
  }

  private Profile profile() {
    return Profile.withId(profile)
        .orElseThrow(
            () ->
                new RequestException("--profile " + profile + ": expected schema, spec or strict"));
  }
}
