package dev.espalier.zarr.codec;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;

/**
 * What is done to one chunk: it is asked box by box, so that of a shard only those inner chunks are
 * decoded that it touches. For one thread.
 */
public interface ChunkEdit {
  /** Whether anything in a box of the chunk may become something else. */
  boolean touches(Region box);

  /** Whether nothing of what was in a box of the chunk matters any more. */
  boolean replaces(Region box);

  /**
   * Whether an inner chunk of a shard goes as a whole: it is not stored afterwards, whatever was in
   * it. A chunk that is not part of a shard is not asked about.
   */
  default boolean removes(Region box) {
    return false;
  }

  /**
   * Changes a box of the chunk.
   *
   * @param box the box, within the chunk
   * @param elements what was in it; where that was not stored or does not matter, the fill value.
   *     Not to be kept.
   * @return whether anything was changed, so that it has to be stored
   */
  boolean apply(Region box, Block elements);
}
