package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs every command of the README, in its order, and holds the output to what the README shows.
 */
@DisabledOnOs(OS.WINDOWS)
class ReadmeTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  @TempDir private Path directory;

  /**
   * A command, and the lines that follow it.
   *
   * @param shown the lines; {@code ...} stands for any number of lines
   */
  private record Step(String command, List<String> shown) {
    Pattern expected() {
      return Pattern.compile(
          shown.stream()
              .map(line -> line.equals("...") ? "(?:.*\n)*" : Pattern.quote(line) + "\n")
              .collect(Collectors.joining()));
    }
  }

  @Test
  void everyCommandDoesWhatIsShown() throws IOException, InterruptedException {
    Files.createSymbolicLink(directory.resolve("samples"), Cli.root().resolve("samples"));
    writeLauncher();
    List<Step> steps = steps(Files.readString(Cli.root().resolve("README.md")));
    assertThat(steps).hasSizeGreaterThanOrEqualTo(7);

    for (Step step : steps) {
      Cli.Outcome outcome = ForkedCli.run(directory, List.of("bash", "-c", step.command()));
      assertThat(outcome.out()).as(step.command()).matches(step.expected());
    }
  }

  @Test
  void theTestCommandStandsInABlockOfItsOwn() throws IOException {
    assertThat(blocks(Files.readString(Cli.root().resolve("README.md")), "sh"))
        .containsExactly("mvn -B verify\n"); // this very build: not run from here
  }

  private void writeLauncher() throws IOException {
    String words =
        ForkedCli.words(List.of()).stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "));
    Path launcher = directory.resolve("espalier");
    Files.writeString(launcher, "#!/usr/bin/env bash\nexec " + words + " \"$@\"\n");
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static List<String> blocks(String text, String language) {
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  private static List<Step> steps(String text) {
    List<Step> steps = new ArrayList<>();
    for (String block : blocks(text, "console")) {
      for (String line : block.lines().toList()) {
        if (line.startsWith("$ ")) {
          steps.add(new Step(line.substring(2), new ArrayList<>()));
        } else {
          steps.get(steps.size() - 1).shown().add(line);
        }
      }
    }
    return steps;
  }
}
