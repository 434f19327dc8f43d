package dev.espalier.conventions.ngff;

import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.schema.value.Constraint.atLeast;
import static dev.espalier.model.schema.value.Constraint.length;
import static dev.espalier.model.schema.value.Constraint.oneOf;
import static dev.espalier.model.schema.value.Field.demanded;
import static dev.espalier.model.schema.value.Field.optional;
import static dev.espalier.model.schema.value.ValueSchema.any;
import static dev.espalier.model.schema.value.ValueSchema.integer;
import static dev.espalier.model.schema.value.ValueSchema.list;
import static dev.espalier.model.schema.value.ValueSchema.number;
import static dev.espalier.model.schema.value.ValueSchema.object;
import static dev.espalier.model.schema.value.ValueSchema.string;

import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.value.Constraint.Bounds;
import dev.espalier.model.schema.value.Constraint.Coded;
import dev.espalier.model.schema.value.Constraint.Distinct;
import dev.espalier.model.schema.value.ValueSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The declaration of what a label image is beyond an image: read it from the bottom up. */
final class ImageLabelSchema {
  /** What an image consists of, where that is another convention's matter. */
  static final ValueSchema LEVELS = any("the multiscales of an image");

  private static final BigDecimal BRIGHTEST = BigDecimal.valueOf(255);

  private static final ValueSchema RGBA =
      list(
              ImageLabelRules.RGBA,
              integer(ImageLabelRules.RGBA)
                  .with(
                      new Bounds(
                          ImageLabelRules.RGBA,
                          Optional.of(BigDecimal.ZERO),
                          true,
                          Optional.of(BRIGHTEST),
                          true)))
          .with(length(ImageLabelRules.RGBA, 4, 4));

  private static final ValueSchema COLOR =
      object(
          ImageLabelRules.COLORS,
          demanded(
              ImageLabelRules.COLOR_VALUE,
              "label-value",
              number(ImageLabelRules.COLOR_VALUE)
                  .with(
                      new Coded(List.of(ImageLabelRules.COLOR_VALUE_INTEGER), new WholeNumber()))),
          optional("rgba", RGBA));

  private static final ValueSchema COLORS =
      list(ImageLabelRules.COLORS, COLOR)
          .with(
              atLeast(ImageLabelRules.COLORS, 1),
              new Distinct(ImageLabelRules.COLORS_DISTINCT, Optional.empty()),
              new Distinct(ImageLabelRules.COLOR_VALUE_DISTINCT, Optional.of("label-value")));

  private static final ValueSchema PROPERTIES =
      list(
              ImageLabelRules.PROPERTIES,
              object(
                  ImageLabelRules.PROPERTIES,
                  demanded(
                      ImageLabelRules.PROPERTY_VALUE,
                      "label-value",
                      integer(ImageLabelRules.PROPERTY_VALUE))))
          .with(
              atLeast(ImageLabelRules.PROPERTIES, 1),
              new Distinct(ImageLabelRules.PROPERTIES_DISTINCT, Optional.empty()));

  private static final ValueSchema SOURCE =
      object(
          ImageLabelRules.SOURCE,
          optional("image", string(ImageLabelRules.SOURCE_IMAGE))
              .orElse(JsonValue.of(LabelSource.USUAL)));

  private static final ValueSchema OME =
      object(
              ImageRules.OME,
              demanded(
                  ImageRules.VERSION,
                  "version",
                  string(ImageRules.VERSION).with(oneOf(ImageRules.VERSION, "0.5"))),
              demanded(ImageLabelRules.MULTISCALES, "multiscales", LEVELS),
              demanded(
                  ImageLabelRules.IMAGE_LABEL,
                  "image-label",
                  object(
                      ImageLabelRules.IMAGE_LABEL,
                      demanded(ImageLabelRules.COLORS_GIVEN, "colors", COLORS),
                      optional("properties", PROPERTIES),
                      optional("source", SOURCE))))
          .with(
              new Coded(List.of(ImageLabelRules.DATA_TYPE), new LabelTypes()),
              new Coded(
                  List.of(
                      ImageLabelRules.SOURCE_TARGET,
                      ImageLabelRules.LEVELS,
                      ImageLabelRules.EXTENTS),
                  new LabelSource()));

  /** A label image: an image whose attribute "ome" says what its integers stand for. */
  static final Schema IMAGE_LABEL =
      convention("ngff:image-label", "0.5")
          .title("OME-NGFF label image: an image whose integers stand for labels")
          .probe("/ome/image-label")
          .root(group().under(ImageRules.GROUP).attribute(demanded(ImageRules.OME, "ome", OME)))
          .build();

  private ImageLabelSchema() {}
}
