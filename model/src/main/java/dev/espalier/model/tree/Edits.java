package dev.espalier.model.tree;

import dev.espalier.model.edit.Edit;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.node.NodeSpec;
import java.util.List;

/** Applies edits to a hierarchy, which stays as it is: the result is another one. */
public final class Edits {
  private Edits() {}

  /**
   * The hierarchy after all edits, applied one after the other; nodes that no edit touches are
   * shared with the given one.
   *
   * @throws RequestException if an edit does not fit what is there after those before it
   */
  public static NodeSpec apply(NodeSpec root, List<? extends Edit> edits) {
    Draft draft = new Draft(root);
    for (Edit edit : edits) {
      new EditStep(draft, edit).apply();
    }
    return draft.finish();
  }
}
