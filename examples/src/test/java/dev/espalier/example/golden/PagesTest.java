package dev.espalier.example.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds the pages about errors to what is found; {@code -Despalier.updateGolden=true} writes them.
 */
class PagesTest {
  private static final Path DOCS =
      Path.of(System.getProperty("espalier.root", "..")).resolve("docs");
  private static final Pattern BLOCK =
      Pattern.compile("<!-- golden: (\\S+) -->\\n\\n```text\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyRuleIsListedWithAnExample() throws IOException {
    hold(DOCS.resolve("reference/rules.md"), RulesPage.of(GoldenCase.all()));
  }

  @Test
  void thePageOfErrorsShowsWhatIsFound() throws IOException {
    Path page = DOCS.resolve("errors.md");
    String text = Files.readString(page);
    List<String> shown = BLOCK.matcher(text).results().map(block -> block.group(1)).toList();
    assertThat(shown).hasSize(10);
    hold(
        page,
        BLOCK.matcher(text).replaceAll(block -> Matcher.quoteReplacement(shown(block.group(1)))));
  }

  private static String shown(String name) {
    GoldenCase golden = GoldenCase.read(GoldenCase.folder().resolve(name + ".txt"));
    StringBuilder block = new StringBuilder("<!-- golden: " + name + " -->\n\n```text\n");
    golden.changes().forEach(change -> block.append("$ ").append(change).append('\n'));
    return block.append('\n').append(golden.findings()).append("```").toString();
  }

  private static void hold(Path page, String expected) throws IOException {
    if (Boolean.getBoolean("espalier.updateGolden")) {
      Files.writeString(page, expected);
    }
    assertThat(Files.readString(page)).isEqualTo(expected);
  }
}
