package dev.espalier.model.layout;

/**
 * How an array is cut into chunks.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/chunk-grids/index.html">Zarr v3,
 *     chunk grids</a>
 */
public sealed interface ChunkGrid permits RegularGrid, ExtensionGrid {
  /** The registered name. */
  String name();
}
