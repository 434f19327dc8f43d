package dev.espalier.bench.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Runs the tests that the harness has in its own language. */
class HarnessTest {
  @Test
  void theTestsOfTheHarnessPass() throws IOException, InterruptedException {
    Process tests;
    try {
      tests =
          new ProcessBuilder("python3", "-B", "-m", "unittest", "-v", "test_harness")
              .directory(Path.of("harness").toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      abort("SKIPPED: the tests of bench/harness need python3, which is not here");
      return;
    }
    String output = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(tests.waitFor()).as(output).isZero();
    assertThat(output).contains("the_verdict").contains("OK");
  }
}
