package dev.espalier.cli.command;

import dev.espalier.cli.option.SourceOption;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands share that are about one array of a Zarr hierarchy: where it is. */
final class ArrayOption {
  @Parameters(paramLabel = "LOCATION", description = "The Zarr hierarchy that holds it.")
  private String location = "";

  @Option(
      names = "--array",
      paramLabel = "PATH",
      defaultValue = "/",
      description = "The path of the array; default: the root.")
  private String array = "/";

  Location location() {
    return new Location(location);
  }

  NodePath path() {
    return SourceOption.path(array);
  }
}
