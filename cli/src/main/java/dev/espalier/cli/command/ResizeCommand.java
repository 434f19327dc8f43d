package dev.espalier.cli.command;

import dev.espalier.cli.option.ShapeOption;
import dev.espalier.cli.option.SourceOption;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.ChangeableHierarchy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.stored.ChangeOptions;
import dev.espalier.model.stored.ChangeableArray;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives an array other extents. */
@Command(
    name = "resize",
    header = "Give an array that stands another shape.",
    description =
        "Elements that come to be have the fill value; those that cease to be are removed from"
            + " the store. Nothing else changes.",
    footer = {
      "",
      "With --json: {\"location\", \"path\", \"before\", \"after\"}, the last two being shapes.",
      "",
      "Example:",
      "  espalier resize tides.zarr --array /level --shape 365,24"
    })
final class ResizeCommand extends Subcommand {
  @Parameters(paramLabel = "LOCATION", description = "A Zarr directory.")
  private String location = "";

  @Option(
      names = "--array",
      paramLabel = "PATH",
      defaultValue = "/",
      description = "The path of the array; default: the root.")
  private String array = "/";

  @Option(
      names = "--shape",
      paramLabel = "365,24",
      required = true,
      description = "The extents, one for each dimension.")
  private String shape = "";

  ResizeCommand(Surroundings around) {
    super(around);
  }

  @Override
  ExitCode run() {
    Shape after = ShapeOption.extents("--shape", shape);
    NodePath path = SourceOption.path(array);
    Location place = new Location(location);
    try (ChangeableHierarchy hierarchy =
        Backends.load().changeable(place).change(place, ChangeOptions.defaults())) {
      ChangeableArray changeable = hierarchy.changeable(path);
      Shape before = changeable.spec().shape();
      changeable.resize(after);
      if (json()) {
        print(
            JsonObject.builder()
                .put("location", location)
                .put("path", path.toString())
                .put("before", JsonArray.ofLongs(before.toArray()))
                .put("after", JsonArray.ofLongs(after.toArray()))
                .build());
      } else {
        terminal().print(location + ": " + path + ": shape " + before + " became " + after);
      }
    }
    return ExitCode.OK;
  }
}
