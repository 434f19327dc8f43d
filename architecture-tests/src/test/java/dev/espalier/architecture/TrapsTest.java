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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The tables of docs that say which test keeps the library out of which trap, or within a bound.
 */
class TrapsTest {
  private static final Pattern ROW = Pattern.compile("\\| (?!trap |bound |---)(.+) \\| (.+) \\|");
  private static final Pattern TEST = Pattern.compile("`(\\w+)#(\\w+)`");

  /** The numbers are to be lowered only together with a trap that is no longer one. */
  @ParameterizedTest
  @CsvSource({"conformance.md, ## Traps, 45", "hostile-input.md, ## Bounds, 20"})
  void everyRowHasATestThatIsThere(String page, String heading, int least) throws IOException {
    Map<String, List<String>> sources = testSources();
    List<String> missing = new ArrayList<>();
    int traps = 0;
    for (String line : table(page, heading)) {
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

    assertThat(missing).as("named in docs/%s", page).isEmpty();
    assertThat(traps).isGreaterThanOrEqualTo(least);
  }

  private static List<String> table(String page, String heading) throws IOException {
    List<String> lines = Files.readAllLines(MainClasses.root().resolve("docs").resolve(page));
    assertThat(lines).contains(heading);
    return lines.subList(lines.indexOf(heading) + 1, lines.size()).stream()
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
