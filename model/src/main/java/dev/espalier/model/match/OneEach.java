package dev.espalier.model.match;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sees to it that one mistake is told once. */
final class OneEach {
  private OneEach() {}

  /**
   * Leaves out what is said elsewhere: about a node that was met twice, as a member and by a
   * reference, it is said where the tree has it; about a misspelt name, where it is missed, and but
   * once.
   */
  static List<Finding> of(List<Finding> findings) {
    if (findings.size() < 2) {
      return findings;
    }
    List<Finding> backwards = new ArrayList<>(findings);
    Collections.reverse(backwards);
    List<Finding> once = new ArrayList<>(new LinkedHashSet<>(backwards));
    Collections.reverse(once);
    Set<Edit> mending = new HashSet<>();
    once.stream()
        .filter(finding -> finding.rule().level() == Level.MUST && !isMisspelling(finding))
        .forEach(finding -> mending.addAll(finding.edits()));
    once.removeIf(finding -> isMisspelling(finding) && mending.containsAll(finding.edits()));
    Set<List<Edit>> renamed = new HashSet<>();
    once.removeIf(finding -> isMissing(finding) && !renamed.add(finding.edits()));
    return List.copyOf(once);
  }

  /** What is missing for several rules, as nothing but its name is wrong, is one mistake. */
  private static boolean isMissing(Finding finding) {
    return finding.rule().level() == Level.MUST
        && !finding.edits().isEmpty()
        && finding.edits().stream()
            .allMatch(edit -> edit instanceof RenameMember || edit instanceof RenameAttribute);
  }

  /** A misspelling without an edit is told in any case: nothing else can name the same remedy. */
  private static boolean isMisspelling(Finding finding) {
    String rule = finding.rule().id();
    return !finding.edits().isEmpty()
        && (rule.equals(CoreRules.ATTRIBUTE_MISSPELT.id())
            || rule.equals(CoreRules.MEMBER_MISSPELT.id()));
  }
}
