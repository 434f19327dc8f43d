package dev.espalier.model.layout;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import java.util.Optional;

/**
 * How an array is cut into chunks.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/chunk-grids/index.html">Zarr v3,
 *     chunk grids</a>
 */
public sealed interface ChunkGrid permits RegularGrid, RectilinearGrid, ExtensionGrid {
  /** The registered name. */
  String name();

  /** Its parameters, as a document has them. */
  JsonObject configuration();

  /**
   * The chunks of an array; nothing where it is not known what the grid means.
   *
   * @throws IllegalArgumentException if the grid does not fit the array
   */
  Optional<Tiling> tiling(Shape array);
}
