package dev.espalier.cli.command;

import dev.espalier.cli.output.FindingJson;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.FindingText;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks hierarchies against conventions. */
@Command(
    name = "validate",
    header = "Check hierarchies against the conventions that they declare.",
    description = "With --as, they are checked against one convention, whatever they declare.",
    footer = {
      "",
      "With --json, a line for each hierarchy and convention: {\"location\",",
      "\"convention\", \"valid\", \"findings\": [{\"rule\", \"severity\", \"node\", \"pointer\",",
      "\"message\", \"expected\", \"found\", \"fix\"}]}. Where no convention is declared,",
      "\"convention\" is null and a finding says so.",
      "",
      "Example:",
      "  espalier validate cells.ome.zarr --as ngff:image@0.5 --profile strict"
    })
final class ValidateCommand extends LocationsCommand {
  @Option(
      names = "--as",
      paramLabel = "ID[@VERSION]",
      description = "The convention to check against; else those that the data declares.")
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

  ValidateCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    as.ifPresent(conventions::named); // a wrong name is said once, before anything is opened
    profile();
    return super.run();
  }

  @Override
  ExitCode look(String format, OpenHierarchy hierarchy) {
    HierarchyCheck check = new HierarchyCheck(hierarchy, profile());
    ExitCode code = ExitCode.OK;
    if (as.isPresent()) {
      return tell(hierarchy.location(), check.against(conventions.named(as.get())));
    }
    for (HierarchyCheck.Verdict verdict : check.againstDeclared(conventions)) {
      code = code.or(tell(hierarchy.location(), verdict));
    }
    return code;
  }

  @Override
  ExitCode failed(Location location, EspalierException failure) {
    if (failure instanceof InvalidHierarchyException invalid) {
      Report report = new Report(profile(), invalid.report().findings());
      if (!report.isValid()) {
        return tell(location, new HierarchyCheck.Verdict(Optional.empty(), report));
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

  private ExitCode tell(Location location, HierarchyCheck.Verdict verdict) {
    Report report = verdict.report();
    Optional<String> convention = verdict.convention().map(Convention::id).map(Object::toString);
    if (json()) {
      print(
          JsonObject.builder()
              .put("location", location.text())
              .put("convention", FindingJson.orNull(convention))
              .put("valid", report.isValid())
              .put("findings", FindingJson.of(report))
              .build());
    } else {
      FindingText text = new FindingText(terminal().style());
      String as = convention.map(c -> " as " + c).orElse("");
      terminal().print(location + as + ": " + text.summary(report));
      text.of(report).forEach(terminal()::print);
    }
    return report.isValid() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
