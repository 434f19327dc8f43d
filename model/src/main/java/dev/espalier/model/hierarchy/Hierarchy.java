package dev.espalier.model.hierarchy;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.convention.Conventions;
import dev.espalier.model.convention.Declaration;
import dev.espalier.model.convention.Migrated;
import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.match.Match;
import dev.espalier.model.migration.MigrationDraft;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.stored.StoredChunks;
import dev.espalier.model.typed.Read;
import dev.espalier.model.typed.TypedConvention;
import dev.espalier.model.work.Execution;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A hierarchy that is open for reading; safe for use by several threads at once. Its tree is read
 * when it is opened, elements region by region.
 */
public final class Hierarchy implements AutoCloseable {
  private final OpenHierarchy open;
  private final Conventions conventions;
  private final NodeSpec tree;

  private Hierarchy(OpenHierarchy open, Conventions conventions, NodeSpec tree) {
    this.open = open;
    this.conventions = conventions;
    this.tree = tree;
  }

  /** Reads the tree of what is open, which is closed if that fails. */
  static Hierarchy of(OpenHierarchy open, Conventions conventions, Execution execution) {
    try {
      return new Hierarchy(open, conventions, open.tree(execution));
    } catch (RuntimeException | Error e) {
      try {
        open.close();
      } catch (RuntimeException closing) {
        e.addSuppressed(closing);
      }
      throw e;
    }
  }

  /** Where it is. */
  public Location location() {
    return open.location();
  }

  /** The whole tree; a node that cannot be read is in it with the reason. */
  public NodeSpec tree() {
    return tree;
  }

  /**
   * The elements of an array, which can be read until this is closed.
   *
   * @throws dev.espalier.model.error.EspalierException if there is no array, or if its elements
   *     cannot be read; the message names the reason
   */
  public ArraySource array(NodePath path) {
    return open.array(path);
  }

  /** The elements of an array, by the text of its path: {@code /signal}. */
  public ArraySource array(String path) {
    return array(NodePath.parse(path));
  }

  /**
   * Which chunks of an array are stored, by the text of its path.
   *
   * @throws dev.espalier.model.error.UnsupportedException if that is not known of the format
   */
  public StoredChunks chunks(String path) {
    return open.chunks(NodePath.parse(path));
  }

  /** Which nodes say that they follow which conventions. */
  public Map<NodePath, List<Declaration>> declarations() {
    Map<NodePath, List<Declaration>> declarations = new LinkedHashMap<>();
    tree.walk(
        (path, node) -> {
          List<Declaration> found = conventions.declaredAt(tree, path);
          if (!found.isEmpty()) {
            declarations.put(path, found);
          }
        });
    return Collections.unmodifiableMap(declarations);
  }

  /** The root as a convention sees it, whatever it declares. */
  public Match as(SchemaConvention convention) {
    return as(convention, NodePath.root());
  }

  /** A node as a convention sees it, whatever it declares. */
  public Match as(SchemaConvention convention, NodePath at) {
    return convention.match(tree, at);
  }

  /**
   * The root as a value of a Java type, with all that is wrong; the value can be used until this is
   * closed.
   */
  public <T> Read<T> as(TypedConvention<T> convention) {
    return as(convention, NodePath.root());
  }

  /** A node as a value of a Java type. */
  public <T> Read<T> as(TypedConvention<T> convention, NodePath at) {
    return convention.read(tree, at, this::array);
  }

  /** Checks the metadata of every node that declares a convention; where none does, of the root. */
  public Report validate(Convention convention, Profile profile) {
    return new Inspection(tree, conventions).against(convention).report(profile);
  }

  /** Checks the metadata of every node that declares a convention against that convention. */
  public Report validate(Profile profile) {
    return new Inspection(tree, conventions).declared().report(profile);
  }

  /**
   * Brings every node that declares another version of a convention to one version, and checks the
   * result. Nothing is written; {@link #bind} gives what can be.
   *
   * @param version the convention and the version to be: {@code example:gauge@2.0}
   * @throws dev.espalier.model.error.RequestException if there is no such version, if no node
   *     declares the convention, if no chain of migrations leads there, or if a migration does not
   *     fit what it meets
   */
  public Migrated migrate(String version) {
    return conventions.migrate(tree, conventions.named(version));
  }

  /** What was migrated, with the elements of this hierarchy, which can be read until it closes. */
  public BoundHierarchy bind(Migrated migrated) {
    return Portable.of(migrated.draft().bind(this::array));
  }

  /** This hierarchy as something that can be written elsewhere, until it closes. */
  public BoundHierarchy bound() {
    return Portable.of(MigrationDraft.of(tree).bind(this::array));
  }

  /** Lets go of files; elements cannot be read afterwards. */
  @Override
  public void close() {
    open.close();
  }
}
