package dev.espalier.zarr.internal.read;

import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadNote;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenOptions.Consolidated;
import dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata;
import dev.espalier.zarr.internal.rule.ZarrRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is believed of the consolidated metadata in the root.
 *
 * @param trusted what stands for the documents themselves
 * @param areAll whether no document is looked at beside them
 */
record RootCopies(Optional<ConsolidatedMetadata> trusted, boolean areAll) {
  /**
   * Reads the copies as far as they are needed.
   *
   * @param root the root, as its document was read
   * @param canList whether the store tells which members there are, so that the documents can be
   *     found without copies
   */
  static RootCopies of(
      Location location,
      NodeReader nodes,
      NodeSpec root,
      Consolidated consolidated,
      boolean canList) {
    return switch (consolidated) {
      case IGNORE -> new RootCopies(Optional.empty(), false);
      case AUTO -> new RootCopies(canList ? Optional.empty() : read(location, nodes, root), false);
      case REQUIRE -> new RootCopies(Optional.of(required(location, nodes, root)), true);
    };
  }

  /** The tree that the copies tell; nothing if they are not trusted, or if the root is no group. */
  Optional<NodeSpec> tree(NodeSpec root) {
    return trusted.flatMap(
        copies ->
            root instanceof GroupSpec group
                ? Optional.of(copies.tree(areAll ? group : noted(group)))
                : Optional.empty());
  }

  private static GroupSpec noted(GroupSpec root) {
    List<UnreadNote> notes = new ArrayList<>(UnreadNote.of(root));
    notes.add(
        new UnreadNote(
            UnreadNote.UNCHECKED_COPIES,
            "consolidated metadata",
            "the store cannot be listed, so that what the root repeats of the nodes below it stands"
                + " for their documents; whether these say the same was not looked at"));
    return GroupSpec.builder().from(root).extras(UnreadNote.addTo(root.extras(), notes)).build();
  }

  private static ConsolidatedMetadata required(Location location, NodeReader nodes, NodeSpec root) {
    return read(location, nodes, root)
        .orElseThrow(
            () ->
                new MissingException(
                    location
                        + ": the root has no consolidated metadata, which is required; consolidate"
                        + " it, or open it without requiring that"));
  }

  private static Optional<ConsolidatedMetadata> read(
      Location location, NodeReader nodes, NodeSpec root) {
    try {
      return root instanceof GroupSpec group
          ? nodes.consolidated(NodePath.root(), group)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw UnreadableNode.invalid(
          location,
          ZarrRule.DOCUMENT_INVALID.at(NodePath.root(), "consolidated_metadata"),
          String.valueOf(e.getMessage()));
    } catch (UnsupportedException e) {
      throw new UnsupportedException(location + ": " + e.getMessage(), e);
    }
  }
}
