package dev.espalier.model.layout;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A grid whose chunks differ in their extents, along each dimension for itself.
 *
 * @param edges how each dimension is cut, slowest first
 * @see <a
 *     href="https://github.com/zarr-developers/zarr-extensions/tree/main/chunk-grids/rectilinear">
 *     Zarr extensions, rectilinear chunk grids</a>
 */
public record RectilinearGrid(List<EdgeLengths> edges) implements ChunkGrid {
  /** The registered name. */
  public static final String NAME = "rectilinear";

  /** Copies the list. */
  public RectilinearGrid {
    edges = List.copyOf(edges);
  }

  /** The grid that cuts each dimension so, slowest first. */
  public static RectilinearGrid of(EdgeLengths... edges) {
    return new RectilinearGrid(List.of(edges));
  }

  @Override
  public String name() {
    return NAME;
  }

  /** The edge lengths as documents have them: a number that repeats, or a list of runs. */
  @Override
  public JsonObject configuration() {
    List<JsonValue> spelled = edges.stream().map(EdgeLengthsForm::write).toList();
    return JsonObject.builder()
        .put("kind", "inline")
        .put("chunk_shapes", new JsonArray(spelled))
        .build();
  }

  @Override
  public Optional<Tiling> tiling(Shape array) {
    return Optional.of(Tiling.of(array, edges));
  }

  /** The first dimension of an array along which there are elements that no chunk holds. */
  public OptionalInt firstUncovered(Shape array) {
    return IntStream.range(0, Math.min(edges.size(), array.rank()))
        .filter(d -> !edges.get(d).cover(array.extent(d)))
        .findFirst();
  }

  /**
   * This grid for an array whose dimensions come in another order.
   *
   * @param order for each dimension, the one of this grid that it was
   */
  public RectilinearGrid reordered(List<Integer> order) {
    return new RectilinearGrid(order.stream().map(edges::get).toList());
  }

  /** The edge lengths along each dimension, as {@code 64×(3*2+7)}. */
  @Override
  public String toString() {
    return String.join("×", edges.stream().map(EdgeLengths::toString).toList());
  }
}
