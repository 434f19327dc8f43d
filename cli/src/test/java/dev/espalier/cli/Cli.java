package dev.espalier.cli;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Runs commands within the test's process, and keeps what they left behind. */
final class Cli {
  private Cli() {}

  /** What one command left behind. */
  record Outcome(int code, String out, String err) {
    /** The documents of {@code --json}, one a line. */
    List<JsonObject> documents() {
      return out.lines().map(line -> (JsonObject) JsonReader.parse(line)).toList();
    }

    /** The only document. */
    JsonObject document() {
      if (documents().size() != 1) {
        throw new AssertionError("expected one document:\n" + out + err);
      }
      return documents().get(0);
    }
  }

  static Outcome run(Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            Arrays.stream(words).map(Object::toString).toArray(String[]::new),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8));
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** A command that is expected to succeed. */
  static Outcome succeed(Object... words) {
    Outcome outcome = run(words);
    if (outcome.code() != 0) {
      throw new AssertionError(
          Arrays.toString(words) + " ended with " + outcome.code() + ":\n" + outcome.err());
    }
    return outcome;
  }

  /** The repository's root. */
  static Path root() {
    return Path.of(System.getProperty("espalier.root", "..")).toAbsolutePath().normalize();
  }

  /** The sample. */
  static Path sample() {
    return root().resolve("samples/cells.h5");
  }

  /** Converts the sample as the README does. */
  static Path convertedSample(Path directory) {
    Path target = directory.resolve("cells.ome.zarr");
    succeed(
        "convert",
        sample() + "#/acquisition/run1/image",
        target,
        "--as",
        "ngff:image@0.5",
        "--axes",
        "czyx",
        "--voxel-size",
        "element_size_um");
    return target;
  }

  /** The value at a JSON pointer, whose tokens are given. */
  static JsonValue at(JsonValue document, String... tokens) {
    return JsonPointer.of(tokens)
        .find(document)
        .orElseThrow(() -> new AssertionError(Arrays.toString(tokens) + " in " + document));
  }
}
