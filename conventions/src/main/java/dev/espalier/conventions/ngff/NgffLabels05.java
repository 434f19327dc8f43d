package dev.espalier.conventions.ngff;

import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.json.JsonPointer;

/**
 * The labels of an image as OME-NGFF 0.5 describes them: a group below the image that lists the
 * paths of label images.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
public final class NgffLabels05 extends SchemaConvention {
  /** Makes the convention; there is nothing to configure. */
  public NgffLabels05() {
    super(LabelsSchema.LABELS, JsonPointer.of("ome", "version"), LabelsRules.VERSION);
  }
}
