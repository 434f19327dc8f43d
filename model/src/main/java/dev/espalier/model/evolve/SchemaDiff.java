package dev.espalier.model.evolve;

import dev.espalier.model.schema.Schema;
import java.util.List;

/**
 * Finds what changed from one version of a schema to the next.
 *
 * <p>Data are valid if they break no rule of level MUST. A change is {@link Compatibility#BREAKING}
 * wherever it cannot be shown that all data that were valid still are. Three things are taken for
 * granted: that data hold nothing of their own under a name that a later version declares in an
 * open group or object; that they hold something that the later version declares at all; and that
 * code of a rule that keeps its identity checks what it did.
 *
 * <p>Symbols may be renamed: what counts is which extents they tie together.
 */
public final class SchemaDiff {
  private SchemaDiff() {}

  /** Every change, in the order of the declarations; none if the schemas mean the same. */
  public static List<SchemaChange> between(Schema older, Schema newer) {
    Comparison comparison = new Comparison(older, newer);
    IdentityDiff.compare(comparison, older, newer);
    NodeDiff.compare(comparison, Spot.root(), older.root(), newer.root());
    return comparison.changes();
  }

  /** The worst that the changes mean; {@link Compatibility#COMPATIBLE} if there are none. */
  public static Compatibility worst(List<SchemaChange> changes) {
    return changes.stream()
        .map(SchemaChange::compatibility)
        .max(Compatibility::compareTo)
        .orElse(Compatibility.COMPATIBLE);
  }
}
