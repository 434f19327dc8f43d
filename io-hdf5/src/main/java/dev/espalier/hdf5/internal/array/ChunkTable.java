package dev.espalier.hdf5.internal.array;

import dev.espalier.model.shape.ChunkIndex;
import java.util.Optional;

/**
 * Tells where the chunks of a dataset are.
 *
 * <p>The index is read here and not through jhdf: its lookup is protected and holds a map of
 * objects for every chunk, it leaves out the rest of an extensible array behind the first gap,
 * reads pages of a fixed array that were never written, and places the chunks of both by the
 * present instead of the greatest extents, which gives wrong elements without an error.
 */
interface ChunkTable {
  /** The chunk at a position of the grid, or nothing if it was never written. */
  Optional<StoredChunk> find(ChunkIndex index);
}
