package dev.espalier.conventions.ngff;

import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.schema.value.Constraint.oneOf;
import static dev.espalier.model.schema.value.Field.demanded;
import static dev.espalier.model.schema.value.ValueSchema.any;
import static dev.espalier.model.schema.value.ValueSchema.list;
import static dev.espalier.model.schema.value.ValueSchema.object;
import static dev.espalier.model.schema.value.ValueSchema.string;

import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.value.Constraint.Coded;
import dev.espalier.model.schema.value.Constraint.Distinct;
import dev.espalier.model.schema.value.Constraint.Refers;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;
import java.util.Optional;

/** The declaration of the labels of an OME-NGFF 0.5 image. */
final class LabelsSchema {
  private static final ValueSchema PATHS =
      list(
              LabelsRules.PATHS,
              string(LabelsRules.PATHS).with(new Refers(LabelsRules.IMAGE, "label image")))
          .with(
              new Distinct(LabelsRules.PATHS_DISTINCT, Optional.empty()),
              new Coded(List.of(LabelsRules.BETWEEN, LabelsRules.LISTED), new LabelsInspection()));

  private static final ValueSchema OME =
      object(
          LabelsRules.OME,
          demanded(
              LabelsRules.VERSION,
              "version",
              string(LabelsRules.VERSION).with(oneOf(LabelsRules.VERSION, "0.5"))),
          demanded(LabelsRules.PATHS, "labels", PATHS));

  /** What is looked at here is whether it is a label image at all; the rest is its own matter. */
  private static final GroupDeclaration LABEL_IMAGE =
      group()
          .under(ImageRules.GROUP)
          .attribute(
              demanded(
                  LabelsRules.IMAGE,
                  "ome",
                  object(
                      LabelsRules.IMAGE,
                      demanded(ImageLabelRules.MULTISCALES, "multiscales", ImageLabelSchema.LEVELS),
                      demanded(
                          LabelsRules.IMAGE_LABEL,
                          "image-label",
                          any("the colors, properties and source of the labels")))));

  /** The labels of an image: a group that lists label images below it. */
  static final Schema LABELS =
      convention("ngff:labels", "0.5")
          .title("OME-NGFF labels: the list of the label images of an image")
          .probe("/ome/labels")
          .root(group().under(LabelsRules.GROUP).attribute(demanded(LabelsRules.OME, "ome", OME)))
          .define("label image", LABEL_IMAGE)
          .build();

  private LabelsSchema() {}
}
