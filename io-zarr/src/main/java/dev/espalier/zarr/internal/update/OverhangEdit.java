package dev.espalier.zarr.internal.update;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.zarr.codec.ChunkEdit;

/**
 * Sets what hangs over the edge of the array to the fill value, where it is anything else and
 * matters.
 *
 * @param unit the unit, and the edge within which elements stay
 * @param within the extents within which it matters what hangs over
 */
record OverhangEdit(UnitBox unit, Shape within) implements ChunkEdit {
  @Override
  public boolean touches(Region box) {
    return unit.inArray(box)
        .intersect(Region.all(within))
        .filter(common -> !common.fitsIn(unit.edge()))
        .isPresent();
  }

  @Override
  public boolean removes(Region box) {
    return touches(box) && unit.inArray(box).intersect(Region.all(unit.edge())).isEmpty();
  }

  /** What hangs over is looked at, so that nothing is stored anew without need. */
  @Override
  public boolean replaces(Region box) {
    return false;
  }

  @Override
  public boolean apply(Region box, Block elements) {
    return unit.clear(box, elements);
  }
}
