package dev.espalier.model.layout;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import java.util.Optional;

/**
 * A grid whose chunks all have the same shape.
 *
 * @param chunkShape the extents of every chunk, in elements, each at least 1
 */
public record RegularGrid(Shape chunkShape) implements ChunkGrid {
  /** Checks the extents. */
  public RegularGrid {
    if (chunkShape.isEmpty()) {
      throw new IllegalArgumentException("chunk shape " + chunkShape + " has an extent of 0");
    }
  }

  @Override
  public String name() {
    return "regular";
  }

  @Override
  public JsonObject configuration() {
    return JsonObject.of("chunk_shape", JsonArray.ofLongs(chunkShape.toArray()));
  }

  @Override
  public Optional<Tiling> tiling(Shape array) {
    return Optional.of(Tiling.of(array, chunkShape));
  }
}
