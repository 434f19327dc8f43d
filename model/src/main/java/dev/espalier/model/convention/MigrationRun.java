package dev.espalier.model.convention;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.migration.Migration;
import dev.espalier.model.migration.MigrationChain;
import dev.espalier.model.migration.MigrationDraft;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/** Brings the nodes of a hierarchy that follow a convention to one version of it. */
final class MigrationRun {
  private final Conventions conventions;
  private final Convention target;

  MigrationRun(Conventions conventions, Convention target) {
    this.conventions = conventions;
    this.target = target;
  }

  /** Nodes further down come first, as long as their paths are what they were. */
  Migrated declared(NodeSpec hierarchy) {
    List<Step> steps = new ArrayList<>();
    hierarchy.walk(
        (path, node) ->
            conventions.declaredAt(hierarchy, path).stream()
                .filter(found -> found.convention().id().name().equals(target.id().name()))
                .forEach(found -> steps.add(0, new Step(path, found))));
    if (steps.isEmpty()) {
      throw new RequestException(
          "no node declares a known version of "
              + target.id().name()
              + ", so there is nothing to migrate; name the version that it follows");
    }
    MigrationDraft draft = MigrationDraft.of(hierarchy);
    for (Step step : steps) {
      draft = chain(step.known()).apply(draft.at(step.node()));
    }
    return checked(draft, NodePath.root());
  }

  Migrated from(String version, NodeSpec hierarchy, NodePath at) {
    return checked(chain(version).apply(MigrationDraft.of(hierarchy).at(at)), at);
  }

  private MigrationChain chain(String version) {
    List<Migration> known =
        conventions.all().stream()
            .filter(convention -> convention.id().name().equals(target.id().name()))
            .flatMap(convention -> convention.migrations().stream())
            .toList();
    return MigrationChain.shortest(target.id().name(), known, version, target.id().version());
  }

  private Migrated checked(MigrationDraft draft, NodePath atLeast) {
    NodeSpec hierarchy = draft.hierarchy();
    List<NodePath> declaring = new ArrayList<>();
    hierarchy.walk(
        (path, node) -> {
          if (target.basisAt(hierarchy, path).isPresent()) {
            declaring.add(path);
          }
        });
    if (declaring.isEmpty()) {
      declaring.add(atLeast);
    }
    List<Finding> findings = new ArrayList<>();
    declaring.forEach(path -> findings.addAll(target.check(hierarchy, path)));
    return new Migrated(target, draft, findings);
  }

  /**
   * A node to be migrated.
   *
   * @param node where it is
   * @param found what it says of itself
   */
  private record Step(NodePath node, Declaration found) {
    String known() {
      if (found.basis() == Declaration.Basis.LATER_VERSION) {
        throw new RequestException(
            node
                + " states a later version of "
                + found.convention().id().name()
                + " than "
                + found.convention().id().version()
                + ", the last one known here");
      }
      return found.convention().id().version();
    }
  }
}
