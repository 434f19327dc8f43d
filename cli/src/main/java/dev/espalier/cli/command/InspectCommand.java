package dev.espalier.cli.command;

import dev.espalier.cli.output.NodeJson;
import dev.espalier.cli.output.TreeText;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.spi.OpenHierarchy;
import picocli.CommandLine.Command;

/** Prints hierarchies as trees. */
@Command(
    name = "inspect",
    header = "Print the tree of a hierarchy.",
    description = "Groups, arrays with their types, shapes, chunks and codecs, and attributes.",
    footer = {
      "",
      "With --json, a line for each hierarchy: {\"location\", \"format\", \"nodes\"},",
      "where nodes holds each node under its path, in the form that create takes.",
      "",
      "Example:",
      "  espalier inspect samples/cells.h5"
    })
final class InspectCommand extends LocationsCommand {
  InspectCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode look(String format, OpenHierarchy hierarchy) {
    NodeSpec tree = tree(hierarchy);
    String location = hierarchy.location().toString();
    if (json()) {
      print(
          JsonObject.builder()
              .put("location", location)
              .put("format", format)
              .put("nodes", NodeJson.flat(tree))
              .build());
    } else {
      TreeText.of(location + " (" + format + ")", tree, terminal().style())
          .forEach(terminal()::print);
    }
    return ExitCode.OK;
  }
}
