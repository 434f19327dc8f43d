package dev.espalier.zarr.internal.update;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.zarr.codec.ChunkEdit;

/** Sets what hangs over the edge of the array to the fill value, where it is anything else. */
record OverhangEdit(UnitBox unit) implements ChunkEdit {
  @Override
  public boolean touches(Region box) {
    return unit.hangsOver(box);
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
