package dev.espalier.conventions.ngff;

import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.json.JsonPointer;

/**
 * A well of a plate as OME-NGFF 0.5 describes it: a group that lists the images taken there.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
public final class NgffWell05 extends SchemaConvention {
  /** Makes the convention; there is nothing to configure. */
  public NgffWell05() {
    super(WellSchema.WELL, JsonPointer.of("ome", "version"), WellRules.VERSION);
  }
}
