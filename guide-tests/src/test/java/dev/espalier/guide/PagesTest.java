package dev.espalier.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every block of the README and of every guide does what the page says. */
@DisabledOnOs(OS.WINDOWS)
class PagesTest {
  private static final String GUIDE = "docs/guide/declare-a-convention.md";

  @TempDir private Path directory;

  static List<String> pages() throws IOException {
    try (Stream<Path> guides = Files.list(Workbench.root().resolve("docs/guide"))) {
      return Stream.concat(Stream.of("README.md"), guides.map(g -> "docs/guide/" + g.getFileName()))
          .sorted()
          .toList();
    }
  }

  static List<Block> blocks(String page) throws IOException {
    return Block.of(page, Files.readString(Workbench.root().resolve(page)));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockDoesWhatThePageSays(String page) throws IOException, InterruptedException {
    String imports =
        Stream.of(GUIDE, page)
            .distinct()
            .flatMap(each -> importsOf(each).stream())
            .collect(Collectors.joining());

    new PageRun(blocks(page), imports, directory.resolve("reader")).run();
  }

  private static List<String> importsOf(String page) {
    try {
      return blocks(page).stream()
          .filter(block -> block.isJava("imports"))
          .map(Block::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void theReadmeBeginsWithACommandThatWorksAtOnce() throws IOException {
    assertThat(blocks("README.md").get(0).text())
        .startsWith("$ ./espalier convert samples/cells.h5");
  }

  @Test
  void commandsThatAreNotRunFromHereAreRunForEveryCommit() throws IOException {
    String machine = Files.readString(Workbench.root().resolve(".ci/run"));
    for (String page : pages()) {
      for (Block block : blocks(page)) {
        if (block.language().equals("sh")) {
          assertThat(machine).as(block.place()).contains(block.text().strip());
        }
      }
    }
  }

  @Test
  void versionsAreThoseOfThisBuild() throws IOException {
    String build = Files.readString(Workbench.root().resolve("pom.xml"));
    Pattern version = Pattern.compile("version>[^<]+<|dev.espalier:[a-z0-9-]+:[^\"]+\"");
    for (String page : pages()) {
      for (Block block : blocks(page)) {
        if (block.language().equals("xml") || block.language().equals("kotlin")) {
          assertThat(version.matcher(block.text()).results().map(MatchResult::group))
              .as(block.place())
              .allMatch(
                  found ->
                      build.contains("version>" + found.replaceAll("^.*[:>]|[<\"]$", "") + "<"));
        }
      }
    }
  }

  @Test
  void setUpIsThatOfThisBuild() throws IOException {
    String build = plain(Files.readString(Workbench.root().resolve("guide-tests/pom.xml")));
    int entries = 0;
    for (String page : pages()) {
      for (Block block : blocks(page)) {
        if (block.language().equals("xml")) {
          for (String entry : entries(block.text())) {
            assertThat(build).as(block.place()).contains(plain(entry));
            entries++;
          }
        } else if (block.language().equals("kotlin")) {
          assertThat(block.text().lines().filter(line -> line.contains("dev.espalier:")))
              .as(block.place())
              .isNotEmpty()
              .allMatch(line -> line.matches(".*\"dev.espalier:espalier-[a-z0-9-]+:[^\"]+\"\\)"));
        }
      }
    }
    assertThat(entries).isGreaterThanOrEqualTo(2);
  }

  /** The dependencies and the processors that a block of XML names. */
  private static List<String> entries(String xml) {
    return Pattern.compile("(?s)<(dependency|path)>.*?</\\1>")
        .matcher(xml)
        .results()
        .map(MatchResult::group)
        .toList();
  }

  /** Without indentation and versions, which a build of several modules keeps elsewhere. */
  private static String plain(String xml) {
    return xml.replaceAll("\\s+", "").replaceAll("<version>.*?</version>", "");
  }
}
