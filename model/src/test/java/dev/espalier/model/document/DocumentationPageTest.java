package dev.espalier.model.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DocumentationPageTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(#([^)]+)\\)");
  private static final Pattern ANCHOR = Pattern.compile("<a id=\"([^\"]+)\"></a>");

  private final String page = DocumentationPage.of(RiverGauge.SCHEMA);

  /** Where the page is meant to change: copy target/gauge.md over the golden file, and read it. */
  @Test
  void thePageIsTheGoldenOne() throws IOException {
    Files.writeString(Path.of("target", "gauge.md"), page);

    assertThat(page).isEqualTo(golden());
  }

  @Test
  void everyLinkLeadsToAPlaceOfThePage() {
    List<String> anchors = found(ANCHOR);

    assertThat(found(LINK)).isNotEmpty().allSatisfy(link -> assertThat(anchors).contains(link));
    assertThat(anchors).doesNotHaveDuplicates();
  }

  @Test
  void everyRuleHasItsLine() {
    assertThat(RiverGauge.SCHEMA.rules())
        .allSatisfy(
            rule -> assertThat(page).contains("`" + rule.id() + "` | " + rule.level() + " | "));
  }

  @Test
  void everyRowOfATableHasAsManyCellsAsItsHead() {
    int cells = 0;
    for (String line : page.lines().toList()) {
      int bars = line.startsWith("| ") ? line.split("(?<!\\\\)\\|", -1).length : 0;
      if (cells > 0 && bars > 0) {
        assertThat(bars).as(line).isEqualTo(cells);
      }
      cells = bars;
    }
  }

  @Test
  void textsOfADeclarationAreNoMarks() {
    assertThat(Markdown.escape("a|b *c* <d> `e` [f](g) h_i\nj"))
        .isEqualTo("a\\|b \\*c\\* \\<d\\> \\`e\\` \\[f\\](g) h\\_i j");
    assertThat(Markdown.code("a`b")).isEqualTo("`` a`b ``");
  }

  private List<String> found(Pattern pattern) {
    return pattern.matcher(page).results().map(result -> result.group(1)).toList();
  }

  private static String golden() throws IOException {
    try (InputStream in = DocumentationPageTest.class.getResourceAsStream("gauge.md")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
