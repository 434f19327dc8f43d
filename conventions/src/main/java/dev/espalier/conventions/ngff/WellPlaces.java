package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.List;
import java.util.Optional;

/** A well's path and its two indices say the same: in which row it is, and in which column. */
final class WellPlaces implements Inspection {
  @Override
  public void inspect(Part plate) {
    Optional<List<String>> rows = names(plate, "rows");
    Optional<List<String>> columns = names(plate, "columns");
    if (rows.isEmpty() || columns.isEmpty()) {
      return;
    }
    for (Part well : plate.field("wells").map(Part::elements).orElse(List.of())) {
      if (well.isIntact(PlateRules.WELL_PLACE)) {
        Optional<String> row = nameAt(well, "rowIndex", rows.get(), "rows");
        Optional<String> column = nameAt(well, "columnIndex", columns.get(), "columns");
        Optional<Part> path = well.field("path");
        if (row.isPresent() && column.isPresent() && path.isPresent()) {
          compare(path.get(), row.get() + "/" + column.get());
        }
      }
    }
  }

  private static Optional<List<String>> names(Part plate, String list) {
    return plate
        .field(list)
        .filter(part -> part.isSound(PlateRules.WELL_PLACE))
        .map(
            part ->
                part.elements().stream()
                    .map(named -> named.field("name").flatMap(Part::text).orElse(""))
                    .toList());
  }

  private static Optional<String> nameAt(
      Part well, String field, List<String> names, String words) {
    Optional<Part> index = well.field(field).filter(p -> p.isSound(PlateRules.WELL_PLACE));
    if (index.isEmpty() || !(index.get().value() instanceof JsonNumber number)) {
      return Optional.empty();
    }
    long at = Exact.index(number);
    if (at < names.size()) {
      return Optional.of(names.get((int) at));
    }
    index
        .get()
        .report(
            PlateRules.WELL_PLACE,
            finding ->
                finding
                    .message(
                        "\""
                            + field
                            + "\" is "
                            + number
                            + ", but there are "
                            + names.size()
                            + " "
                            + words)
                    .expected("an index from 0 to " + (names.size() - 1))
                    .found(number.toString())
                    .fix("write the index of the name in \"" + words + "\", counted from 0"));
    return Optional.empty();
  }

  private static void compare(Part path, String expected) {
    if (path.isIntact(PlateRules.WELL_PLACE) && !path.text().equals(Optional.of(expected))) {
      path.report(
          PlateRules.WELL_PLACE,
          finding ->
              finding
                  .message("the path is not that of the row and column that the well states")
                  .expected("\"" + expected + "\", the names at its indices")
                  .found(path.value().toString())
                  .fix(
                      "write the row's name, a slash and the column's name, or correct the indices"));
    }
  }
}
