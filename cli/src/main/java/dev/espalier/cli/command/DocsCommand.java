package dev.espalier.cli.command;

import dev.espalier.cli.option.ConventionOption;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.document.DocumentationPage;
import dev.espalier.model.json.JsonObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the documentation page of a convention. */
@Command(
    name = "docs",
    header = "Print the documentation page of a convention.",
    description =
        "The page is Markdown and says all that the convention declares: members, attributes,"
            + " dimensions, rules, and an example.",
    footer = {
      "",
      "With --json: {\"convention\", \"markdown\"}.",
      "",
      "Example:",
      "  espalier docs ngff:image@0.5 > image.md"
    })
final class DocsCommand extends Subcommand {
  @Parameters(
      paramLabel = "ID[@VERSION]|FILE.json",
      description = "The convention, or a schema in a file.")
  private String convention = "";

  DocsCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    Convention named = ConventionOption.of(Conventions.load(), convention);
    String page = DocumentationPage.of(Declared.schemaOf(named));
    if (json()) {
      print(
          JsonObject.builder()
              .put("convention", named.id().toString())
              .put("markdown", page)
              .build());
    } else {
      terminal().print(page.stripTrailing());
    }
    return ExitCode.OK;
  }
}
