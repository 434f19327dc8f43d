package dev.espalier.bench.turn;

import dev.espalier.json.JsonWriter;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.io.PrintStream;
import java.util.List;

/** Prints what was measured, a line of JSON for each task. */
public final class Lines {
  private final PrintStream out;
  private final String engine;

  /** Prints to a stream what an engine did. */
  public Lines(PrintStream out, String engine) {
    this.out = out;
    this.engine = engine;
  }

  /** Prints the samples of a task, which is named as the plan names it. */
  public void print(Fields task, List<Double> samples) {
    print(task, JsonObject.of("samples", array(samples)));
  }

  /** Prints members of a task, which is named as the plan names it. */
  public void print(Fields task, JsonObject members) {
    out.println(
        JsonWriter.compact(
            JsonObject.builder()
                .put("engine", engine)
                .put("label", task.text("label"))
                .putAll(members)
                .put("runtime", Runtime.version().toString())
                .build()));
  }

  /** Numbers as JSON. */
  public static JsonArray array(List<Double> samples) {
    return new JsonArray(
        samples.stream().<JsonValue>map(s -> new JsonNumber(Double.toString(s))).toList());
  }
}
