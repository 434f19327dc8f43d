package dev.espalier.zarr.internal.update;

import dev.espalier.model.data.Block;
import dev.espalier.model.fill.FillValue;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;

/**
 * A unit as a box of its array, and what of it lies beyond the edge: its <i>overhang</i>, which
 * nobody reads and which comes to light if the array grows.
 *
 * @param unit the unit as a box of the array, before clipping
 * @param edge the extents of the array
 * @param fill the value that belongs into the overhang
 */
record UnitBox(Region unit, Shape edge, FillValue fill) {
  /** A box of the unit as a box of the array, of which it may hang over. */
  Region inArray(Region box) {
    long[] start = new long[unit.rank()];
    for (int d = 0; d < start.length; d++) {
      start[d] = unit.start(d) + box.start(d);
    }
    return Region.of(start, box.shape());
  }

  /**
   * Sets the overhang of a box to the fill value.
   *
   * @param elements the elements of the box
   * @return whether something else was in it
   */
  boolean clear(Region box, Block elements) {
    Region whole = inArray(box);
    boolean changed = false;
    long[] start = new long[box.rank()];
    long[] extents = box.shape().toArray();
    // One slab for each dimension, of what no slab before it holds.
    for (int d = 0; d < start.length; d++) {
      long inside = Math.max(0, Math.min(extents[d], edge.extent(d) - whole.start(d)));
      if (inside < extents[d]) {
        long[] from = start.clone();
        from[d] = inside;
        Region slab = Region.of(from, Shape.of(extents).with(d, extents[d] - inside));
        changed |= clearSlab(slab, elements);
      }
      extents[d] = inside;
    }
    return changed;
  }

  private boolean clearSlab(Region slab, Block elements) {
    if (slab.shape().isEmpty()) {
      return false;
    }
    Block part = Block.allocate(elements.dataType(), slab.shape());
    part.copyFrom(elements, slab, new long[slab.rank()]);
    if (part.isFilledWith(fill)) {
      return false;
    }
    part.fill(fill);
    long[] at = new long[slab.rank()];
    for (int d = 0; d < at.length; d++) {
      at[d] = slab.start(d);
    }
    elements.copyFrom(part, Region.all(slab.shape()), at);
    return true;
  }
}
