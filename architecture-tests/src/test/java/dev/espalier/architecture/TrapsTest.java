package dev.espalier.architecture;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of docs/conformance.md that says which test keeps the library out of which trap. */
class TrapsTest {
  private static final String HEADING = "## Traps";
  private static final Pattern ROW = Pattern.compile("\\| (?!trap |---)(.+) \\| (.+) \\|");
  private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

  /** Lower it only together with a trap that is no longer one. */
  private static final int TRAPS_AT_LEAST = 45;

  @Test
  void everyTrapHasATestThatIsThere() throws IOException {
    Map<String, List<String>> sources = testSources();
    List<String> missing = new ArrayList<>();
    int traps = 0;
    for (String line : table()) {
      Matcher row = ROW.matcher(line);
      if (!row.matches()) {
        continue;
      }
      traps++;
      Matcher test = TEST.matcher(row.group(2));
      boolean any = false;
      while (test.find()) {
        any = true;
        if (!isThere(sources, test.group(1), test.group(2))) {
          missing.add(test.group());
        }
      }
      if (!any) {
        missing.add("any test for: " + row.group(1));
      }
    }

    assertThat(missing).as("named in docs/conformance.md").isEmpty();
    assertThat(traps).isGreaterThanOrEqualTo(TRAPS_AT_LEAST);
  }

  private static List<String> table() throws IOException {
    List<String> lines =
        Files.readAllLines(MainClasses.root().resolve("docs").resolve("conformance.md"));
    assertThat(lines).contains(HEADING);
    return lines.subList(lines.indexOf(HEADING) + 1, lines.size()).stream()
        .takeWhile(line -> !line.startsWith("## "))
        .toList();
  }

  /** The texts of all tests; classes in different modules may have the same name. */
  private static Map<String, List<String>> testSources() {
    return SourceTree.below(MainClasses.root()).all().stream()
        .filter(file -> file.toString().endsWith("Test.java"))
        .collect(
            groupingBy(
                file -> file.getFileName().toString().replace(".java", ""),
                mapping(TrapsTest::text, toList())));
  }

  private static boolean isThere(Map<String, List<String>> sources, String type, String method) {
    return sources.getOrDefault(type, List.of()).stream()
        .anyMatch(text -> text.contains(" void " + method + "("));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
