package dev.espalier.conventions.ngff;

import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.schema.value.Constraint.atLeast;
import static dev.espalier.model.schema.value.Constraint.oneOf;
import static dev.espalier.model.schema.value.Field.demanded;
import static dev.espalier.model.schema.value.Field.optional;
import static dev.espalier.model.schema.value.ValueSchema.integer;
import static dev.espalier.model.schema.value.ValueSchema.list;
import static dev.espalier.model.schema.value.ValueSchema.object;
import static dev.espalier.model.schema.value.ValueSchema.string;

import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.value.Constraint.Bounds;
import dev.espalier.model.schema.value.Constraint.Coded;
import dev.espalier.model.schema.value.Constraint.Distinct;
import dev.espalier.model.schema.value.Constraint.Matches;
import dev.espalier.model.schema.value.Constraint.Refers;
import dev.espalier.model.schema.value.ValueSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The declaration of an OME-NGFF 0.5 well. */
final class WellSchema {
  private static final ValueSchema IMAGE =
      object(
          WellRules.IMAGES,
          demanded(
              WellRules.IMAGE_PATH,
              "path",
              string(WellRules.IMAGE_PATH)
                  .with(
                      new Matches(WellRules.IMAGE_PATH, "[A-Za-z0-9]+", "letters and digits only"),
                      new Refers(WellRules.IMAGE, "image"))),
          optional(
              "acquisition",
              integer(WellRules.ACQUISITION)
                  .with(
                      new Bounds(
                          WellRules.ACQUISITION_POSITIVE,
                          Optional.of(BigDecimal.ZERO),
                          true,
                          Optional.empty(),
                          true))));

  private static final ValueSchema IMAGES =
      list(WellRules.IMAGES, IMAGE)
          .with(
              atLeast(WellRules.IMAGES, 1),
              new Distinct(WellRules.IMAGES_DISTINCT, Optional.empty()),
              new Distinct(WellRules.IMAGE_PATH_DISTINCT, Optional.of("path")),
              new Coded(List.of(WellRules.LISTED), new UnlistedImages()));

  private static final ValueSchema OME =
      object(
          WellRules.OME,
          demanded(
              WellRules.VERSION,
              "version",
              string(WellRules.VERSION).with(oneOf(WellRules.VERSION, "0.5"))),
          demanded(
              WellRules.WELL,
              "well",
              object(WellRules.WELL, demanded(WellRules.IMAGES, "images", IMAGES))));

  /** A well: a group that lists the images below it. */
  static final Schema WELL =
      convention("ngff:well", "0.5")
          .title("OME-NGFF well: the images that were taken at one place of a plate")
          .probe("/ome/well")
          .root(group().under(WellRules.GROUP).attribute(demanded(WellRules.OME, "ome", OME)))
          .define(
              "image",
              group()
                  .under(ImageRules.GROUP)
                  .attribute(
                      demanded(
                          WellRules.IMAGE,
                          "ome",
                          object(
                              WellRules.IMAGE,
                              demanded(WellRules.IMAGE, "multiscales", ImageLabelSchema.LEVELS)))))
          .build();

  private WellSchema() {}
}
