package dev.espalier.model.match;

import dev.espalier.model.layout.Layout;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Member;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills in what a schema knows of arrays and a hierarchy leaves open: dimension names, fill values,
 * chunks, shards and codecs. What is there stays, right or wrong.
 */
public final class Filling {
  private Filling() {}

  /** The hierarchy that was matched, with its open parts filled in. */
  public static NodeSpec of(Match match) {
    NodeSpec hierarchy = match.hierarchy();
    Optional<NodeSpec> filled = match.node().map(Filling::node);
    NodePath at = match.at();
    if (filled.isEmpty() || at.isRoot() || !(hierarchy instanceof GroupSpec root)) {
      return filled.filter(node -> at.isRoot()).orElse(hierarchy);
    }
    return root.withMemberAt(at, filled.get());
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
      schema
          .fillValue()
          .flatMap(fill -> DemandedFill.in(array.dataType(), fill))
          .ifPresent(filled::fillValue);
    }
    dimensionNames(array, schema.dimensions()).ifPresent(filled::dimensionNames);
    Layout layout = LayoutFilling.of(array, schema.layout());
    return filled.layout(layout).build();
  }

  /** The names that the schema demands, where the array has none yet. */
  private static Optional<List<Optional<String>>> dimensionNames(
      ArraySpec array, Dimensions dimensions) {
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
}
