package dev.espalier.cli.command;

import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import picocli.CommandLine.Option;

/** The option of commands that write: whether the root repeats the metadata below it. */
final class ConsolidateOption {
  @Option(
      names = "--consolidate",
      description =
          "Repeat the metadata of all nodes in the document of the root, once they are written.")
  private boolean consolidate;

  /** Does as asked; what was written is complete already. */
  void after(String target) {
    if (consolidate) {
      Location place = new Location(target);
      Backends.load().editable(place).consolidate(place);
    }
  }
}
