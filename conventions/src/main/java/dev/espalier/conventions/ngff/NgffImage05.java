package dev.espalier.conventions.ngff;

import dev.espalier.model.convention.Arranger;
import dev.espalier.model.convention.SchemaConvention;
import dev.espalier.model.json.JsonPointer;
import java.util.Optional;

/**
 * A multiscale image as OME-NGFF 0.5 describes it: a group whose attribute {@code ome} names axes
 * and the arrays that hold the image at decreasing resolutions.
 *
 * <p>A node declares it by {@code ome.multiscales}, in whatever state. A wrong or missing version
 * is a mistake to be found, not a reason to look away; of a later one, nothing but the version is
 * found wrong, as its metadata has another form.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
public final class NgffImage05 extends SchemaConvention {
  /** Makes the convention; there is nothing to configure. */
  public NgffImage05() {
    super(ImageSchema.IMAGE, JsonPointer.of("ome", "version"), ImageRules.VERSION);
  }

  @Override
  public Optional<Arranger> arranger() {
    return Optional.of(new ImageArranger());
  }
}
