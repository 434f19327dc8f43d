package dev.espalier.bench.process;

import dev.espalier.bench.array.ArrayEngine;
import dev.espalier.bench.array.ArrayJobs;
import dev.espalier.bench.array.EspalierEngine;
import dev.espalier.bench.limit.LimitEngine;
import dev.espalier.bench.turn.Fields;
import dev.espalier.bench.turn.Lines;
import dev.espalier.bench.turn.Plan;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One turn of an engine: a process that does the tasks of a plan and prints a line for each.
 *
 * <p>Arguments: the engine, {@code espalier} or {@code limit}, and the file that holds the plan.
 */
public final class ArrayTurn {
  private ArrayTurn() {}

  /** Does it. */
  public static void main(String[] arguments) throws IOException {
    Plan plan = Plan.read(Path.of(arguments[1]));
    Lines lines =
        new Lines(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments[0]);
    try (ArrayEngine engine = engine(arguments[0], plan.threads())) {
      ArrayJobs jobs = new ArrayJobs(engine, plan, elements(plan));
      for (Fields task : plan.tasks()) {
        jobs.run(task, lines);
      }
    }
  }

  private static ArrayEngine engine(String name, int threads) {
    return switch (name) {
      case "espalier" -> new EspalierEngine(threads);
      case "limit" -> new LimitEngine(threads);
      default -> throw new IllegalArgumentException("no engine " + name);
    };
  }

  private static byte[] elements(Plan plan) throws IOException {
    return plan.fields().has("elements")
        ? Files.readAllBytes(Path.of(plan.fields().text("elements")))
        : new byte[0];
  }
}
