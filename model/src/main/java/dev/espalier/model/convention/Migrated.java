package dev.espalier.model.convention;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.migration.Change;
import dev.espalier.model.migration.MigrationDraft;
import dev.espalier.model.node.NodeSpec;
import java.util.List;

/**
 * A hierarchy after migrations, checked again.
 *
 * @param convention what its nodes follow now
 * @param draft the hierarchy, with where the elements of its arrays come from
 * @param findings what the check found in the order of the tree; none if all is well
 */
public record Migrated(Convention convention, MigrationDraft draft, List<Finding> findings) {
  /** Copies the findings. */
  public Migrated {
    findings = List.copyOf(findings);
  }

  /** The hierarchy as it is now. */
  public NodeSpec hierarchy() {
    return draft.hierarchy();
  }

  /** What was done, in order. */
  public List<Change> changes() {
    return draft.changes();
  }
}
