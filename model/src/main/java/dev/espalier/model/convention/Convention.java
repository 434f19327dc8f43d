package dev.espalier.model.convention;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.match.ElementDemand;
import dev.espalier.model.migration.Migration;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A named, versioned meaning given to a hierarchy: how to tell that it is there, and the rules it
 * keeps.
 *
 * <p>Found with {@link java.util.ServiceLoader}; implementations have a public constructor without
 * parameters, hold no state, and are safe for use by several threads at once.
 */
public interface Convention {
  /** Which convention this is, and which version of it. */
  Identity id();

  /** What it is for, in a line. */
  String title();

  /** Every rule that {@link #check} can find broken. */
  List<Rule> rules();

  /**
   * Whether a node says of itself that it follows this convention, in this version.
   *
   * @param hierarchy the whole tree
   * @param at the node
   */
  boolean isDeclaredAt(NodeSpec hierarchy, NodePath at);

  /**
   * Checks a node and what hangs on it against all rules.
   *
   * @param hierarchy the whole tree
   * @param at the node that is to follow the convention
   * @return all findings, one for each mistake, in the order of the tree; none if all is well
   */
  List<Finding> check(NodeSpec hierarchy, NodePath at);

  /**
   * What is demanded of the elements of arrays, for whoever reads or writes them.
   *
   * @param hierarchy the whole tree
   * @param at the node that is to follow the convention
   */
  default List<ElementDemand> elementDemands(NodeSpec hierarchy, NodePath at) {
    return List.of();
  }

  /** The JSON Schema (2020-12) of the metadata document of a node that follows the convention. */
  JsonObject jsonSchema();

  /** The schema that says all about it, where there is one. */
  default Optional<Schema> schema() {
    return Optional.empty();
  }

  /**
   * What the statement of a node that it follows this convention consists of, or nothing where it
   * makes none. {@link Conventions#declaredAt} uses it to choose between versions.
   *
   * @param hierarchy the whole tree
   * @param at the node
   */
  default Optional<Declaration.Basis> basisAt(NodeSpec hierarchy, NodePath at) {
    return isDeclaredAt(hierarchy, at) ? Optional.of(Declaration.Basis.PRESENCE) : Optional.empty();
  }

  /**
   * Migrations between versions of this convention, to this one or others; each is listed by one of
   * the versions.
   */
  default List<Migration> migrations() {
    return List.of();
  }

  /** What arranges other hierarchies to follow this convention, where that is possible. */
  Optional<Arranger> arranger();
}
