package dev.espalier.conventions.ngff;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.finding.Rule.Origin;

/**
 * The rules of an OME-NGFF 0.5 image.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
final class ImageRules {
  static final Rule GROUP = text("group", "An image is a group.");
  static final Rule OME = schema("ome", "The attribute \"ome\" is an object.");
  static final Rule VERSION = schema("version", "\"ome\" has the version \"0.5\".");
  static final Rule VERSION_BELOW =
      text("version.below", "All metadata below an image has the version of the image.");

  static final Rule LABELS =
      text("labels", "A member \"labels\" of an image is a group that lists label images.");

  static final Rule MULTISCALES =
      schema("multiscales", "\"multiscales\" is a list of one or more objects.");
  static final Rule MULTISCALES_DISTINCT =
      schema("multiscales.distinct", "No two multiscales are equal.");
  static final Rule NAME = recommended("name", "A multiscale should have a name.");
  static final Rule NAME_STRING = schema("name.string", "The name of a multiscale is a string.");
  static final Rule TYPE =
      recommended("type", "A multiscale should name the downscaling method as its type.");
  static final Rule METADATA =
      recommended("metadata", "A multiscale should describe the downscaling in its metadata.");

  static final Rule AXES = schema("axes", "\"axes\" is a list of objects.");
  static final Rule AXES_COUNT = schema("axes.count", "There are 2 to 5 axes.");
  static final Rule AXES_DISTINCT = schema("axes.distinct", "No two axes are equal.");
  static final Rule AXES_SPACE =
      schema("axes.space", "Two or three axes are of type space or have no type.");
  static final Rule AXES_SPACE_TYPED =
      text("axes.space.typed", "Two or three axes are of type space.");
  static final Rule AXES_TIME = text("axes.time", "At most one axis is of type time.");
  static final Rule AXES_CHANNEL =
      text("axes.channel", "At most one axis is of type channel, of another type, or of none.");
  static final Rule AXES_ORDER =
      text("axes.order", "A time axis comes first, then a channel or other axis, then space axes.");
  static final Rule AXES_SPACE_ORDER =
      should("axes.space.order", "Three space axes should be in the order z, y, x.");
  static final Rule AXIS_NAME = schema("axes.name", "An axis has a name, a string.");
  static final Rule AXES_NAMES_DISTINCT =
      text("axes.name.distinct", "No two axes have the same name.");
  static final Rule AXES_TYPE = should("axes.type", "Axes should have a type.");
  static final Rule AXIS_TYPE_STRING =
      schema("axes.type.string", "The type of an axis is a string.");
  static final Rule AXES_UNIT = should("axes.unit", "Axes of space and time should have a unit.");
  static final Rule AXIS_UNIT_STRING =
      schema("axes.unit.string", "The unit of an axis is a string.");
  static final Rule AXIS_UNIT_NAME =
      should("axes.unit.name", "A unit of space or time should be one that UDUNITS-2 knows.");

  static final Rule DATASETS = schema("datasets", "\"datasets\" is a list of one or more objects.");
  static final Rule DATASET_PATH = schema("datasets.path", "A dataset has a path, a string.");
  static final Rule DATASETS_DISTINCT =
      advice(Level.SHOULD, "datasets.path.distinct", "No two datasets should have the same path.");
  static final Rule DATASET_ARRAY =
      text("datasets.array", "The path of a dataset leads to an array.");
  static final Rule DATASETS_ORDER =
      text("datasets.order", "Datasets are in order from the largest to the smallest.");
  static final Rule DATASETS_SCALE =
      advice(
          Level.SHOULD,
          "datasets.scale",
          "The scale of a level should grow by as much as its array shrinks.");
  static final Rule DATASETS_TRANSLATION =
      advice(
          Level.MAY,
          "datasets.translation",
          "Where a level is scaled by averaging, its translation says that its pixels moved.");

  static final Rule TRANSFORMATIONS =
      schema("transformations", "\"coordinateTransformations\" is a list of one or more objects.");
  static final Rule TRANSFORMATION_TYPE =
      schema("transformations.type", "A transformation is a scale or a translation.");
  static final Rule SCALE =
      schema("transformations.scale", "A scale is a list of two or more numbers.");
  static final Rule SCALE_POSITIVE =
      advice(Level.SHOULD, "transformations.scale.positive", "Scales should be above zero.");
  static final Rule TRANSLATION =
      schema("transformations.translation", "A translation is a list of two or more numbers.");
  static final Rule ONE_SCALE = schema("transformations.scale.one", "There is exactly one scale.");
  static final Rule ONE_TRANSLATION =
      text("transformations.translation.one", "There is at most one translation.");
  static final Rule TRANSFORMATIONS_ORDER =
      text("transformations.order", "A translation comes after the scale.");
  static final Rule TRANSFORMATION_LENGTH =
      text("transformations.length", "A scale or translation has one number for each axis.");

  static final Rule ARRAY_RANK =
      text("arrays.rank", "An array of the image has one dimension for each axis.");
  static final Rule ARRAY_DIMENSION_NAMES =
      text(
          "arrays.dimension-names",
          "The dimension names of an array are the names of the axes, in order.");
  static final Rule ARRAY_DATA_TYPE =
      advice(Level.SHOULD, "arrays.data-type", "All arrays should have the same data type.");

  static final Rule OMERO = schema("omero", "\"omero\" is an object.");
  static final Rule CHANNELS =
      schema("omero.channels", "\"omero\" has a list \"channels\" of objects.");
  static final Rule CHANNELS_COUNT =
      advice(
          Level.SHOULD,
          "omero.channels.count",
          "There should be as many channels as the channel axis has elements.");
  static final Rule CHANNEL_COLOR =
      text("omero.channels.color", "A channel has a color, six hexadecimal digits.");
  static final Rule CHANNEL_COLOR_STRING =
      schema("omero.channels.color.string", "The color of a channel is a string.");
  static final Rule CHANNEL_WINDOW = text("omero.channels.window", "A channel has a window.");
  static final Rule CHANNEL_WINDOW_OBJECT =
      schema("omero.channels.window.object", "The window of a channel is an object.");
  static final Rule CHANNEL_WINDOW_NUMBERS =
      schema(
          "omero.channels.window.numbers",
          "The window of a channel has the numbers start, end, min and max.");
  static final Rule CHANNEL_LABEL =
      schema("omero.channels.label", "The label of a channel is a string.");
  static final Rule CHANNEL_FAMILY =
      schema("omero.channels.family", "The family of a channel is a string.");
  static final Rule CHANNEL_ACTIVE =
      schema("omero.channels.active", "Whether a channel is active is true or false.");

  private ImageRules() {}

  private static Rule schema(String id, String text) {
    return new Rule("ngff.image." + id, Level.MUST, Origin.SCHEMA, text);
  }

  /** What only the strict variant of the published schema demands. */
  private static Rule recommended(String id, String text) {
    return new Rule("ngff.image." + id, Level.SHOULD, Origin.SCHEMA, text);
  }

  private static Rule text(String id, String text) {
    return new Rule("ngff.image." + id, Level.MUST, Origin.TEXT, text);
  }

  private static Rule should(String id, String text) {
    return new Rule("ngff.image." + id, Level.SHOULD, Origin.TEXT, text);
  }

  private static Rule advice(Level level, String id, String text) {
    return new Rule("ngff.image." + id, level, Origin.ADVICE, text);
  }
}
