package dev.espalier.model.migration;

import dev.espalier.model.edit.AddMember;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.RemoveAttribute;
import dev.espalier.model.edit.RemoveMember;
import dev.espalier.model.edit.RenameAttribute;
import dev.espalier.model.edit.RenameMember;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.edit.SetDimensionNames;
import dev.espalier.model.path.NodePath;

/** Says edits of what is below a node as edits of the whole hierarchy. */
final class Rerooting {
  private Rerooting() {}

  static Edit below(NodePath at, Edit edit) {
    NodePath node = at.resolve(edit.node());
    if (edit instanceof SetAttribute set) {
      return new SetAttribute(node, set.pointer(), set.value());
    }
    if (edit instanceof RemoveAttribute remove) {
      return new RemoveAttribute(node, remove.pointer());
    }
    if (edit instanceof RenameAttribute rename) {
      return new RenameAttribute(node, rename.pointer(), rename.newName());
    }
    if (edit instanceof SetDimensionNames names) {
      return new SetDimensionNames(node, names.names());
    }
    if (edit instanceof RenameMember rename) {
      return new RenameMember(node, rename.newName());
    }
    return edit instanceof AddMember add ? new AddMember(node, add.spec()) : new RemoveMember(node);
  }
}
