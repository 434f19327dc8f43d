package dev.espalier.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked example stays as short as it is promised, and is the one that is compiled here. */
class LineBudgetTest {
  private static Block named(String name) throws IOException {
    return PagesTest.blocks("docs/guide/declare-a-convention.md").stream()
        .filter(block -> block.language().equals("java") && block.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no block java " + name));
  }

  private static List<Block> programs() throws IOException {
    return PagesTest.blocks("docs/guide/declare-a-convention.md").stream()
        .filter(block -> block.isJava("run"))
        .toList();
  }

  @Test
  void theDeclarationHasAtMost60LinesAndTheOlderVersionWithItsMigration30() throws IOException {
    assertThat(named("Mooring.java").text().lines().count()).isBetween(40L, 60L);
    assertThat(named("Mooring1.java").text().lines().count()).isBetween(15L, 30L);
  }

  @Test
  void buildingAndWritingReadingAndValidatingHaveAtMost15LinesEach() throws IOException {
    assertThat(programs().subList(0, 3))
        .extracting(block -> (int) block.text().lines().count())
        .allSatisfy(lines -> assertThat(lines).isBetween(3, 15));
    assertThat(programs().get(0).text()).contains("MooringConvention.builder()", ".apply(");
    assertThat(programs().get(1).text()).contains(".open(", ".orThrow()");
    assertThat(programs().get(2).text()).contains(".validate(");
  }

  @Test
  void noLineIsLongerThan100Characters() throws IOException {
    for (Block block : PagesTest.blocks("docs/guide/declare-a-convention.md")) {
      if (block.language().equals("java")) {
        assertThat(block.text().lines()).as(block.place()).allMatch(line -> line.length() <= 100);
      }
    }
  }

  /** The sources here are held to the format; those of the page are the same. */
  @Test
  void theGuidePrintsTheSourcesOfThisModule() throws IOException {
    for (String name : List.of("Mooring.java", "Mooring1.java")) {
      String source =
          Files.readString(Workbench.root().resolve("guide-tests/src/main/java/coast/" + name));
      assertThat(named(name).text()).isEqualTo(source.substring(source.indexOf("/**")));
    }
  }
}
