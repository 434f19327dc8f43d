package dev.espalier.cli.command;

import dev.espalier.io.place.ChangeablePlace;
import dev.espalier.io.place.StorePlace;
import dev.espalier.io.place.StorePlaces;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of commands that write: whether the root repeats the metadata below it. */
final class ConsolidateOption {
  @Option(
      names = "--consolidate",
      description =
          "Repeat the metadata of all nodes in the document of the root, once they are written.")
  private boolean consolidate;

  /**
   * Refuses what could not be done once everything is written: metadata is repeated in place.
   *
   * @throws UnsupportedException if stores of the target's kind cannot be changed
   */
  void before(String target) {
    Optional<StorePlace> place = StorePlaces.load().place(new Location(target));
    if (consolidate && place.isPresent() && !(place.get() instanceof ChangeablePlace)) {
      throw new UnsupportedException(
          target
              + ": --consolidate changes what was written, which cannot be done in stores of this"
              + " kind; leave it out, or write to a directory");
    }
  }

  /** Does as asked; what was written is complete already. */
  void after(String target) {
    if (consolidate) {
      Location place = new Location(target);
      Backends.load().editable(place).consolidate(place);
    }
  }
}
