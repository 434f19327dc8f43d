package dev.espalier.zarr.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whenever a writer is killed, who opens what it wrote sees the hierarchy of before, nothing where
 * nothing was, or the new one, each of them whole; and the next one writes as if nothing had been.
 *
 * <p>Each kind is killed as often as {@code -Despalier.kills} says, 25 times unless it is given.
 */
class KilledWriterTest {
  private static final int KILLS = Integer.getInteger("espalier.kills", 25);
  private static final int LONGEST_DELAY_MICROS = 60_000;
  private static final int FIRST = 1;

  @TempDir private Path directory;
  @TempDir private Path logs;

  @ParameterizedTest
  @ValueSource(strings = {"h%d.zarr", "h%d.zarr.zip"})
  void whatIsCreatedIsWholeOrNotThere(String name) throws Exception {
    Random random = new Random(name.hashCode());
    int absent = 0;
    for (int kill = 0, number = FIRST; kill < KILLS; kill++) {
      int last = writeUntilKilled(name, number, WritePolicy.FAIL, random);
      for (; number < last; number++) {
        assertFound(name, number, number);
      }
      Location place = KilledWriter.place(directory, name, last);
      Optional<Generation> found = Generation.at(place);
      if (found.isEmpty()) {
        absent++;
        new Generation(last).write(place, WritePolicy.FAIL);
      }
      assertFound(name, last, last);
      number = last + 1;
    }
    assertThat(absent).as("kills that came before the hierarchy").isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"h.zarr", "h.zarr.zip"})
  void whatIsReplacedIsTheOldOrTheNew(String name) throws Exception {
    Random random = new Random(name.hashCode());
    int number = FIRST;
    new Generation(number).write(KilledWriter.place(directory, name, number), WritePolicy.FAIL);
    int old = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int last = writeUntilKilled(name, number + 1, WritePolicy.REPLACE, random);
      Location place = KilledWriter.place(directory, name, last);
      int found = Generation.at(place).orElseThrow().number();
      assertThat(found).isBetween(last - 1, last);
      old += last - found;
      number = last + 1;
      new Generation(number).write(place, WritePolicy.REPLACE);
      assertFound(name, number, number);
      assertThat(waiting()).isEmpty();
    }
    assertThat(old).as("kills that came before the new one").isPositive();
  }

  /** What is merged next takes up what was left, and so does what replaces all of it. */
  @Test
  void whatIsMergedIntoAnotherIsThereAsAWholeOrNotAtAll() throws Exception {
    String name = "m.zarr";
    Random random = new Random(name.hashCode());
    int number = FIRST;
    Location place = KilledWriter.place(directory, name, number);
    int old = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int first = number;
      new Generation(first).write(place, WritePolicy.REPLACE);
      int last = writeUntilKilled(name, first + 1, WritePolicy.MERGE, random);
      if (kill % 2 == 0) {
        Generation found = Generation.at(place).orElseThrow();
        assertThat(found).isIn(new Generation(last - 1, first), new Generation(last, first));
        old += last - found.number();
        assertThat(waiting()).isEmpty();
      } // else it is the next merge that finds what was left
      new Generation(last).merge(place);
      assertThat(Generation.at(place)).contains(new Generation(last, first));
      assertThat(waiting()).isEmpty();
      number = last + 1;
    }
    assertThat(old).as("kills that came before the new one").isPositive();
  }

  /** Runs a writer for a while; the number that it had begun last. */
  private int writeUntilKilled(String name, int first, WritePolicy policy, Random random)
      throws IOException, InterruptedException {
    Path begun = Files.createTempFile(logs, "begun", ".txt");
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledWriter.class.getName(),
                directory.toString(),
                name,
                Integer.toString(first),
                policy.name())
            .redirectErrorStream(true)
            .redirectOutput(begun.toFile())
            .start();
    try {
      while (Files.size(begun) == 0 && writer.isAlive()) {
        Thread.sleep(1);
      }
      int micros = random.nextInt(LONGEST_DELAY_MICROS);
      Thread.sleep(micros / 1_000, micros % 1_000 * 1_000);
    } finally {
      writer.destroyForcibly().waitFor();
    }
    List<String> lines = Files.readAllLines(begun);
    assertThat(lines).as("what the writer says").allMatch(line -> line.matches("[0-9]+"));
    return Integer.parseInt(lines.get(lines.size() - 1));
  }

  private void assertFound(String name, int number, int expected) {
    Optional<Generation> found = Generation.at(KilledWriter.place(directory, name, number));
    assertThat(found).contains(new Generation(expected));
  }

  /** What waits under a hidden name to be put in its place. */
  private List<Path> waiting() throws IOException {
    try (Stream<Path> children = Files.list(directory)) {
      return children
          .filter(child -> child.toString().matches(".*espalier-(old|changes|gone)"))
          .toList();
    }
  }
}
