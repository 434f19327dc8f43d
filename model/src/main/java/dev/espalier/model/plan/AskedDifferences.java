package dev.espalier.model.plan;

import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.tree.Difference;
import dev.espalier.model.tree.Facet;
import dev.espalier.model.tree.HierarchyDiff;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The differences that keep nodes from being alike: those in what somebody asked for. */
final class AskedDifferences {
  /** The facets of a layout. */
  static final Set<Facet> LAYOUT =
      Set.of(Facet.CHUNKS, Facet.SHARDS, Facet.CODECS, Facet.CHUNK_KEY_ENCODING);

  private AskedDifferences() {}

  /**
   * What differs between what stands at a target, on the left, and what is to be written.
   *
   * @param asked what is to be written as it was declared: it tells what was left open
   * @param resolved the same with nothing left open
   */
  static List<Difference> between(NodeSpec standing, NodeSpec asked, NodeSpec resolved) {
    return HierarchyDiff.between(standing, resolved).stream()
        .filter(difference -> !isLeftOpen(difference, asked))
        .toList();
  }

  private static boolean isLeftOpen(Difference difference, NodeSpec asked) {
    if (!LAYOUT.contains(difference.facet())) {
      return false;
    }
    Layout layout = asked.findArray(difference.path()).map(ArraySpec::layout).orElse(Layout.open());
    boolean foreign = layout.foreignTo().isPresent();
    Optional<?> part =
        switch (difference.facet()) {
          case CHUNKS -> layout.chunkGrid();
          case SHARDS -> foreign ? Optional.empty() : layout.shardShape();
          case CODECS -> foreign ? Optional.empty() : layout.codecs();
          default -> foreign ? Optional.empty() : layout.chunkKeyEncoding();
        };
    return part.isEmpty();
  }
}
