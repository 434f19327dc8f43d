package dev.espalier.zarr.internal.update;

import dev.espalier.model.data.Block;
import dev.espalier.model.shape.Region;
import dev.espalier.zarr.codec.ChunkEdit;
import java.util.Optional;

/**
 * Sets the elements of a unit that a region holds. What is touched and hangs over the edge of the
 * array holds the fill value there afterwards.
 *
 * @param unit the unit, and the edge within which what was there counts
 * @param part the elements that are set, as a box of the array
 * @param elements what they become
 */
record RegionEdit(UnitBox unit, Region part, Block elements) implements ChunkEdit {
  @Override
  public boolean touches(Region box) {
    Region here = unit.inArray(box);
    return here.intersect(part).isPresent() || within(here).isEmpty();
  }

  @Override
  public boolean replaces(Region box) {
    return within(unit.inArray(box)).map(old -> holds(part, old)).orElse(true);
  }

  /** What of a box was in the array. */
  private Optional<Region> within(Region here) {
    return here.intersect(Region.all(unit.edge()));
  }

  @Override
  public boolean apply(Region box, Block into) {
    if (!replaces(box)) {
      unit.clear(box, into);
    }
    Region here = unit.inArray(box);
    here.intersect(part)
        .ifPresent(
            common ->
                into.copyFrom(
                    elements,
                    common.relativeTo(part),
                    common.placeIn(here, new long[here.rank()])));
    return true;
  }

  private static boolean holds(Region outer, Region inner) {
    for (int d = 0; d < outer.rank(); d++) {
      if (inner.start(d) < outer.start(d) || inner.end(d) > outer.end(d)) {
        return false;
      }
    }
    return true;
  }
}
