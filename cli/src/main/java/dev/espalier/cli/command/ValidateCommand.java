package dev.espalier.cli.command;

import dev.espalier.cli.output.FindingJson;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.FindingText;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.finding.Report;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

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
final class ValidateCommand extends CheckCommand {
  ValidateCommand(Surroundings around) {
    super(around);
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
