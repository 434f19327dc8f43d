package dev.espalier.conventions.ngff;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.finding.Rule.Origin;

/**
 * The rules of an OME-NGFF 0.5 label image, beside those of any image.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
final class ImageLabelRules {
  static final Rule IMAGE_LABEL = schema("image-label", "\"image-label\" is an object.");
  static final Rule MULTISCALES = text("multiscales", "A label image is a multiscale image.");
  static final Rule COLORS = schema("colors", "\"colors\" is a list of one or more objects.");
  static final Rule COLORS_GIVEN = recommended("colors.given", "A label image should have colors.");
  static final Rule COLORS_DISTINCT = schema("colors.distinct", "No two colors are equal.");
  static final Rule COLOR_VALUE =
      schema("colors.label-value", "A color has the number \"label-value\".");
  static final Rule COLOR_VALUE_INTEGER =
      text("colors.label-value.integer", "The label value of a color is an integer.");
  static final Rule COLOR_VALUE_DISTINCT =
      advice(
          Level.SHOULD,
          "colors.label-value.distinct",
          "No two colors should be for one label value.");
  static final Rule RGBA =
      schema("colors.rgba", "\"rgba\" is a list of four integers from 0 to 255.");
  static final Rule PROPERTIES =
      schema("properties", "\"properties\" is a list of one or more objects.");
  static final Rule PROPERTIES_DISTINCT =
      schema("properties.distinct", "No two properties are equal.");
  static final Rule PROPERTY_VALUE =
      schema("properties.label-value", "Properties have the integer \"label-value\".");
  static final Rule SOURCE = schema("source", "\"source\" is an object.");
  static final Rule SOURCE_IMAGE =
      schema("source.image", "The image of a source is a path, a string.");
  static final Rule SOURCE_TARGET =
      text("source.target", "The path of a source leads to a multiscale image.");
  static final Rule DATA_TYPE =
      text("arrays.data-type", "The arrays of a label image hold integers.");
  static final Rule LEVELS = text("levels", "A label image has as many levels as its source.");
  static final Rule EXTENTS =
      should("arrays.extents", "Each extent of a label image should be that of its source, or 1.");

  private ImageLabelRules() {}

  private static Rule schema(String id, String text) {
    return new Rule("ngff.image-label." + id, Level.MUST, Origin.SCHEMA, text);
  }

  /** What only the strict variant of the published schema demands. */
  private static Rule recommended(String id, String text) {
    return new Rule("ngff.image-label." + id, Level.SHOULD, Origin.SCHEMA, text);
  }

  private static Rule text(String id, String text) {
    return new Rule("ngff.image-label." + id, Level.MUST, Origin.TEXT, text);
  }

  private static Rule should(String id, String text) {
    return new Rule("ngff.image-label." + id, Level.SHOULD, Origin.TEXT, text);
  }

  private static Rule advice(Level level, String id, String text) {
    return new Rule("ngff.image-label." + id, level, Origin.ADVICE, text);
  }
}
