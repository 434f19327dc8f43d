package dev.espalier.model.layout;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import java.util.Optional;

/**
 * A grid that is not known here, by name and parameters.
 *
 * @param name the registered name
 * @param configuration its parameters
 */
public record ExtensionGrid(String name, JsonObject configuration) implements ChunkGrid {
  @Override
  public Optional<Tiling> tiling(Shape array) {
    return Optional.empty();
  }
}
