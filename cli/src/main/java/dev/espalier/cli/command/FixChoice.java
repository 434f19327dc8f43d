package dev.espalier.cli.command;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.tree.Edits;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Which edits of which findings are applied together.
 *
 * @param edits the edits, in order; each fits after those before it
 * @param skipped why edits of other findings are not among them
 */
record FixChoice(List<Edit> edits, List<String> skipped) {

  /**
   * Takes the edits of each finding as a whole or not at all: half of a fix may be worse than none.
   * Left out are those that touch more than metadata, those that another fix left no place for, and
   * those that bring more errors to light than they mend: a hierarchy is never worse afterwards.
   *
   * @param errors counts the errors of a tree
   */
  static FixChoice of(NodeSpec tree, List<Finding> findings, ToLongFunction<NodeSpec> errors) {
    FixChoice all = choose(tree, findings, step -> true);
    if (all.edits().isEmpty()
        || errors.applyAsLong(Edits.apply(tree, all.edits())) <= errors.applyAsLong(tree)) {
      return all;
    }
    return choose(
        tree,
        findings,
        step -> errors.applyAsLong(step.after()) <= errors.applyAsLong(step.before()));
  }

  /** A tree before and after the edits of one finding. */
  private record Step(NodeSpec before, NodeSpec after) {}

  private static FixChoice choose(
      NodeSpec tree, List<Finding> findings, Predicate<Step> isNoWorse) {
    Set<Edit> chosen = new LinkedHashSet<>();
    List<String> skipped = new ArrayList<>();
    NodeSpec edited = tree;
    for (Finding finding : findings) {
      List<Edit> edits = finding.edits().stream().filter(e -> !chosen.contains(e)).toList();
      if (!edits.isEmpty() && edits.stream().allMatch(Edit::touchesMetadataOnly)) {
        try {
          NodeSpec after = Edits.apply(edited, edits);
          if (isNoWorse.test(new Step(edited, after))) {
            edited = after;
            chosen.addAll(edits);
          } else {
            skipped.add(
                edits.get(0).describe() + ": not done, for it would bring more errors to light");
          }
        } catch (RequestException e) {
          skipped.add(e.getMessage() + "; another fix is in the way, so run fix again");
        }
      }
    }
    return new FixChoice(List.copyOf(chosen), skipped);
  }
}
