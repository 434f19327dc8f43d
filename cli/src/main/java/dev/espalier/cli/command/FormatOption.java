package dev.espalier.cli.command;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.WritableBackend;
import picocli.CommandLine.Option;

/** The option of commands that write: in which format. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "zarr|zarr2",
      defaultValue = TargetFormat.ID,
      description =
          "The format to write: zarr is Zarr v3, zarr2 is Zarr v2. What that has no words for is"
              + " refused before anything is written. Default: ${DEFAULT-VALUE}.")
  private String id = TargetFormat.ID;

  /** The word under which the backend is found. */
  String id() {
    if (!TargetFormat.ALL.contains(id)) {
      throw new RequestException(
          "--format " + id + ": expected " + String.join(" or ", TargetFormat.ALL));
    }
    return id;
  }

  WritableBackend backend() {
    return Backends.load().writable(id());
  }
}
