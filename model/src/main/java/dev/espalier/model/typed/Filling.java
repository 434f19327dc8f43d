package dev.espalier.model.typed;

import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.match.Match;
import dev.espalier.model.match.MatchedNode;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.LayoutSchema;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fills in what a schema knows of arrays and a value left open: names, fill values, layout. */
final class Filling {
  /** How many elements a chunk gets along the axes for which a schema takes any extent. */
  private static final long CHUNK_ELEMENTS = 1 << 18;

  private Filling() {}

  static NodeSpec of(Match match) {
    return match.node().map(Filling::node).orElse(match.hierarchy());
  }

  private static NodeSpec node(MatchedNode node) {
    if (node.spec() instanceof ArraySpec array
        && node.schema() instanceof NodeSchema.Array schema) {
      return array(array, schema);
    }
    if (node.spec() instanceof GroupSpec group
        && node.schema() instanceof NodeSchema.Group schema) {
      Map<NodeName, NodeSpec> members = new LinkedHashMap<>(group.members());
      for (Member member : schema.members()) {
        node.members(member.name().toString())
            .forEach((name, matched) -> members.put(name, node(matched)));
      }
      return group.withMembers(members);
    }
    return node.spec();
  }

  private static ArraySpec array(ArraySpec array, NodeSchema.Array schema) {
    ArraySpec.Builder filled = ArraySpec.builder().from(array);
    if (array.fillValue().isEmpty()) {
      schema.fillValue().ifPresent(filled::fillValue);
    }
    names(array, schema.dimensions()).ifPresent(filled::dimensionNames);
    return filled.layout(layout(array, schema.layout())).build();
  }

  /** The names that the schema demands, where the array has none yet. */
  private static Optional<List<Optional<String>>> names(ArraySpec array, Dimensions dimensions) {
    int rank = array.shape().rank();
    if (!dimensions.fit(rank)
        || dimensions.list().stream().allMatch(dimension -> dimension.name().isEmpty())) {
      return Optional.empty();
    }
    List<Optional<String>> names =
        new ArrayList<>(
            array.dimensionNames().orElseGet(() -> Collections.nCopies(rank, Optional.empty())));
    for (int i = 0; i < dimensions.list().size(); i++) {
      Dimension dimension = dimensions.list().get(i);
      int axis = dimensions.axis(i, rank);
      if (dimension.name().isPresent() && names.get(axis).isEmpty()) {
        names.set(axis, dimension.name());
      }
    }
    return Optional.of(names);
  }

  private static Layout layout(ArraySpec array, LayoutSchema wishes) {
    Layout.Builder layout = Layout.builder().from(array.layout());
    Shape shape = array.shape();
    if (array.layout().chunkGrid().isEmpty()) {
      wishes
          .chunks()
          .flatMap(tiles -> tile(tiles, shape))
          .ifPresent(tile -> layout.chunkGrid(new RegularGrid(tile)));
    }
    if (array.layout().shardShape().isEmpty()) {
      wishes.shards().flatMap(tiles -> tile(tiles, shape)).ifPresent(layout::shardShape);
    }
    if (array.layout().codecs().isEmpty()) {
      wishes.codecs().ifPresent(codecs -> layout.codecs(codecs.chain()));
    }
    return layout.build();
  }

  private static Optional<Shape> tile(LayoutSchema.Tiles tiles, Shape array) {
    if (tiles.extents().size() != array.rank()) {
      return Optional.empty();
    }
    long[] tile = new long[array.rank()];
    long room = CHUNK_ELEMENTS;
    for (int axis = 0; axis < tile.length; axis++) {
      String wish = tiles.extents().get(axis);
      if (!wish.equals("*")) {
        tile[axis] = wish.equals("full") ? Math.max(1, array.extent(axis)) : Long.parseLong(wish);
        room = Math.max(1, room / tile[axis]);
      }
    }
    for (int axis = tile.length - 1; axis >= 0; axis--) {
      if (tile[axis] == 0) {
        tile[axis] = Math.max(1, Math.min(room, array.extent(axis)));
        room = Math.max(1, room / tile[axis]);
      }
    }
    return Optional.of(Shape.of(tile));
  }
}
