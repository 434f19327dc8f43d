package dev.espalier.cli.command;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.convention.Migrated;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.hierarchy.Hierarchy;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Optional;

/**
 * Which nodes are to be migrated, from which version and to which.
 *
 * @param from the convention and version that is named for the node, if one is
 * @param to the version to be, maybe with its convention
 * @param node the node that is named
 * @param conventions the conventions at hand
 */
record MigrationChoice(Optional<Named> from, String to, NodePath node, Conventions conventions) {
  private static final String MARK = "@";

  /** A convention and a version of it, which need not be known themselves. */
  record Named(String name, String version) {}

  static MigrationChoice parse(
      Optional<String> as, String to, NodePath node, Conventions conventions) {
    if (as.isEmpty() && !node.isRoot()) {
      throw new RequestException(
          "#" + node + " names a node; say with --as which version it follows");
    }
    return new MigrationChoice(as.map(MigrationChoice::named), to, node, conventions);
  }

  private static Named named(String text) {
    int mark = text.lastIndexOf(MARK);
    if (mark < 1 || mark == text.length() - 1) {
      throw new RequestException(
          "--as " + text + ": expected a convention with its version, as ID@VERSION");
    }
    return new Named(text.substring(0, mark), text.substring(mark + 1));
  }

  Migrated migrate(Hierarchy hierarchy) {
    Convention target = conventions.named(to.contains(MARK) ? to : nameOf(hierarchy) + MARK + to);
    return from.map(
            named -> {
              if (!named.name().equals(target.id().name())) {
                throw new RequestException(
                    "--as names " + named.name() + ", but --to " + target.id().name());
              }
              return conventions.migrate(hierarchy.tree(), node, named.version(), target);
            })
        .orElseGet(() -> conventions.migrate(hierarchy.tree(), target));
  }

  private String nameOf(Hierarchy hierarchy) {
    if (from.isPresent()) {
      return from.get().name();
    }
    List<String> declared =
        hierarchy.declarations().values().stream()
            .flatMap(List::stream)
            .map(found -> found.convention().id().name())
            .distinct()
            .toList();
    if (declared.size() != 1) {
      throw new RequestException(
          hierarchy.location()
              + (declared.isEmpty()
                  ? ": no node declares a convention that is known here"
                  : ": the data declares " + String.join(", ", declared))
              + "; write --to ID@"
              + to);
    }
    return declared.get(0);
  }
}
