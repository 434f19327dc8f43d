package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of docs/conformance.md that says which arrays of others are not read. */
final class RefusalList {
  private static final Pattern ROW = Pattern.compile("\\| `([^`]+)` \\| `([^|]+)` \\| ([^|]+) \\|");

  /** A row: which arrays, and what the message of their refusal says. */
  record Row(String arrays, String message) {
    boolean isAbout(String array) {
      return array.matches(
          Pattern.quote(arrays).replace("*", "\\E.*\\Q")); // a star stands for any characters
    }
  }

  private final List<Row> rows;
  private final Set<Row> used = new HashSet<>();

  private RefusalList(List<Row> rows) {
    this.rows = rows;
  }

  static RefusalList read() throws IOException {
    Path page = Path.of(System.getProperty("espalier.root", "..")).resolve("docs/conformance.md");
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(page)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(new Row(row.group(1), row.group(2)));
      }
    }
    return new RefusalList(rows);
  }

  /** Whether the page says that an array is refused, and what the refusal says. */
  boolean tells(String array, String message) {
    Optional<Row> row =
        rows.stream().filter(r -> r.isAbout(array) && message.contains(r.message())).findFirst();
    row.ifPresent(used::add);
    return row.isPresent();
  }

  /** Every row of a set has to be about an array that is refused. */
  void assertAllUsed(String set) {
    assertThat(rows.stream().filter(row -> row.arrays().startsWith(set + "/")))
        .as("rows of docs/conformance.md about no array that is refused")
        .allMatch(used::contains);
  }
}
