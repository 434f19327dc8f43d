package dev.espalier.bench.validate;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A plate of 20,000 nodes in memory: validated, and merely walked over. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 10, time = 1)
@Fork(2)
public class ValidateBenchmark {
  private final NodeSpec plate = PlateTree.build();
  private final Matcher matcher = Matcher.of(PlateSchema.build());

  /** Every node, and every value of every attribute, is looked at. */
  @Benchmark
  public long walk() {
    return BareWalk.over(plate);
  }

  /** The whole schema is checked; there is nothing to be found. */
  @Benchmark
  public List<Finding> validate() {
    return matcher.match(plate, NodePath.root()).findings();
  }
}
