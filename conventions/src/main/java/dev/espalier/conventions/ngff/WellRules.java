package dev.espalier.conventions.ngff;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.finding.Rule.Origin;

/**
 * The rules of an OME-NGFF 0.5 well.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
final class WellRules {
  static final Rule GROUP = text("group", "A well is a group.");
  static final Rule OME = schema("ome", "The attribute \"ome\" is an object.");
  static final Rule VERSION = schema("version", "\"ome\" has the version \"0.5\".");
  static final Rule WELL = schema("well", "\"well\" is an object.");
  static final Rule IMAGES = schema("images", "\"images\" is a list of one or more objects.");
  static final Rule IMAGES_DISTINCT = schema("images.distinct", "No two images are equal.");
  static final Rule IMAGE_PATH =
      schema("images.path", "An image has a path, letters and digits only.");
  static final Rule IMAGE_PATH_DISTINCT =
      text("images.path.distinct", "No two images have the same path.");
  static final Rule IMAGE =
      text("images.image", "The path of an image leads to a group that is a multiscale image.");
  static final Rule ACQUISITION =
      schema("images.acquisition", "The acquisition of an image is an integer.");
  static final Rule ACQUISITION_POSITIVE =
      advice(
          Level.SHOULD,
          "images.acquisition.positive",
          "The acquisition of an image should not be below zero, as no acquisition of a plate is.");
  static final Rule LISTED =
      advice(Level.SHOULD, "images.listed", "All images of a well should be listed.");

  private WellRules() {}

  private static Rule schema(String id, String text) {
    return new Rule("ngff.well." + id, Level.MUST, Origin.SCHEMA, text);
  }

  private static Rule text(String id, String text) {
    return new Rule("ngff.well." + id, Level.MUST, Origin.TEXT, text);
  }

  private static Rule advice(Level level, String id, String text) {
    return new Rule("ngff.well." + id, level, Origin.ADVICE, text);
  }
}
