package dev.espalier.cli.command;

import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.json.JsonObject;
import picocli.CommandLine.Command;

/** Prints the conventions that are known. */
@Command(
    name = "conventions",
    header = "Print the known conventions.",
    description = "A line each: ID@VERSION, a tab, what it is for.",
    footer = {
      "",
      "With --json: {\"id\", \"name\", \"version\", \"title\", \"convertible\"}, where",
      "convertible says whether convert can make something follow it.",
      "",
      "Example:",
      "  espalier conventions"
    })
final class ConventionsCommand extends Subcommand {
  ConventionsCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    for (Convention convention : Conventions.load().all()) {
      if (json()) {
        print(
            JsonObject.builder()
                .put("id", convention.id().toString())
                .put("name", convention.id().name())
                .put("version", convention.id().version())
                .put("title", convention.title())
                .put("convertible", convention.arranger().isPresent())
                .build());
      } else {
        terminal().print(convention.id() + "\t" + convention.title());
      }
    }
    return ExitCode.OK;
  }
}
