package dev.espalier.conventions.ngff;

import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.json.JsonPointer;

/**
 * A plate as OME-NGFF 0.5 describes it: a group that names rows, columns and acquisitions, and the
 * wells where images were taken.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
public final class NgffPlate05 extends SchemaConvention {
  /** Makes the convention; there is nothing to configure. */
  public NgffPlate05() {
    super(PlateSchema.PLATE, JsonPointer.of("ome", "version"), PlateRules.VERSION);
  }
}
