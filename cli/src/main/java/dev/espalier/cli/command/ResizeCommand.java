package dev.espalier.cli.command;

import dev.espalier.cli.option.ShapeOption;
import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.Workshop;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.ChangeableHierarchy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.stored.ChangeOptions;
import dev.espalier.model.stored.ChangeableArray;
import dev.espalier.model.work.ProgressListener;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
  @Mixin private ArrayOption array = new ArrayOption();

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
    NodePath path = array.path();
    Location place = array.location();
    try (Workshop workshop = new Workshop(interruption());
        ChangeableHierarchy hierarchy =
            Backends.load().changeable(place).change(place, ChangeOptions.defaults())) {
      ChangeableArray changeable = hierarchy.changeable(path);
      Shape before = changeable.spec().shape();
      changeable.resize(after, workshop.execution(ProgressListener.none()));
      if (json()) {
        print(
            JsonObject.builder()
                .put("location", place.toString())
                .put("path", path.toString())
                .put("before", JsonArray.ofLongs(before.toArray()))
                .put("after", JsonArray.ofLongs(after.toArray()))
                .build());
      } else {
        terminal().print(place + ": " + path + ": shape " + before + " became " + after);
      }
    }
    return ExitCode.OK;
  }
}
