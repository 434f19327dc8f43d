package dev.espalier.model.migration;

import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.RequestException;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * How a node that follows one version of a convention comes to follow another.
 *
 * <p>It works on the tree as it is, not on values of a type: what it does not touch stays, and code
 * for versions of long ago needs no classes of that time.
 *
 * <pre>{@code
 * Migration.between("1.0", "2.0", node ->
 *     node.renameMember("/data", "level").setAttribute("/gauge/version", "2.0"))
 * }</pre>
 */
public final class Migration {
  private final String from;
  private final String to;
  private final UnaryOperator<MigrationDraft> steps;

  private Migration(String from, String to, UnaryOperator<MigrationDraft> steps) {
    this.from = from;
    this.to = to;
    this.steps = steps;
  }

  /**
   * A migration.
   *
   * @param from the version of the node as it is
   * @param to the version of the node as it shall be
   * @param steps what has to be done with it; holds no state and may be called by several threads
   */
  public static Migration between(String from, String to, UnaryOperator<MigrationDraft> steps) {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a migration from version " + from + " to itself");
    }
    return new Migration(from, to, steps);
  }

  /** The version of the node as it is. */
  public String from() {
    return from;
  }

  /** The version of the node as it shall be. */
  public String to() {
    return to;
  }

  /**
   * The hierarchy after the migration of one of its nodes.
   *
   * @throws RequestException if the node is not as this migration expects it, or its code fails;
   *     the message says what could not be done
   */
  public MigrationDraft apply(MigrationDraft draft) {
    try {
      return Objects.requireNonNull(steps.apply(draft), "the migration gives no draft");
    } catch (RequestException e) {
      throw failed(draft, String.valueOf(e.getMessage()), e);
    } catch (EspalierException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failed(draft, "its code failed: " + e, e);
    }
  }

  private RequestException failed(MigrationDraft draft, String reason, RuntimeException cause) {
    return new RequestException(
        draft.at() + " cannot be migrated from version " + this + ": " + reason, cause);
  }

  /** The versions: {@code 1.0 to 2.0}. */
  @Override
  public String toString() {
    return from + " to " + to;
  }
}
