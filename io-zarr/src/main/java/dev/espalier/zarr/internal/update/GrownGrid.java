package dev.espalier.zarr.internal.update;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.Layout;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The chunk grid of an array that gets another shape. Where a list says how a dimension is cut, and
 * what it lists is used up, one more chunk takes what is new.
 *
 * @param before the grid as it was, unless it is left to others
 * @param more for dimensions whose list gets longer, the extent of the chunk that is added
 */
record GrownGrid(Optional<ChunkGrid> before, Map<Integer, Long> more) {
  /**
   * What a grid needs for a shape.
   *
   * @throws UnsupportedException if it cannot be had
   */
  static GrownGrid of(StoredArray array, Shape shape) {
    Map<Integer, Long> more = new TreeMap<>();
    Optional<ChunkGrid> before = array.spec().layout().chunkGrid();
    if (before.orElse(null) instanceof RectilinearGrid grid) {
      for (int d = 0; d < shape.rank(); d++) {
        if (!grid.edges().get(d).cover(shape.extent(d))) {
          more.put(d, extent(array, grid.edges().get(d), d, shape.extent(d)));
        }
      }
    }
    return new GrownGrid(before, more);
  }

  /** Shards are made of whole inner chunks. */
  private static long extent(StoredArray array, EdgeLengths edges, int dimension, long needed) {
    long listed = 0;
    for (EdgeLengths.Run run : edges.runs()) {
      listed += run.length() * run.count(); // less than what is needed, so that it fits
    }
    long step = array.pipelines().largest().stepShape().extent(dimension);
    return Math.multiplyExact((needed - listed - 1) / step + 1, step);
  }

  /** The array with another shape and a grid that has chunks for all of it. */
  ArraySpec of(ArraySpec array, Shape shape) {
    if (more.isEmpty()) {
      return array.withShape(shape);
    }
    RectilinearGrid grid = (RectilinearGrid) array.layout().chunkGrid().orElseThrow();
    List<EdgeLengths> edges = new ArrayList<>(grid.edges());
    more.forEach(
        (dimension, extent) -> {
          List<EdgeLengths.Run> runs = new ArrayList<>(edges.get(dimension).runs());
          runs.add(new EdgeLengths.Run(extent, 1));
          edges.set(dimension, EdgeLengths.runs(runs));
        });
    Layout layout =
        Layout.builder().from(array.layout()).chunkGrid(new RectilinearGrid(edges)).build();
    return ArraySpec.builder().from(array).shape(shape).layout(layout).build();
  }

  /**
   * A document with the new shape, and with the grid that goes with it; all else stays.
   *
   * @throws RequestException if a list that has to get longer is not the one that was found before:
   *     nobody knows then which chunks of it there are
   */
  JsonObject in(JsonObject document, Shape shape) {
    JsonObject changed = document.with("shape", JsonArray.ofLongs(shape.toArray()));
    if (more.isEmpty()) {
      return changed;
    }
    requireSameGrid(document);
    JsonObject grid = (JsonObject) document.get("chunk_grid").orElseThrow();
    JsonObject configuration = (JsonObject) grid.get("configuration").orElseThrow();
    JsonArray lists = (JsonArray) configuration.get("chunk_shapes").orElseThrow();
    List<JsonValue> dimensions = new ArrayList<>(lists.elements());
    more.forEach(
        (dimension, extent) -> {
          List<JsonValue> lengths =
              new ArrayList<>(((JsonArray) dimensions.get(dimension)).elements());
          lengths.add(JsonValue.of(extent));
          dimensions.set(dimension, new JsonArray(lengths));
        });
    return changed.with(
        "chunk_grid",
        grid.with("configuration", configuration.with("chunk_shapes", new JsonArray(dimensions))));
  }

  private void requireSameGrid(JsonObject document) {
    Optional<ChunkGrid> found =
        ZarrDocument.parse(document) instanceof ArraySpec array
            ? array.layout().chunkGrid()
            : Optional.empty();
    if (!found.equals(before)) {
      throw new RequestException(
          "expected the chunk grid "
              + named(before)
              + ", to which chunks are added, found "
              + named(found));
    }
  }

  private static String named(Optional<ChunkGrid> grid) {
    return grid.map(g -> "\"" + g.name() + "\" " + g).orElse("none that can be read");
  }
}
