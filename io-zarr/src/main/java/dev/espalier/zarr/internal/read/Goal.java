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
    long[] place = new long[part.rank()];
    for (int d = 0; d < place.length; d++) {
      place[d] = at[d] + part.start(d) - region.start(d);
    }
    return place;
  }

  /** Where a box starts within another one around it. */
  static long[] offset(Region inner, Region outer) {
    long[] offset = new long[inner.rank()];
    for (int d = 0; d < offset.length; d++) {
      offset[d] = inner.start(d) - outer.start(d);
    }
    return offset;
  }
}
