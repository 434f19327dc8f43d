package dev.espalier.cli.command;

import dev.espalier.cli.output.FindingJson;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.migration.Migration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine.Command;

/** Prints the conventions that are known. */
@Command(
    name = "conventions",
    header = "Print the known conventions and their versions.",
    description =
        "A line each, with tabs between: ID@VERSION, what it is for and, where there are any, its"
            + " uuid, the URL of its schema, and the migrations that it brings.",
    footer = {
      "",
      "With --json: {\"id\", \"name\", \"version\", \"title\", \"convertible\",",
      "\"uuid\", \"url\", \"aliases\", \"migrations\": [{\"from\", \"to\"}]}, where",
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
        print(document(convention));
      } else {
        terminal().print(line(convention));
      }
    }
    return ExitCode.OK;
  }

  private static JsonObject document(Convention convention) {
    return JsonObject.builder()
        .put("id", convention.id().toString())
        .put("name", convention.id().name())
        .put("version", convention.id().version())
        .put("title", convention.title())
        .put("convertible", convention.arranger().isPresent())
        .put("uuid", FindingJson.orNull(convention.id().uuid().map(UUID::toString)))
        .put("url", FindingJson.orNull(convention.id().url()))
        .put("aliases", JsonArray.ofStrings(convention.id().aliases()))
        .put(
            "migrations",
            new JsonArray(
                convention.migrations().stream().map(ConventionsCommand::document).toList()))
        .build();
  }

  private static JsonValue document(Migration migration) {
    return JsonObject.builder().put("from", migration.from()).put("to", migration.to()).build();
  }

  private static String line(Convention convention) {
    List<String> columns = new ArrayList<>(List.of(convention.id().toString()));
    columns.add(convention.title());
    convention.id().uuid().ifPresent(uuid -> columns.add("uuid " + uuid));
    convention.id().url().ifPresent(url -> columns.add("url " + url));
    convention.migrations().forEach(migration -> columns.add("migrates " + migration));
    return String.join("\t", columns);
  }
}
