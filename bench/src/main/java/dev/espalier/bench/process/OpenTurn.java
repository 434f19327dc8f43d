package dev.espalier.bench.process;

import dev.espalier.bench.open.BareOpening;
import dev.espalier.bench.open.EspalierOpening;
import dev.espalier.bench.open.Opening;
import dev.espalier.bench.turn.Fields;
import dev.espalier.bench.turn.Lines;
import dev.espalier.bench.turn.Plan;
import dev.espalier.bench.turn.Sampler;
import dev.espalier.model.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * One turn of opening hierarchies of many nodes: a process that does the tasks of a plan.
 *
 * <p>Arguments: what opens, {@code espalier}, {@code bare} or {@code bare-tree}, and the file that
 * holds the plan.
 */
public final class OpenTurn {
  private OpenTurn() {}

  /** Does it. */
  public static void main(String[] arguments) throws IOException {
    Plan plan = Plan.read(Path.of(arguments[1]));
    List<String> paths = Files.readAllLines(Path.of(plan.fields().text("paths")));
    Lines lines =
        new Lines(new PrintStream(System.out, true, StandardCharsets.UTF_8), arguments[0]);
    for (Fields task : plan.tasks()) {
      try (Opening opening = opening(arguments[0], task.whole("threads"))) {
        Path store = Path.of(task.text("store"));
        int expected = task.whole("nodes");
        List<Double> samples =
            new Sampler(plan.rule())
                .sample(
                    () -> check(open(opening, task.text("job"), store, paths), expected),
                    Sampler.Around.NOTHING);
        lines.print(task, JsonObject.of("samples", Lines.array(samples)));
      }
    }
  }

  private static int open(Opening opening, String job, Path store, List<String> paths)
      throws IOException {
    return switch (job) {
      case "scan" -> opening.scan(store);
      case "known" -> opening.known(store, paths);
      case "consolidated" -> opening.consolidated(store);
      default -> throw new IllegalArgumentException("no job " + job);
    };
  }

  private static void check(int found, int expected) {
    if (found != expected) {
      throw new IllegalStateException(found + " nodes, not " + expected);
    }
  }

  private static Opening opening(String name, int threads) {
    return switch (name) {
      case "espalier" -> new EspalierOpening(threads);
      case "bare" -> new BareOpening(threads, false);
      case "bare-tree" -> new BareOpening(threads, true);
      default -> throw new IllegalArgumentException("nothing opens as " + name);
    };
  }
}
