package dev.espalier.cli.command;

import dev.espalier.cli.terminal.Amounts;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Writes consolidated metadata. */
@Command(
    name = "consolidate",
    header = "Repeat the metadata of all nodes in the document of the root.",
    description =
        "Readers then need one document instead of one for each node. The form is that of"
            + " zarr-python. Copies that are there already are made anew; nothing else changes.",
    footer = {
      "",
      "With --json: {\"location\", \"consolidated\"}, the number of nodes that the root",
      "repeats.",
      "",
      "Example:",
      "  espalier consolidate cells.ome.zarr"
    })
final class ConsolidateCommand extends Subcommand {
  @Parameters(paramLabel = "LOCATION", description = "A Zarr directory whose root is a group.")
  private String location = "";

  ConsolidateCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    Location place = new Location(location);
    int nodes = Backends.load().editable(place).consolidate(place);
    if (json()) {
      print(JsonObject.builder().put("location", location).put("consolidated", nodes).build());
    } else {
      terminal().print(location + ": consolidated the metadata of " + Amounts.of(nodes, "node"));
    }
    return ExitCode.OK;
  }
}
