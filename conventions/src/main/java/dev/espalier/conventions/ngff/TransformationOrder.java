package dev.espalier.conventions.ngff;

import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.List;

/** A translation comes after the scale. */
final class TransformationOrder implements Inspection {
  @Override
  public void inspect(Part transformations) {
    List<Part> all = transformations.elements();
    if (!transformations.isSound(ImageRules.TRANSFORMATIONS_ORDER) || all.isEmpty()) {
      return;
    }
    Part first = all.get(0);
    if (first.field("type").flatMap(Part::text).orElse("").equals("translation")) {
      first.report(
          ImageRules.TRANSFORMATIONS_ORDER,
          finding ->
              finding
                  .message("the translation comes before the scale")
                  .expected("the scale, then the translation")
                  .found("the translation, then the scale")
                  .fix(
                      "put the scale first, and multiply each number of the translation by that of"
                          + " the scale if it counts pixels"));
    }
  }
}
