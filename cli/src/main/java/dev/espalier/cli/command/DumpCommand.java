package dev.espalier.cli.command;

import dev.espalier.cli.element.ArrayDump;
import dev.espalier.cli.option.RegionOption;
import dev.espalier.cli.option.SourceOption;
import dev.espalier.cli.output.NodeJson;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.Workshop;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the elements of an array. */
@Command(
    name = "dump",
    header = "Print the elements of an array.",
    description = "A row a line, with an empty line between planes.",
    footer = {
      "",
      "With --json: {\"path\", \"shape\", \"data_type\", \"values\"}, where shape is that of",
      "the region, and values are flat, in C order, each in the form that the Zarr v3",
      "specification gives a fill value of that type: NaN as \"NaN\", complex numbers",
      "as pairs.",
      "",
      "Example:",
      "  espalier dump samples/cells.h5 --array /acquisition/run1/image \\",
      "      --region 0:1,2:3,0:4,0:6"
    })
final class DumpCommand extends Subcommand {
  private static final int SHARE_OF_MEMORY = 8;

  @Parameters(
      paramLabel = "LOCATION",
      description = "A Zarr directory or archive, the URL of a directory, or an HDF5 file.")
  private String location = "";

  @Option(
      names = "--array",
      paramLabel = "PATH",
      defaultValue = "/",
      description = "The path of the array; default: the root.")
  private String array = "/";

  @Option(
      names = "--region",
      paramLabel = "0:2,5:9",
      description = "The elements to print: START:END for each dimension; default: all.")
  private Optional<String> region = Optional.empty();

  @Mixin private ConsolidatedOption consolidated = new ConsolidatedOption();

  DumpCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    NodePath path = SourceOption.path(array);
    long memory = Workshop.memoryBytes() / SHARE_OF_MEMORY;
    try (OpenHierarchy hierarchy =
        Backends.load().open(new Location(location), consolidated.options())) {
      ArraySource source = interruption().guard(hierarchy.array(path));
      Region box =
          region
              .map(text -> RegionOption.parse(text, source.shape()))
              .orElseGet(() -> Region.all(source.shape()));
      if (json()) {
        ArrayDump.printJson(source, box, memory, head(path, box, source), terminal().out());
        terminal().print("}");
      } else {
        ArrayDump.printRows(source, box, memory, terminal().out());
      }
    }
    return ExitCode.OK;
  }

  /** The document up to its values, which may be more than fit into memory. */
  private static String head(NodePath path, Region box, ArraySource source) {
    JsonObject head =
        JsonObject.builder()
            .put("path", path.toString())
            .put("shape", NodeJson.shape(box.shape()))
            .put("data_type", NodeJson.type(source.dataType()))
            .build();
    String text = JsonWriter.compact(head);
    return text.substring(0, text.length() - 1) + ",\"values\":";
  }
}
