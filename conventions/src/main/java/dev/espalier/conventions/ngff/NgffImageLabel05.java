package dev.espalier.conventions.ngff;

import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.json.JsonPointer;

/**
 * A label image as OME-NGFF 0.5 describes it: a multiscale image of integers that says what they
 * stand for. That it is an image as well is the matter of {@link NgffImage05}.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
public final class NgffImageLabel05 extends SchemaConvention {
  /** Makes the convention; there is nothing to configure. */
  public NgffImageLabel05() {
    super(ImageLabelSchema.IMAGE_LABEL, JsonPointer.of("ome", "version"), ImageRules.VERSION);
  }
}
