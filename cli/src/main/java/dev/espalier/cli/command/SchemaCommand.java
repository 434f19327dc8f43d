package dev.espalier.cli.command;

import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of a convention. */
@Command(
    name = "schema",
    header = "Print the JSON Schema of a convention.",
    description =
        "The schema (2020-12) is that of the metadata document of a node that follows the"
            + " convention. With --json, it comes in one line.",
    footer = {"", "Example:", "  espalier schema ngff:image@0.5"})
final class SchemaCommand extends Subcommand {
  @Parameters(paramLabel = "ID[@VERSION]", description = "The convention.")
  private String convention = "";

  SchemaCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    JsonObject schema = Conventions.load().named(convention).jsonSchema();
    if (json()) {
      print(schema);
    } else {
      terminal().print(JsonWriter.pretty(schema));
    }
    return ExitCode.OK;
  }
}
