package dev.espalier.hdf5.internal.array;

import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;

/**
 * The raw data of a dataset in pieces, each of which is read as a whole; safe for use by several
 * threads at once.
 */
interface RawChunks {
  /** How the array is cut into pieces. */
  Tiling tiling();

  /** The extents of what {@link #load} gives for a piece. */
  Shape loadedShape(ChunkIndex index);

  /** How much scratch memory loading a piece may take. */
  long workBytes();

  /**
   * Reads the elements of a piece as they are stored, into the scratch memory.
   *
   * @return false if the piece was never written
   */
  boolean load(ChunkIndex index, Scratch scratch);
}
