package dev.espalier.zarr.internal.read;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;

/**
 * Where the elements of a region go.
 *
 * @param region the region of the array
 * @param into the block that they go to
 * @param at where the region starts in it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and made for each unit that is read
record Goal(Region region, Block into, long... at) {
  /** Where a part of the region starts in the block. */
  long[] place(Region part) {
    return part.placeIn(region, at);
  }
}
