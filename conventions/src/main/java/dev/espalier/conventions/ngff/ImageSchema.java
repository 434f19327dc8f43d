package dev.espalier.conventions.ngff;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.schema.value.Constraint.atLeast;
import static dev.espalier.model.schema.value.Constraint.count;
import static dev.espalier.model.schema.value.Constraint.length;
import static dev.espalier.model.schema.value.Constraint.oneOf;
import static dev.espalier.model.schema.value.Field.demanded;
import static dev.espalier.model.schema.value.Field.optional;
import static dev.espalier.model.schema.value.Selector.where;
import static dev.espalier.model.schema.value.Selector.whereOrAbsent;
import static dev.espalier.model.schema.value.ValueSchema.any;
import static dev.espalier.model.schema.value.ValueSchema.bool;
import static dev.espalier.model.schema.value.ValueSchema.list;
import static dev.espalier.model.schema.value.ValueSchema.number;
import static dev.espalier.model.schema.value.ValueSchema.object;
import static dev.espalier.model.schema.value.ValueSchema.string;

import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.value.Constraint.Bounds;
import dev.espalier.model.schema.value.Constraint.Coded;
import dev.espalier.model.schema.value.Constraint.Distinct;
import dev.espalier.model.schema.value.Constraint.Matches;
import dev.espalier.model.schema.value.Constraint.OneOf;
import dev.espalier.model.schema.value.Constraint.Refers;
import dev.espalier.model.schema.value.ValueChoice;
import dev.espalier.model.schema.value.ValueSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** The declaration of an OME-NGFF 0.5 image: read it from the bottom up. */
final class ImageSchema {
  private static final ValueSchema AXIS =
      ValueChoice.by(ImageRules.AXES, optional("type", string(ImageRules.AXIS_TYPE_STRING)))
          .when("space", axisWith(unit().with(known(Units.SPACE))))
          .when("time", axisWith(unit().with(known(Units.TIME))))
          .otherwise(axisWith(unit()));

  private static final ValueSchema AXES =
      list(ImageRules.AXES, AXIS)
          .with(
              length(ImageRules.AXES_COUNT, 2, 5),
              new Distinct(ImageRules.AXES_DISTINCT, Optional.empty()),
              count(ImageRules.AXES_SPACE, whereOrAbsent("type", "space"), 2, 3),
              count(ImageRules.AXES_SPACE_TYPED, where("type", "space"), 2, 3),
              count(ImageRules.AXES_TIME, where("type", "time"), 0, 1),
              new Distinct(ImageRules.AXES_NAMES_DISTINCT, Optional.of("name")),
              new Coded(
                  List.of(
                      ImageRules.AXES_CHANNEL,
                      ImageRules.AXES_ORDER,
                      ImageRules.AXES_TYPE,
                      ImageRules.AXES_UNIT),
                  new AxesInspection()));

  private static final ValueSchema TRANSFORMATION =
      ValueChoice.by(
              ImageRules.TRANSFORMATIONS,
              demanded(
                  ImageRules.TRANSFORMATION_TYPE, "type", string(ImageRules.TRANSFORMATION_TYPE)))
          .when(
              "scale",
              object(
                  ImageRules.TRANSFORMATIONS,
                  demanded(
                      ImageRules.SCALE,
                      "scale",
                      list(
                              ImageRules.SCALE,
                              number(ImageRules.SCALE).with(above(ImageRules.SCALE_POSITIVE)))
                          .with(atLeast(ImageRules.SCALE, 2)))))
          .when(
              "translation",
              object(
                  ImageRules.TRANSFORMATIONS,
                  demanded(
                      ImageRules.TRANSLATION,
                      "translation",
                      list(ImageRules.TRANSLATION, number(ImageRules.TRANSLATION))
                          .with(atLeast(ImageRules.TRANSLATION, 2)))));

  private static final ValueSchema TRANSFORMATIONS =
      list(ImageRules.TRANSFORMATIONS, TRANSFORMATION)
          .with(
              atLeast(ImageRules.TRANSFORMATIONS, 1),
              count(ImageRules.ONE_SCALE, where("type", "scale"), 1, 1),
              count(ImageRules.ONE_TRANSLATION, where("type", "translation"), 0, 1),
              new Coded(List.of(ImageRules.TRANSFORMATIONS_ORDER), new TransformationOrder()));

  private static final ValueSchema DATASET =
      object(
          ImageRules.DATASETS,
          demanded(
              ImageRules.DATASET_PATH,
              "path",
              string(ImageRules.DATASET_PATH).with(new Refers(ImageRules.DATASET_ARRAY, "level"))),
          demanded(ImageRules.TRANSFORMATIONS, "coordinateTransformations", TRANSFORMATIONS));

