package dev.espalier.zarr.internal.plan;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.LookAlike;
import dev.espalier.model.path.NodePath;
import dev.espalier.zarr.internal.rule.ZarrRule;
import java.util.function.Consumer;

/**
 * Looks for members of a group whose names are not everywhere kept apart: the same name in another
 * case, or composed differently, is another key, and not everywhere another file.
 */
final class NameCheck {
  private final boolean ignoresCase;
  private final Consumer<Finding> findings;

  /**
   * @param ignoresCase whether the target takes names that differ only in case for one
   */
  NameCheck(boolean ignoresCase, Consumer<Finding> findings) {
    this.ignoresCase = ignoresCase;
    this.findings = findings;
  }

  void check(NodePath path, GroupSpec group) {
    for (LookAlike alike : LookAlike.among(group.members().keySet())) {
      findings.accept(
          (ignoresCase ? ZarrRule.NAME_COLLISION : ZarrRule.NAME_CASE)
              .at(path.child(alike.second()))
              .message(
                  "the names \""
                      + alike.first()
                      + "\" and \""
                      + alike.second()
                      + "\" differ only in case or in how characters are composed, and "
                      + (ignoresCase ? "this file system takes" : "some file systems take")
                      + " them for one")
              .fix("rename one of them")
              .build());
    }
  }
}
