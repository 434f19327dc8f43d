package dev.espalier.cli.command;

import dev.espalier.cli.output.DifferenceJson;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.tree.Difference;
import dev.espalier.model.tree.Facet;
import dev.espalier.model.tree.Facets;
import dev.espalier.model.tree.HierarchyDiff;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what differs between two hierarchies. */
@Command(
    name = "diff",
    header = "Print what differs between two hierarchies, by path.",
    description =
        "Compared are nodes, types, shapes, storage and attributes. The exit code is 0 if nothing"
            + " differs and 1 if something does. Elements are not compared: digest does that.",
    footer = {
      "",
      "With --json, a line for each difference: {\"path\", \"facet\", \"left\", \"right\"},",
      "with null for what one side does not have.",
      "",
      "FACET is one of node (of one side only), kind, problem, data_type, shape,",
      "fill_value, dimension_names, chunks, shards, codecs, chunk_key_encoding, layout",
      "(those four together), and attributes.",
      "",
      "Example:",
      "  espalier diff before.ome.zarr after.ome.zarr"
    })
final class DiffCommand extends Subcommand {
  @Parameters(index = "0", paramLabel = "LOCATION", description = "The one hierarchy.")
  private String left = "";

  @Parameters(index = "1", paramLabel = "LOCATION", description = "The other hierarchy.")
  private String right = "";

  @Option(
      names = "--ignore",
      paramLabel = "FACET",
      split = ",",
      description = "What is not compared; facets with commas between them.")
  private List<String> ignored = List.of();

  @Mixin private ConsolidatedOption consolidated = new ConsolidatedOption();

  DiffCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    Facets facets = Facets.ignoring(ignored.stream().map(DiffCommand::facet).toList());
    Backends backends = Backends.load();
    List<Difference> differences =
        HierarchyDiff.between(tree(backends, left), tree(backends, right), facets);
    for (Difference difference : differences) {
      if (json()) {
        print(DifferenceJson.of(difference));
      } else {
        terminal().print(DifferenceJson.text(difference));
      }
    }
    return differences.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
  }

  private static Facet facet(String word) {
    return Facet.withId(word)
        .orElseThrow(
            () ->
                new RequestException(
                    "--ignore "
                        + word
                        + ": expected one of "
                        + Arrays.stream(Facet.values())
                            .map(Facet::id)
                            .collect(Collectors.joining(", "))));
  }

  private NodeSpec tree(Backends backends, String location) {
    try (OpenHierarchy hierarchy = backends.open(new Location(location), consolidated.options())) {
      return hierarchy.tree();
    }
  }
}