  private static final ValueSchema MULTISCALE =
      object(
              ImageRules.MULTISCALES,
              demanded(ImageRules.AXES, "axes", AXES),
              demanded(
                  ImageRules.DATASETS,
                  "datasets",
                  list(ImageRules.DATASETS, DATASET)
                      .with(
                          atLeast(ImageRules.DATASETS, 1),
                          new Distinct(ImageRules.DATASETS_DISTINCT, Optional.of("path")))),
              optional("coordinateTransformations", TRANSFORMATIONS),
              demanded(ImageRules.NAME, "name", string(ImageRules.NAME_STRING)),
              demanded(ImageRules.TYPE, "type", any("the downscaling method, such as \"mean\"")),
              demanded(
                  ImageRules.METADATA, "metadata", any("what describes the downscaling method")))
          .with(
              new Coded(
                  List.of(ImageRules.TRANSFORMATION_LENGTH, ImageRules.ARRAY_RANK),
                  new RankInspection()),
              new Coded(List.of(ImageRules.ARRAY_DIMENSION_NAMES), new DimensionNamesInspection()),
              new Coded(List.of(ImageRules.AXES_SPACE_ORDER), new SpaceOrder()),
              new Coded(
                  List.of(
                      ImageRules.DATASETS_ORDER,
                      ImageRules.ARRAY_DATA_TYPE,
                      ImageRules.DATASETS_TRANSLATION),
                  new LevelsInspection()),
              new Coded(List.of(ImageRules.DATASETS_SCALE), new ScaleInspection()));

  private static final ValueSchema WINDOW =
      object(
          ImageRules.CHANNEL_WINDOW_OBJECT,
          demanded(
              ImageRules.CHANNEL_WINDOW_NUMBERS,
              "start",
              number(ImageRules.CHANNEL_WINDOW_NUMBERS)),
          demanded(
              ImageRules.CHANNEL_WINDOW_NUMBERS, "end", number(ImageRules.CHANNEL_WINDOW_NUMBERS)),
          demanded(
              ImageRules.CHANNEL_WINDOW_NUMBERS, "min", number(ImageRules.CHANNEL_WINDOW_NUMBERS)),
          demanded(
              ImageRules.CHANNEL_WINDOW_NUMBERS, "max", number(ImageRules.CHANNEL_WINDOW_NUMBERS)));

  private static final ValueSchema CHANNEL =
      object(
          ImageRules.CHANNELS,
          demanded(
              ImageRules.CHANNEL_COLOR,
              "color",
              string(ImageRules.CHANNEL_COLOR_STRING)
                  .with(
                      new Matches(
                          ImageRules.CHANNEL_COLOR,
                          "[0-9a-fA-F]{6}",
                          "six hexadecimal digits, RRGGBB"))),
          demanded(ImageRules.CHANNEL_WINDOW, "window", WINDOW),
          optional("label", string(ImageRules.CHANNEL_LABEL)),
          optional("family", string(ImageRules.CHANNEL_FAMILY)),
          optional("active", bool(ImageRules.CHANNEL_ACTIVE)));

  private static final ValueSchema OMERO =
      object(
          ImageRules.OMERO,
          demanded(ImageRules.CHANNELS, "channels", list(ImageRules.CHANNELS, CHANNEL)));

  private static final ValueSchema OME =
      object(
              ImageRules.OME,
              demanded(
                  ImageRules.VERSION,
                  "version",
                  string(ImageRules.VERSION).with(oneOf(ImageRules.VERSION, "0.5"))),
              demanded(
                  ImageRules.MULTISCALES,
                  "multiscales",
                  list(ImageRules.MULTISCALES, MULTISCALE)
                      .with(
                          atLeast(ImageRules.MULTISCALES, 1),
                          new Distinct(ImageRules.MULTISCALES_DISTINCT, Optional.empty()))),
              optional("omero", OMERO))
          .with(
              new Coded(
                  List.of(ImageRules.VERSION_BELOW, ImageRules.CHANNELS_COUNT),
                  new ImageInspection()));

  /** What is looked at here is whether they are labels at all; the rest is their own matter. */
  private static final GroupDeclaration LABELS =
      group()
          .under(LabelsRules.GROUP)
          .attribute(
              demanded(
                  ImageRules.LABELS,
                  "ome",
                  object(
                      ImageRules.LABELS,
                      demanded(ImageRules.LABELS, "labels", any("the paths of label images")))));

  /** An image: a group whose attribute "ome" describes arrays below it. */
  static final Schema IMAGE =
      convention("ngff:image", "0.5")
          .title("OME-NGFF image: a multiscale pyramid with named axes, units and transformations")
          .probe("/ome/multiscales")
          .root(
              group()
                  .under(ImageRules.GROUP)
                  .attribute(demanded(ImageRules.OME, "ome", OME))
                  .optionalMember("labels", LABELS))
          .define("level", array().under(ImageRules.DATASET_ARRAY))
          .build();

  private ImageSchema() {}

  private static ValueSchema.Obj axisWith(ValueSchema unit) {
    return object(
        ImageRules.AXES,
        demanded(ImageRules.AXIS_NAME, "name", string(ImageRules.AXIS_NAME)),
        optional("unit", unit));
  }

  private static Bounds above(Rule rule) {
    return new Bounds(rule, Optional.of(BigDecimal.ZERO), false, Optional.empty(), true);
  }

  private static ValueSchema.Scalar unit() {
    return string(ImageRules.AXIS_UNIT_STRING);
  }

  private static OneOf known(List<String> units) {
    return oneOf(ImageRules.AXIS_UNIT_NAME, units.toArray(String[]::new));
  }
}
