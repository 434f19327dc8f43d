package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A volume of 256 MiB in a heap of 64 MiB, and interrupted halfway. */
class LargeVolumeTest {
  private static final List<String> SMALL_HEAP = List.of("-Xmx64m", "-XX:+UseG1GC");
  private static final String[] AS_IMAGE = {"--as", "ngff:image@0.5", "--axes", "zyx"};

  @TempDir private static Path directory;
  private static Path volume = Path.of("");

  @BeforeAll
  static void writeTheVolume() throws IOException {
    volume = directory.resolve("volume.h5");
    LargeVolume.write(volume);
  }

  private static List<String> conversion(Path target, String... more) {
    Object[] words =
        Stream.of(Stream.of("convert", volume, target), Stream.of(AS_IMAGE), Stream.of(more))
            .flatMap(stream -> stream)
            .toArray();
    return ForkedCli.words(SMALL_HEAP, words);
  }

  @Test
  void convertsAndVerifiesInAHeapOfAQuarterOfItsSize() throws IOException, InterruptedException {
    Path target = directory.resolve("volume.ome.zarr");

    Cli.Outcome outcome =
        ForkedCli.run(
            directory, conversion(target, "--voxel-size", "z=1um,y=1um,x=1um", "--verify"));

    assertThat(outcome.out()).contains("verified: ");
    assertThat(outcome.code()).isZero();
    assertThat(Cli.succeed("validate", target).out()).contains("valid");
    String region = "63:64,1000:1001,2040:2043";
    assertThat(
            Cli.at(
                Cli.succeed("dump", "--json", target, "--array", "/0", "--region", region)
                    .document(),
                "values",
                "2"))
        .isEqualTo(JsonValue.of(LargeVolume.element(63, 1000, 2042) & 0xffff));

    List<String> digest = ForkedCli.words(SMALL_HEAP, "digest", volume, target);
    List<String> digests =
        ForkedCli.run(directory, digest)
            .out()
            .lines()
            .filter(line -> line.contains("[64, 1024, 2048]"))
            .map(line -> line.substring(line.lastIndexOf('\t')))
            .toList();
    assertThat(digests).hasSize(2);
    assertThat(digests.get(0)).isEqualTo(digests.get(1));
  }

  @Test
  void leavesNothingBehindWhenInterrupted() throws IOException, InterruptedException {
    Path home = Files.createDirectory(directory.resolve("interrupted"));
    Path target = home.resolve("volume.ome.zarr");
    Path output = directory.resolve("interrupted.txt");
    Process process = ForkedCli.start(directory, output, heedingCtrlC(conversion(target)));
    try {
      waitUntilChunksAreWritten(home, process);

      interrupt(process);

      assertThat(ForkedCli.waitFor(process)).isEqualTo(130);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(Files.readString(output)).contains("espalier: interrupted");
    try (Stream<Path> left = Files.list(home)) {
      assertThat(left).as("what is left behind").isEmpty();
    }
  }

  /**
   * A test that runs in the background ignores Ctrl-C, and what it starts does too; GNU's {@code
   * env} undoes that, where it is there.
   */
  private static List<String> heedingCtrlC(List<String> words)
      throws IOException, InterruptedException {
    List<String> env = List.of("env", "--default-signal=INT");
    List<String> probe = Stream.concat(env.stream(), Stream.of("true")).toList();
    Process probing =
        new ProcessBuilder(probe)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return probing.waitFor() == 0 ? Stream.concat(env.stream(), words.stream()).toList() : words;
  }

  /** Chunks go to a hidden directory beside the target until all of them are there. */
  private static void waitUntilChunksAreWritten(Path home, Process process)
      throws IOException, InterruptedException {
    while (process.isAlive()) {
      try (Stream<Path> files = Files.walk(home)) {
        if (files.filter(Files::isRegularFile).limit(20).count() == 20) {
          return;
        }
      } catch (UncheckedIOException e) {
        // A file was renamed while it was listed; look again.
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the conversion ended before it could be interrupted");
  }

  /** Sends Ctrl-C, unless this process was started so that its children do not get it. */
  private static void interrupt(Process process) throws IOException, InterruptedException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    Assumptions.assumeTrue(Files.exists(status), "SKIPPED: signals are looked up in /proc");
    long ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .findFirst()
            .orElse(0);
    Assumptions.assumeTrue(
        (ignored & 2) == 0, "SKIPPED: this test process ignores SIGINT, and so do its children");
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
  }
}
