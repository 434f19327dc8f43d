package dev.espalier.zarr.internal.read;

import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenOptions.Consolidated;
import dev.espalier.zarr.internal.consolidated.ConsolidatedMetadata;
import dev.espalier.zarr.internal.rule.ZarrRule;
import java.util.Optional;

/**
 * What is believed of the consolidated metadata in the root.
 *
 * @param trusted what stands for the documents themselves
 * @param ofMembers what tells which members there are, where the store cannot
 */
record RootCopies(
    Optional<ConsolidatedMetadata> trusted, Optional<ConsolidatedMetadata> ofMembers) {
  /**
   * Reads the copies as far as they are needed.
   *
   * @param canList whether the store knows better which members there are
   */
  static RootCopies of(
      Location location, NodeReader nodes, Consolidated consolidated, boolean canList) {
    return switch (consolidated) {
      case IGNORE -> new RootCopies(Optional.empty(), Optional.empty());
      case AUTO ->
          new RootCopies(Optional.empty(), canList ? Optional.empty() : read(location, nodes));
      case REQUIRE -> new RootCopies(Optional.of(required(location, nodes)), Optional.empty());
    };
  }

  private static ConsolidatedMetadata required(Location location, NodeReader nodes) {
    return read(location, nodes)
        .orElseThrow(
            () ->
                new MissingException(
                    location
                        + ": the root has no consolidated metadata, which is required; consolidate"
                        + " it, or open it without requiring that"));
  }

  private static Optional<ConsolidatedMetadata> read(Location location, NodeReader nodes) {
    NodeSpec root = nodes.read(StorePrefix.root()).orElseThrow();
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
