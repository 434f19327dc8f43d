package dev.espalier.cli.command;

import dev.espalier.cli.option.ConventionOption;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the JSON Schema of a convention. */
@Command(
    name = "schema",
    header = "Print the schema of a convention.",
    description =
        "JSON Schemas are of draft 2020-12. What one cannot express is listed in it, in"
            + " x-espalier-not-expressed. With --json, it comes in one line.",
    footer = {"", "Example:", "  espalier schema ngff:image@0.5"})
final class SchemaCommand extends Subcommand {
  @Parameters(
      paramLabel = "ID[@VERSION]|FILE.json",
      description = "The convention, or a schema in a file.")
  private String convention = "";

  @Option(
      names = "--form",
      paramLabel = "FORM",
      defaultValue = "json-schema",
      description =
          "json-schema: for the zarr.json of a node that follows the convention (default);"
              + " json-schema-tree: for a whole hierarchy, as inspect --json has it in nodes;"
              + " attributes: for the attributes of the node alone;"
              + " espalier: the declaration itself, to be read by --as FILE.json.")
  private String form = "json-schema";

  SchemaCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    JsonObject schema =
        SchemaForm.named(form).of(ConventionOption.of(Conventions.load(), convention));
    if (json()) {
      print(schema);
    } else {
      terminal().print(JsonWriter.pretty(schema));
    }
    return ExitCode.OK;
  }
}
