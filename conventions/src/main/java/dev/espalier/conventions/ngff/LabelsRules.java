package dev.espalier.conventions.ngff;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.finding.Rule.Origin;

/**
 * The rules of the labels of an OME-NGFF 0.5 image.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
final class LabelsRules {
  static final Rule GROUP = text("group", "Labels are a group.");
  static final Rule OME = text("ome", "The attribute \"ome\" is an object.");
  static final Rule VERSION = text("version", "\"ome\" has the version \"0.5\".");
  static final Rule PATHS = text("paths", "\"labels\" is a list of paths, strings.");
  static final Rule PATHS_DISTINCT =
      advice(Level.SHOULD, "paths.distinct", "No path should be listed twice.");
  static final Rule IMAGE = text("image", "A path leads to a group that is a multiscale image.");
  static final Rule IMAGE_LABEL =
      should("image.image-label", "A label image should have the metadata \"image-label\".");
  static final Rule BETWEEN =
      text("between", "A group between the labels and a label image has no metadata.");
  static final Rule LISTED =
      should("listed", "All label images below the labels should be listed.");

  private LabelsRules() {}

  private static Rule text(String id, String text) {
    return new Rule("ngff.labels." + id, Level.MUST, Origin.TEXT, text);
  }

  private static Rule should(String id, String text) {
    return new Rule("ngff.labels." + id, Level.SHOULD, Origin.TEXT, text);
  }

  private static Rule advice(Level level, String id, String text) {
    return new Rule("ngff.labels." + id, level, Origin.ADVICE, text);
  }
}
