package dev.espalier.model.tree;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.LookAlike;
import dev.espalier.model.path.LookAlike.Likeness;
import dev.espalier.model.path.NodePath;
import java.util.ArrayList;
import java.util.List;

/** Finds members of one group whose names look alike, in any hierarchy. */
public final class SiblingNames {
  private static final Rule CASE =
      new Rule(
          "hierarchy.names.case",
          Level.SHOULD,
          Rule.Origin.ADVICE,
          "Members of a group have names that differ in more than upper and lower case.");

  private static final Rule NORMALIZATION =
      new Rule(
          "hierarchy.names.normalization",
          Level.SHOULD,
          Rule.Origin.ADVICE,
          "Members of a group have names that differ in more than how characters are composed.");

  private SiblingNames() {}

  /** The rules that {@link #check} can find broken. */
  public static List<Rule> rules() {
    return List.of(CASE, NORMALIZATION);
  }

  /**
   * A finding for each name that looks like one before it in its group, in the order of the tree.
   */
  public static List<Finding> check(NodeSpec hierarchy) {
    List<Finding> findings = new ArrayList<>();
    hierarchy.walk(
        (path, node) -> {
          if (node instanceof GroupSpec group) {
            for (LookAlike alike : LookAlike.among(group.members().keySet())) {
              findings.add(finding(path, alike));
            }
          }
        });
    return findings;
  }

  private static Finding finding(NodePath group, LookAlike alike) {
    boolean sameCase = alike.likeness() == Likeness.NORMALIZATION;
    return Finding.builder()
        .rule(sameCase ? NORMALIZATION : CASE)
        .node(group.child(alike.second()))
        .message(
            "the name differs from its sibling \""
                + alike.first()
                + "\" only in "
                + (sameCase ? "how characters are composed" : "upper and lower case"))
        .expected("a name that every file system keeps apart from those of its siblings")
        .found("\"" + alike.second() + "\" beside \"" + alike.first() + "\"")
        .fix("rename one of them")
        .build();
  }
}
