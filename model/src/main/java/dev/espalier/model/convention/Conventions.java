package dev.espalier.model.convention;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The conventions at hand.
 *
 * @param all the conventions, ordered by name and version, earlier versions first
 */
public record Conventions(List<Convention> all) {
  /** Copies and orders the list. */
  public Conventions {
    all =
        all.stream()
            .sorted(
                Comparator.comparing((Convention convention) -> convention.id().name())
                    .thenComparing(convention -> convention.id().version(), new VersionOrder()))
            .toList();
  }

  /** The conventions that {@link ServiceLoader} finds. */
  public static Conventions load() {
    return new Conventions(
        ServiceLoader.load(Convention.class).stream().map(ServiceLoader.Provider::get).toList());
  }

  /**
   * The convention that a user names; without a version, its last one.
   *
   * @param text {@code NAME} or {@code NAME@VERSION}
   * @throws RequestException if there is none; the message lists those that there are
   */
  public Convention named(String text) {
    return all.stream()
        .filter(c -> c.id().toString().equals(text) || c.id().name().equals(text))
        .reduce((first, second) -> second)
        .orElseThrow(
            () ->
                new RequestException(
                    "no convention is called \""
                        + text
                        + "\"; known: "
                        + all.stream()
                            .map(c -> c.id().toString())
                            .collect(Collectors.joining(", "))));
  }

  /**
   * The conventions that a node says it follows, each in one version: the one about which its
   * statement is the most specific, in the order of {@link Declaration.Basis}; the newest, where
   * that leaves several.
   *
   * @param hierarchy the whole tree
   * @param at the node
   */
  public List<Declaration> declaredAt(NodeSpec hierarchy, NodePath at) {
    Map<String, Declaration> best = new LinkedHashMap<>();
    for (Convention convention : all) {
      convention
          .basisAt(hierarchy, at)
          .map(basis -> new Declaration(convention, basis))
          .ifPresent(found -> best.merge(convention.id().name(), found, Conventions::better));
    }
    return List.copyOf(best.values());
  }

  /**
   * Brings every node that declares another version of a convention to this one, along the shortest
   * chain of migrations, and checks the result. Nothing is read or written.
   *
   * @param hierarchy the whole tree
   * @param target the version to be
   * @throws RequestException if no node declares the convention, if no chain of migrations leads to
   *     the version, or if a migration does not fit what it meets
   */
  public Migrated migrate(NodeSpec hierarchy, Convention target) {
    return new MigrationRun(this, target).declared(hierarchy);
  }

  /**
   * Brings one node to a version of a convention, whatever it declares.
   *
   * @param hierarchy the whole tree
   * @param at the node
   * @param from the version that the node follows
   * @param target the version to be
   * @throws RequestException if no chain of migrations leads to the version, or if a migration does
   *     not fit what it meets
   */
  public Migrated migrate(NodeSpec hierarchy, NodePath at, String from, Convention target) {
    return new MigrationRun(this, target).from(from, hierarchy, at);
  }

  /** The later version wins a tie: conventions come in the order of their versions. */
  private static Declaration better(Declaration earlier, Declaration later) {
    return later.basis().compareTo(earlier.basis()) <= 0 ? later : earlier;
  }
}
