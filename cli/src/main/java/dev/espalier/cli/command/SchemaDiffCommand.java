package dev.espalier.cli.command;

import dev.espalier.cli.option.ConventionOption;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.evolve.Compatibility;
import dev.espalier.model.evolve.SchemaChange;
import dev.espalier.model.evolve.SchemaDiff;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.schema.Schema;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what changes from one schema to another, and whom that hurts. */
@Command(
    name = "schema-diff",
    header = "Print what changes from one schema to another.",
    description =
        "Each change is compatible (old data stay valid, and readers of the old schema can read new"
            + " data), widening (old data stay valid, but old readers may meet something new) or"
            + " breaking (old data may be invalid). The exit code is 1 if one is breaking.",
    footer = {
      "",
      "With --json, a line for each change: {\"node\", \"attribute\", \"change\",",
      "\"compatibility\", \"reason\"}.",
      "",
      "Example:",
      "  espalier schema-diff released.json next.json"
    })
final class SchemaDiffCommand extends Subcommand {
  @Parameters(
      index = "0",
      paramLabel = "OLD.json",
      description = "The schema in use: a file, or ID[@VERSION].")
  private String older = "";

  @Parameters(
      index = "1",
      paramLabel = "NEW.json",
      description = "The schema that is to come: a file, or ID[@VERSION].")
  private String newer = "";

  SchemaDiffCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    List<SchemaChange> changes = SchemaDiff.between(schema(older), schema(newer));
    for (SchemaChange change : changes) {
      if (json()) {
        print(
            JsonObject.builder()
                .put("node", change.node())
                .put("attribute", change.attribute())
                .put("change", change.what())
                .put("compatibility", change.compatibility().toString())
                .put("reason", change.reason())
                .build());
      } else {
        terminal().print(change.toString());
      }
    }
    return SchemaDiff.worst(changes) == Compatibility.BREAKING ? ExitCode.FINDINGS : ExitCode.OK;
  }

  private static Schema schema(String text) {
    return Declared.schemaOf(ConventionOption.of(Conventions.load(), text));
  }
}
