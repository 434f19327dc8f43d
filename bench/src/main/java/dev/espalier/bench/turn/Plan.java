package dev.espalier.bench.turn;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What one process is to do: {@code bench/harness} writes it, and every engine reads it, in
 * whatever language it is written.
 *
 * @param rule how often each task is repeated
 * @param threads how many threads an engine may use
 * @param fields all members of the plan
 */
public record Plan(Rule rule, int threads, Fields fields) {
  /** Reads a plan. */
  public static Plan read(Path file) throws IOException {
    Fields fields = new Fields((JsonObject) JsonReader.parse(Files.readAllBytes(file)));
    return new Plan(Rule.of(fields.fields("rule")), fields.whole("threads"), fields);
  }

  /** What is to be done, one after the other. */
  public List<Fields> tasks() {
    return fields.list("tasks");
  }
}
