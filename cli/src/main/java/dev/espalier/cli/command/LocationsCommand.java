package dev.espalier.cli.command;

import dev.espalier.cli.terminal.ExitCode;
import dev.espalier.cli.terminal.Workshop;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.work.ProgressListener;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * A command that looks at several hierarchies: one that cannot be read does not hide the others.
 */
abstract class LocationsCommand extends Subcommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "LOCATION",
      description =
          "A Zarr directory or archive, the URL of a directory, an HDF5 file, or a directory with"
              + " such things in it.")
  private List<String> locations = List.of();

  @Mixin private ConsolidatedOption consolidated = new ConsolidatedOption();

  LocationsCommand(Surroundings around) {
    super(around);
  }

  /**
   * Looks at one hierarchy.
   *
   * @param format the word for the format that it is stored in
   */
  abstract ExitCode look(String format, OpenHierarchy hierarchy);

  @Override
  ExitCode run() {
    Backends backends = Backends.load();
    options();
    ExitCode code = ExitCode.OK;
    for (String text : locations) {
      Location location = new Location(text);
      try {
        for (Location found : LocationSearch.search(backends, location)) {
          code = code.or(open(backends, found));
        }
      } catch (CancelledException e) {
        throw e;
      } catch (EspalierException e) {
        code = code.or(failed(location, e));
      }
    }
    return code;
  }

  /** How hierarchies are opened; a wrong word is said before anything is. */
  final OpenOptions options() {
    return consolidated.options();
  }

  /** The whole tree of a hierarchy, read by as many workers as there are processors. */
  final NodeSpec tree(OpenHierarchy hierarchy) {
    try (Workshop workshop = new Workshop(interruption())) {
      return hierarchy.tree(workshop.execution(ProgressListener.none()));
    }
  }

  private ExitCode open(Backends backends, Location location) {
    try {
      Backends.Opened opened = backends.openNamed(location, options());
      try (OpenHierarchy hierarchy = opened.hierarchy()) {
        return look(opened.format(), hierarchy);
      }
    } catch (CancelledException e) {
      throw e;
    } catch (EspalierException e) {
      return failed(location, e);
    }
  }

  /** Says that a location cannot be read. */
  ExitCode failed(Location location, EspalierException failure) {
    terminal().report(failure, debug());
    noteFailure(location, failure);
    if (json()) {
      print(
          JsonObject.builder()
              .put("location", location.toString())
              .put("error", String.valueOf(failure.getMessage()))
              .build());
    }
    return ExitCode.INPUT;
  }

  /** Remembers that a location cannot be read, for a result that is printed at the end. */
  void noteFailure(Location location, EspalierException failure) {}
}
