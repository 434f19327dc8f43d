package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;

/** The published schema takes any number as the label value of a color; the text does not. */
final class WholeNumber implements Inspection {
  @Override
  public void inspect(Part number) {
    if (number.value() instanceof JsonNumber value && !value.isWhole()) {
      number.report(
          ImageLabelRules.COLOR_VALUE_INTEGER,
          finding ->
              finding
                  .message("\"label-value\" is " + value + ", not an integer")
                  .expected("an integer, as the pixels of a label image are")
                  .found(value.toString())
                  .fix("write the integer that stands for the label"));
    }
  }
}
