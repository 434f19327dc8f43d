package dev.espalier.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Test data that others made. It lies outside the repository: where the system property {@code
 * espalier.shared} or the variable {@code ESPALIER_SHARED} says, else in {@code ../shared/data}.
 */
public final class SharedData {
  private SharedData() {}

  /** A file or folder of the data; where it is absent, the test is skipped and says so aloud. */
  public static Path require(String relative) {
    Path path = root().resolve(relative).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      String message = "SKIPPED: test data " + relative + " is absent, looked at " + path;
      System.err.println(message);
      Assumptions.abort(message);
    }
    return path;
  }

  private static Path root() {
    String fallback = System.getenv().getOrDefault("ESPALIER_SHARED", "../shared/data");
    return Path.of(System.getProperty("espalier.shared", fallback));
  }
}
