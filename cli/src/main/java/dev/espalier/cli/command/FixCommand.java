package dev.espalier.cli.command;

import dev.espalier.cli.output.FindingJson;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.FindingText;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Report;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.spi.Backend;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.EditableBackend;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints, and where asked applies, the edits that mend what a check finds. */
@Command(
    name = "fix",
    header = "Print the edits that mend what validate finds, or apply them.",
    description = {
      "Nothing is changed without --in-place. With it, the edits that touch metadata only are"
          + " applied, and the hierarchy is validated again; an edit that would move or remove"
          + " stored elements is only printed.",
    },
    footer = {
      "",
      "The exit code is 0 if the hierarchy is valid, after the edits where they were",
      "applied, and 1 if findings of severity error remain.",
      "",
      "With --json, a line for each hierarchy and convention: {\"location\",",
      "\"convention\", \"valid\", \"applied\": [EDIT], \"findings\": [...]}, a finding as",
      "validate prints it with its \"edits\". An EDIT is {\"op\", \"node\", ...}; \"in_place\"",
      "says whether --in-place applies it.",
      "",
      "Example:",
      "  espalier fix cells.ome.zarr --in-place"
    })
final class FixCommand extends CheckCommand {
  @Option(names = "--in-place", description = "Apply the edits that touch metadata only.")
  private boolean inPlace;

  private final Backends backends = Backends.load();

  FixCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode look(String format, OpenHierarchy hierarchy) {
    if (!inPlace) {
      return tell(hierarchy.location(), check(hierarchy));
    }
    EditableBackend backend = backends.editable(hierarchy.location());
    FixChoice choice =
        FixChoice.of(
            hierarchy.tree(),
            findings(check(hierarchy)),
            edited -> errors(check(hierarchy, edited)));
    choice.skipped().forEach(reason -> terminal().say(hierarchy.location() + ": " + reason));
    if (!choice.edits().isEmpty()) {
      backend.edit(hierarchy.location(), choice.edits());
    }
    try (OpenHierarchy edited = backend.open(hierarchy.location(), options())) {
      return tell(hierarchy.location(), check(edited), choice.edits());
    }
  }

  @Override
  ExitCode tell(Location location, List<HierarchyCheck.Verdict> verdicts) {
    return tell(location, verdicts, List.of());
  }

  private static long errors(List<HierarchyCheck.Verdict> verdicts) {
    return verdicts.stream()
        .flatMap(verdict -> verdict.report().findings().stream())
        .filter(finding -> finding.rule().level() == Level.MUST)
        .count();
  }

  private static List<Finding> findings(List<HierarchyCheck.Verdict> verdicts) {
    return verdicts.stream().flatMap(v -> v.report().findings().stream()).distinct().toList();
  }

  private ExitCode tell(
      Location location, List<HierarchyCheck.Verdict> verdicts, List<Edit> applied) {
    if (!json()) {
      applied.forEach(edit -> terminal().print(location + ": done: " + edit.describe()));
    }
    ExitCode code = ExitCode.OK;
    for (HierarchyCheck.Verdict verdict : verdicts) {
      tell(location, verdict, applied);
      code = code.or(verdict.report().isValid() ? ExitCode.OK : ExitCode.FINDINGS);
    }
    return code;
  }

  private void tell(Location location, HierarchyCheck.Verdict verdict, List<Edit> applied) {
    Report report = verdict.report();
    boolean editable = isEditable(location);
    Optional<String> convention = verdict.conventionId();
    if (json()) {
      print(
          JsonObject.builder()
              .put("location", location.toString())
              .put("convention", FindingJson.orNull(convention))
              .put("valid", report.isValid())
              .put("applied", edits(applied))
              .put("findings", FindingJson.withEdits(report, editable))
              .build());
      return;
    }
    FindingText text = new FindingText(terminal().style());
    String as = convention.map(c -> " as " + c).orElse("");
    terminal().print(location + as + ": " + text.summary(report));
    text.of(report, finding -> lines(finding, editable)).forEach(terminal()::print);
  }

  private static List<String> lines(Finding finding, boolean editable) {
    return finding.edits().stream()
        .map(
            edit ->
                "edit: "
                    + edit.describe()
                    + (editable && edit.touchesMetadataOnly() ? "" : " (not in place)"))
        .toList();
  }

  private static JsonArray edits(List<Edit> edits) {
    return new JsonArray(edits.stream().map(edit -> (JsonValue) edit.toJson()).toList());
  }

  private boolean isEditable(Location location) {
    Optional<Backend> backend = backends.recognise(location);
    return backend.filter(EditableBackend.class::isInstance).isPresent();
  }
}
