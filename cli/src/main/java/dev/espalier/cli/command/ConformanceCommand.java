package dev.espalier.cli.command;

import dev.espalier.cli.element.ArrayDump;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.Workshop;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the elements of an array for tests that compare implementations of a format. */
@Command(
    name = "conformance",
    header = "Print the elements of an array, for tests across implementations.",
    description =
        "Elements come in C order, one a line, each in the form that the Zarr v3 specification gives"
            + " a fill value of that type. The suite at"
            + " https://github.com/Bisaloo/zarr-conformance-tests calls implementations like this.",
    footer = {"", "Example:", "  espalier conformance zarr --array_path=data/int32.zarr"})
final class ConformanceCommand extends Subcommand {
  private static final int SHARE_OF_MEMORY = 8;

  @Parameters(paramLabel = "FORMAT", description = "The format that is tested: zarr.")
  private String format = "";

  @Option(
      names = "--array_path",
      paramLabel = "PATH",
      required = true,
      description = "The directory of the array.")
  private String array = "";

  ConformanceCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    if (!format.equals(TargetFormat.ID)) {
      throw new RequestException("conformance " + format + ": expected " + TargetFormat.ID);
    }
    Backends backends = Backends.load();
    Location location = new Location(array);
    Backends.Opened opened = backends.openNamed(location, OpenOptions.defaults());
    try (OpenHierarchy hierarchy = opened.hierarchy()) {
      if (!opened.format().startsWith(format)) {
        throw new RequestException(
            array + ": expected an array of the format " + format + ", found " + opened.format());
      }
      ArraySource source = interruption().guard(hierarchy.array(NodePath.root()));
      ArrayDump.printLines(
          source,
          Region.all(source.shape()),
          Workshop.memoryBytes() / SHARE_OF_MEMORY,
          terminal().out());
    }
    return ExitCode.OK;
  }
}
