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

/**
 * Which edits of which findings are applied together.
 *
 * @param edits the edits, in order; each fits after those before it
 * @param skipped why edits of other findings are not among them
 */
record FixChoice(List<Edit> edits, List<String> skipped) {

  /**
   * Takes the edits of each finding as a whole or not at all: half of a fix may be worse than none.
   * Left out are those that touch more than metadata, and those that another fix left no place for.
   */
  static FixChoice of(NodeSpec tree, List<Finding> findings) {
    Set<Edit> chosen = new LinkedHashSet<>();
    List<String> skipped = new ArrayList<>();
    NodeSpec edited = tree;
    for (Finding finding : findings) {
      List<Edit> edits = finding.edits().stream().filter(e -> !chosen.contains(e)).toList();
      if (edits.stream().allMatch(Edit::touchesMetadataOnly)) {
        try {
          edited = Edits.apply(edited, edits);
          chosen.addAll(edits);
        } catch (RequestException e) {
          skipped.add(e.getMessage() + "; another fix is in the way, so run fix again");
        }
      }
    }
    return new FixChoice(List.copyOf(chosen), skipped);
  }
}
