package dev.espalier.conventions.ngff;

import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.schema.value.Constraint.atLeast;
import static dev.espalier.model.schema.value.Constraint.oneOf;
import static dev.espalier.model.schema.value.Field.demanded;
import static dev.espalier.model.schema.value.Field.optional;
import static dev.espalier.model.schema.value.ValueSchema.any;
import static dev.espalier.model.schema.value.ValueSchema.integer;
import static dev.espalier.model.schema.value.ValueSchema.list;
import static dev.espalier.model.schema.value.ValueSchema.object;
import static dev.espalier.model.schema.value.ValueSchema.string;

import dev.espalier.model.finding.Rule;
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

/** The declaration of an OME-NGFF 0.5 plate: read it from the bottom up. */
final class PlateSchema {
  private static final ValueSchema ACQUISITION =
      object(
              PlateRules.ACQUISITIONS,
              demanded(PlateRules.ACQUISITION_ID, "id", fromZero(PlateRules.ACQUISITION_ID)),
              demanded(
                  PlateRules.ACQUISITION_NAME, "name", string(PlateRules.ACQUISITION_NAME_STRING)),
              demanded(
                  PlateRules.ACQUISITION_COUNT,
                  "maximumfieldcount",
                  aboveZero(PlateRules.ACQUISITION_COUNT_POSITIVE)),
              optional("description", string(PlateRules.ACQUISITION_DESCRIPTION)),
              optional("starttime", fromZero(PlateRules.ACQUISITION_TIME)),
              optional("endtime", fromZero(PlateRules.ACQUISITION_TIME)))
          .with(new Coded(List.of(PlateRules.ACQUISITION_TIME_ORDER), new AcquisitionTimes()));

  private static final ValueSchema WELL =
      object(
          PlateRules.WELLS,
          demanded(
              PlateRules.WELL_PATH,
              "path",
              string(PlateRules.WELL_PATH)
                  .with(
                      new Matches(
                          PlateRules.WELL_PATH,
                          "[A-Za-z0-9]+/[A-Za-z0-9]+",
                          "two names of letters and digits with a slash between them"),
                      new Refers(PlateRules.WELL_GROUP, "well"))),
          demanded(PlateRules.WELL_ROW, "rowIndex", fromZero(PlateRules.WELL_ROW)),
          demanded(PlateRules.WELL_COLUMN, "columnIndex", fromZero(PlateRules.WELL_COLUMN)));

  private static final ValueSchema PLATE_METADATA =
      object(
              PlateRules.PLATE,
              demanded(
                  PlateRules.COLUMNS,
                  "columns",
                  named(
                      PlateRules.COLUMNS,
                      PlateRules.COLUMNS_DISTINCT,
                      PlateRules.COLUMN_NAME,
                      PlateRules.COLUMN_NAME_DISTINCT)),
              demanded(
                  PlateRules.ROWS,
                  "rows",
                  named(
                      PlateRules.ROWS,
                      PlateRules.ROWS_DISTINCT,
                      PlateRules.ROW_NAME,
                      PlateRules.ROW_NAME_DISTINCT)),
              demanded(
                  PlateRules.WELLS,
                  "wells",
                  list(PlateRules.WELLS, WELL)
                      .with(
                          atLeast(PlateRules.WELLS, 1),
                          new Distinct(PlateRules.WELLS_DISTINCT, Optional.empty()),
                          new Distinct(PlateRules.WELL_PATH_DISTINCT, Optional.of("path")))),
              optional(
                  "acquisitions",
                  list(PlateRules.ACQUISITIONS, ACQUISITION)
                      .with(new Distinct(PlateRules.ACQUISITION_ID_DISTINCT, Optional.of("id")))),
              demanded(
                  PlateRules.FIELD_COUNT,
                  "field_count",
                  aboveZero(PlateRules.FIELD_COUNT_POSITIVE)),
              demanded(PlateRules.NAME, "name", string(PlateRules.NAME_STRING)))
          .with(
              new Coded(List.of(PlateRules.WELL_PLACE), new WellPlaces()),
              new Coded(
                  List.of(PlateRules.WELLS_LISTED, PlateRules.GROUPS_EMPTY), new PlateGroups()),
              new Coded(
                  List.of(
                      PlateRules.FIELD_COUNT_KEPT,
                      PlateRules.ACQUISITION_COUNT_KEPT,
                      PlateRules.IMAGE_ACQUISITION,
                      PlateRules.IMAGE_ACQUISITION_KNOWN),
                  new PlateImages()));

  private static final ValueSchema OME =
      object(
          PlateRules.OME,
          demanded(
              PlateRules.VERSION,
              "version",
              string(PlateRules.VERSION).with(oneOf(PlateRules.VERSION, "0.5"))),
          demanded(PlateRules.PLATE, "plate", PLATE_METADATA));

  /** A plate: a group whose attribute "ome" names rows, columns and wells below it. */
  static final Schema PLATE =
      convention("ngff:plate", "0.5")
          .title("OME-NGFF plate: wells in rows and columns, with the images taken there")
          .probe("/ome/plate")
          .root(group().under(PlateRules.GROUP).attribute(demanded(PlateRules.OME, "ome", OME)))
          .define(
              "well",
              group()
                  .under(WellRules.GROUP)
                  .attribute(
                      demanded(
                          PlateRules.WELL_GROUP,
                          "ome",
                          object(
                              PlateRules.WELL_GROUP,
                              demanded(
                                  PlateRules.WELL_GROUP, "well", any("the images of a well"))))))
          .build();

  private PlateSchema() {}

  private static ValueSchema named(Rule list, Rule distinct, Rule name, Rule nameDistinct) {
    ValueSchema named =
        string(name).with(new Matches(name, "[A-Za-z0-9]+", "letters and digits only"));
    return list(list, object(list, demanded(name, "name", named)))
        .with(
            atLeast(list, 1),
            new Distinct(distinct, Optional.empty()),
            new Distinct(nameDistinct, Optional.of("name")),
            new Coded(List.of(PlateRules.NAME_CASE), new NamesByCase()));
  }

  private static ValueSchema fromZero(Rule rule) {
    return integer(rule).with(bounds(rule, true));
  }

  private static ValueSchema aboveZero(Rule rule) {
    return integer(rule).with(bounds(rule, false));
  }

  private static Bounds bounds(Rule rule, boolean zeroIncluded) {
    return new Bounds(rule, Optional.of(BigDecimal.ZERO), zeroIncluded, Optional.empty(), true);
  }
}
