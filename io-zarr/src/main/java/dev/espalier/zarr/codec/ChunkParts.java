package dev.espalier.zarr.codec;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;

/** The elements of a chunk that is encoded in parts, each asked for once. */
@FunctionalInterface
public interface ChunkParts {
  /**
   * Fills a block with a part of the chunk.
   *
   * @param within the box, within the chunk
   * @param into a block of its shape, every element of which is set; not to be kept
   */
  void read(Region within, Block into);
}
