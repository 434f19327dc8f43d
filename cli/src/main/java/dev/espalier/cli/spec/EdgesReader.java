package dev.espalier.cli.spec;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.EdgeLengthsForm;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads chunks of varying extents: those of a rectilinear grid. */
final class EdgesReader {
  private static final String KIND = "kind";
  private static final String SHAPES = "chunk_shapes";

  private final NodeReader node;
  private final Shape array;

  EdgesReader(NodeReader node, Shape array) {
    this.node = node;
    this.array = array;
  }

  /** The grid, or nothing after a mistake. */
  Optional<RectilinearGrid> read(JsonObject configuration) {
    if (!Set.of(KIND, SHAPES).containsAll(configuration.members().keySet())
        || !(configuration.get(KIND).orElse(null) instanceof JsonString kind)
        || !kind.value().equals("inline")
        || !(configuration.get(SHAPES).orElse(null) instanceof JsonArray dimensions)) {
      node.wrong("chunk_grid", "expected the kind \"inline\" and chunk_shapes, and nothing else");
      return Optional.empty();
    }
    if (dimensions.size() != array.rank()) {
      node.wrong(
          "chunk_grid", "expected chunk_shapes for each of the " + array.rank() + " dimensions");
      return Optional.empty();
    }
    List<EdgeLengths> edges = new ArrayList<>();
    try {
      for (JsonValue dimension : dimensions.elements()) {
        edges.add(edges(dimension, edges.size()));
      }
    } catch (IllegalArgumentException e) {
      node.wrong("chunk_grid", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
    return Optional.of(new RectilinearGrid(edges));
  }

  private EdgeLengths edges(JsonValue value, int dimension) {
    Refusal refusal = new Refusal(JsonPointer.of(SHAPES, Integer.toString(dimension)));
    EdgeLengths edges = EdgeLengthsForm.read(value, refusal);
    if (!edges.cover(array.extent(dimension))) {
      throw refusal.wrong(
          JsonPointer.root(),
          value,
          "edge lengths whose sum is at least " + array.extent(dimension));
    }
    return edges;
  }

  /** Tells a mistake by an exception that is caught above. */
  private record Refusal(JsonPointer at) implements EdgeLengthsForm.Refusal {
    @Override
    public RuntimeException wrong(JsonPointer place, JsonValue found, String expected) {
      return new IllegalArgumentException("at " + at + place + ": expected " + expected);
    }

    @Override
    public RuntimeException tooLarge(JsonPointer place, JsonValue found) {
      return new IllegalArgumentException("at " + at + place + ": numbers end at 2^63-1");
    }
  }
}
