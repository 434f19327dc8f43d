package dev.espalier.zarr.internal.edit;

import dev.espalier.io.store.Store;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Location;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.read.ZarrHierarchy;

/** The nodes whose documents consolidated metadata repeats. */
final class ConsolidatedTree {
  private ConsolidatedTree() {}

  /**
   * All nodes of a store, by their documents alone.
   *
   * @throws RequestException if the root is no group, or if a node is there that would keep others
   *     from reading the copies
   * @throws EspalierException if the root cannot be read
   */
  static GroupSpec of(Store store, DocumentFormat format) {
    try (ZarrHierarchy hierarchy =
        ZarrHierarchy.open(
            new Location(store.name()),
            store,
            format,
            CodecRegistry.builtIn(),
            ZarrHierarchy.DOCUMENTS_ALONE)) {
      if (!(hierarchy.tree() instanceof GroupSpec tree)) {
        throw new RequestException(
            store.name() + ": the root is an array, which has nothing below it to consolidate");
      }
      tree.walk((path, node) -> requireReadable(store.name(), path, node));
      return tree;
    }
  }

  private static void requireReadable(String store, NodePath path, NodeSpec node) {
    if (node instanceof UnreadableSpec unreadable && unreadable.problem() != Problem.UNSUPPORTED) {
      throw new RequestException(
          store
              + ": cannot consolidate the metadata: "
              + path
              + " cannot be read: "
              + unreadable.message()
              + "; mend it or remove it first");
    }
  }
}
