package dev.espalier.convert;

import dev.espalier.model.convention.Arrangement;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An arranged hierarchy that gets the layouts of its arrays. */
final class Arranged {
  private final Arrangement arrangement;
  private final NodeSpec source;
  private final LayoutChoice choice;
  private final LayoutChooser chooser;
  private final Map<NodePath, Layout> layouts = new LinkedHashMap<>();

  /**
   * @param source the hierarchy before it was arranged
   */
  Arranged(Arrangement arrangement, NodeSpec source, LayoutChoice choice) {
    this.arrangement = arrangement;
    this.source = source;
    this.choice = choice;
    this.chooser = new LayoutChooser(choice);
  }

  /** The hierarchy with a layout for each array, as far as source and user decide it. */
  NodeSpec laidOut() {
    checkRanks(choice.chunkShape(), "chunk");
    checkRanks(choice.shardShape(), "shard");
    choice.chunkEdges().ifPresent(this::checkEdges);
    return layOut(NodePath.root(), arrangement.hierarchy());
  }

  /** A shape that no array can have is a mistake, not a wish. */
  private void checkRanks(Optional<Shape> asked, String what) {
    asked.ifPresent(
        shape -> {
          if (arrangement.hierarchy().toFlat().values().stream()
              .noneMatch(n -> n instanceof ArraySpec a && a.shape().rank() == shape.rank())) {
            throw new RequestException(
                "a "
                    + what
                    + " shape of "
                    + shape.rank()
                    + " dimensions was asked for, "
                    + shape
                    + ", but no array has that many");
          }
        });
  }

  private void checkEdges(RectilinearGrid edges) {
    if (arrangement.hierarchy().toFlat().values().stream()
        .noneMatch(node -> node instanceof ArraySpec array && LayoutChooser.fit(edges, array))) {
      throw new RequestException(
          "chunks of " + edges + " were asked for, but no array has extents of these sums");
    }
  }

  private NodeSpec layOut(NodePath path, NodeSpec node) {
    if (node instanceof GroupSpec group) {
      Map<NodeName, NodeSpec> members = new LinkedHashMap<>();
      group
          .members()
          .forEach((name, member) -> members.put(name, layOut(path.child(name), member)));
      return group.withMembers(members);
    }
    return node instanceof ArraySpec array ? array.withLayout(layout(path, array)) : node;
  }

  private Layout layout(NodePath path, ArraySpec array) {
    Layout known = layouts.get(path);
    if (known != null) {
      return known;
    }
    Arrangement.Origin origin = arrangement.origins().get(path);
    Layout layout = array.layout();
    if (origin instanceof Arrangement.Computed computed) {
      ArraySpec input = arrangement.hierarchy().findArray(computed.input()).orElseThrow();
      layout = LayoutChooser.ofComputed(array, layout(computed.input(), input));
    } else if (origin instanceof Arrangement.Copied copied) {
      layout = chooser.ofCopied(path, withLayoutOfSource(array, copied));
    }
    layouts.put(path, layout);
    return layout;
  }

  /** A convention leaves the layout open; then the one of the source is what is followed. */
  private ArraySpec withLayoutOfSource(ArraySpec array, Arrangement.Copied copied) {
    if (array.layout().chunkGrid().isPresent()) {
      return array;
    }
    return source
        .findArray(copied.source())
        .map(from -> array.withLayout(reordered(from.layout(), copied.order())))
        .orElse(array);
  }

  private static Layout reordered(Layout layout, List<Integer> order) {
    if (order.isEmpty()) {
      return layout;
    }
    Layout.Builder reordered = Layout.builder();
    LayoutChooser.edges(layout).ifPresent(e -> reordered.chunkGrid(e.reordered(order)));
    layout.chunkShape().ifPresent(s -> reordered.chunkShape(ReorderedSource.reorder(s, order)));
    layout.shardShape().ifPresent(s -> reordered.shardShape(ReorderedSource.reorder(s, order)));
    layout.chunkKeyEncoding().ifPresent(reordered::chunkKeyEncoding);
    return reordered.build();
  }
}
