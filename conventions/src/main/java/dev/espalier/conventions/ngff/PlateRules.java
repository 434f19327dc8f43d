package dev.espalier.conventions.ngff;

import dev.espalier.model.finding.Level;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.finding.Rule.Origin;

/**
 * The rules of an OME-NGFF 0.5 plate.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
final class PlateRules {
  static final Rule GROUP = text("group", "A plate is a group.");
  static final Rule OME = schema("ome", "The attribute \"ome\" is an object.");
  static final Rule VERSION = schema("version", "\"ome\" has the version \"0.5\".");
  static final Rule PLATE = schema("plate", "\"plate\" is an object.");
  static final Rule NAME = recommended("name", "A plate should have a name.");
  static final Rule NAME_STRING = schema("name.string", "The name of a plate is a string.");
  static final Rule FIELD_COUNT =
      should("field-count", "A plate should say how many images a well has at most.");
  static final Rule FIELD_COUNT_POSITIVE =
      schema("field-count.positive", "\"field_count\" is an integer above zero.");
  static final Rule FIELD_COUNT_KEPT =
      text("field-count.kept", "No well has more images than the plate says.");
  static final Rule ROWS = schema("rows", "\"rows\" is a list of one or more objects.");
  static final Rule ROWS_DISTINCT = schema("rows.distinct", "No two rows are equal.");
  static final Rule ROW_NAME = schema("rows.name", "A row has a name, letters and digits only.");
  static final Rule ROW_NAME_DISTINCT =
      text("rows.name.distinct", "No two rows have the same name.");
  static final Rule COLUMNS = schema("columns", "\"columns\" is a list of one or more objects.");
  static final Rule COLUMNS_DISTINCT = schema("columns.distinct", "No two columns are equal.");
  static final Rule COLUMN_NAME =
      schema("columns.name", "A column has a name, letters and digits only.");
  static final Rule COLUMN_NAME_DISTINCT =
      text("columns.name.distinct", "No two columns have the same name.");
  static final Rule NAME_CASE =
      should("names.case", "No names of rows, or of columns, should differ in nothing but case.");
  static final Rule WELLS = schema("wells", "\"wells\" is a list of one or more objects.");
  static final Rule WELLS_DISTINCT = schema("wells.distinct", "No two wells are equal.");
  static final Rule WELL_PATH =
      schema("wells.path", "A well has a path, two names of letters and digits.");
  static final Rule WELL_PATH_DISTINCT =
      text("wells.path.distinct", "No two wells have the same path.");
  static final Rule WELL_ROW =
      schema("wells.row-index", "A well has the index of its row, an integer from 0.");
  static final Rule WELL_COLUMN =
      schema("wells.column-index", "A well has the index of its column, an integer from 0.");
  static final Rule WELL_PLACE =
      text("wells.place", "The path of a well is the name of its row and that of its column.");
  static final Rule WELL_GROUP =
      text("wells.group", "The path of a well leads to a group that is a well.");
  static final Rule WELLS_LISTED =
      advice(Level.SHOULD, "wells.listed", "All wells below a plate should be listed.");
  static final Rule GROUPS_EMPTY =
      should("groups.empty", "No group of a row or a well should be empty.");
  static final Rule ACQUISITIONS = schema("acquisitions", "\"acquisitions\" is a list of objects.");
  static final Rule ACQUISITION_ID =
      schema("acquisitions.id", "An acquisition has an id, an integer from 0.");
  static final Rule ACQUISITION_ID_DISTINCT =
      text("acquisitions.id.distinct", "No two acquisitions have the same id.");
  static final Rule ACQUISITION_NAME =
      recommended("acquisitions.name", "An acquisition should have a name.");
  static final Rule ACQUISITION_NAME_STRING =
      schema("acquisitions.name.string", "The name of an acquisition is a string.");
  static final Rule ACQUISITION_COUNT =
      recommended(
          "acquisitions.count", "An acquisition should say how many images a well has at most.");
  static final Rule ACQUISITION_COUNT_POSITIVE =
      schema("acquisitions.count.positive", "\"maximumfieldcount\" is an integer above zero.");
  static final Rule ACQUISITION_COUNT_KEPT =
      text("acquisitions.count.kept", "No well has more images of an acquisition than it says.");
  static final Rule ACQUISITION_DESCRIPTION =
      schema("acquisitions.description", "The description of an acquisition is a string.");
  static final Rule ACQUISITION_TIME =
      schema(
          "acquisitions.time",
          "The start and the end of an acquisition are integers from 0, in seconds.");
  static final Rule ACQUISITION_TIME_ORDER =
      advice(
          Level.SHOULD,
          "acquisitions.time.order",
          "An acquisition should not end before it starts.");
  static final Rule IMAGE_ACQUISITION =
      text(
          "images.acquisition",
          "Where a plate has several acquisitions, an image says of which it is.");
  static final Rule IMAGE_ACQUISITION_KNOWN =
      text("images.acquisition.known", "The acquisition of an image is one of the plate.");

  private PlateRules() {}

  private static Rule schema(String id, String text) {
    return new Rule("ngff.plate." + id, Level.MUST, Origin.SCHEMA, text);
  }

  /** What only the strict variant of the published schema demands. */
  private static Rule recommended(String id, String text) {
    return new Rule("ngff.plate." + id, Level.SHOULD, Origin.SCHEMA, text);
  }

  private static Rule text(String id, String text) {
    return new Rule("ngff.plate." + id, Level.MUST, Origin.TEXT, text);
  }

  private static Rule should(String id, String text) {
    return new Rule("ngff.plate." + id, Level.SHOULD, Origin.TEXT, text);
  }

  private static Rule advice(Level level, String id, String text) {
    return new Rule("ngff.plate." + id, level, Origin.ADVICE, text);
  }
}
