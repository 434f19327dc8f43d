package dev.espalier.cli.command;

import dev.espalier.cli.output.CheckResult;
import dev.espalier.cli.output.FindingJson;
import dev.espalier.cli.output.JUnitXml;
import dev.espalier.cli.output.SarifLog;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.FindingText;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.finding.Report;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks hierarchies against conventions. */
@Command(
    name = "validate",
    header = "Check hierarchies against the conventions that they declare.",
    description = "With --as, they are checked against one convention, whatever they declare.",
    footer = {
      "",
      "sarif is one document of SARIF 2.1.0, for code scanners; junit one of JUnit",
      "XML, for servers that show tests: a suite for each hierarchy and convention, a",
      "case for each rule, which fails by findings of severity error.",
      "",
      "With --json, a line for each hierarchy and convention: {\"location\",",
      "\"convention\", \"valid\", \"findings\": [{\"rule\", \"severity\", \"node\", \"pointer\",",
      "\"message\", \"expected\", \"found\", \"fix\"}]}. Where no convention is declared,",
      "\"convention\" is null and a finding says so.",
      "",
      "Example:",
      "  espalier validate cells.ome.zarr --as ngff:image@0.5 --profile strict"
    })
final class ValidateCommand extends CheckCommand {
  @Option(
      names = "--format",
      paramLabel = "text|json|sarif|junit",
      defaultValue = "text",
      description = "The form of the results; json is the same as --json. Default: text.")
  private String format = "text";

  @Option(
      names = "--data",
      description =
          "Read the elements as well, and hold them to the rules about them, such as an order or"
              + " a sum. Without it, only metadata is looked at.")
  private boolean data;

  private final List<CheckResult> results = new ArrayList<>();
  private final List<CheckResult.Failed> failed = new ArrayList<>();

  ValidateCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    ReportFormat form = format();
    ExitCode code = super.run();
    if (form == ReportFormat.SARIF) {
      String version = EspalierCommand.version();
      terminal().print(JsonWriter.pretty(SarifLog.of(version, results, failed)));
    } else if (form == ReportFormat.JUNIT) {
      terminal().print(JUnitXml.of(results, failed));
    }
    return code;
  }

  private ReportFormat format() {
    return ReportFormat.named(format, super.json());
  }

  @Override
  boolean looksAtData() {
    return data;
  }

  @Override
  boolean json() {
    return format() == ReportFormat.JSON;
  }

  @Override
  void noteFailure(Location location, EspalierException failure) {
    failed.add(new CheckResult.Failed(location.toString(), String.valueOf(failure.getMessage())));
  }

  @Override
  ExitCode look(String format, OpenHierarchy hierarchy) {
    return tell(hierarchy.location(), check(hierarchy));
  }

  @Override
  ExitCode tell(Location location, List<HierarchyCheck.Verdict> verdicts) {
    ExitCode code = ExitCode.OK;
    for (HierarchyCheck.Verdict verdict : verdicts) {
      code = code.or(tell(location, verdict));
    }
    return code;
  }

  private ExitCode tell(Location location, HierarchyCheck.Verdict verdict) {
    Report report = verdict.report();
    CheckResult result =
        new CheckResult(location.toString(), verdict.conventionId(), verdict.rules(), report);
    switch (format()) {
      case TEXT -> {
        FindingText text = new FindingText(terminal().style());
        String as = result.convention().map(c -> " as " + c).orElse("");
        terminal().print(location + as + ": " + text.summary(report));
        text.of(report).forEach(terminal()::print);
      }
      case JSON ->
          print(
              JsonObject.builder()
                  .put("location", location.toString())
                  .put("convention", FindingJson.orNull(result.convention()))
                  .put("valid", report.isValid())
                  .put("findings", FindingJson.of(report))
                  .build());
      case SARIF, JUNIT -> results.add(result);
    }
    return report.isValid() ? ExitCode.OK : ExitCode.FINDINGS;
  }
}
