package dev.espalier.bench.turn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Repeats a piece of work by a {@link Rule} and keeps how long each run took. */
public record Sampler(Rule rule) {
  private static final double NANOS = 1e9;

  /** Something that is measured. */
  public interface Work {
    /** Does it once. */
    void run() throws IOException;
  }

  /** What stands around a run and is not measured. */
  public interface Around {
    /** Nothing. */
    Around NOTHING = new Around() {};

    /** Before each run. */
    default void before() throws IOException {}

    /** After each run. */
    default void after() throws IOException {}
  }

  /** Many short pieces of work, which are timed one by one. */
  public interface Pass {
    /** Does all of them; the seconds that each took. */
    double[] run() throws IOException;
  }

  /** The times of the measured runs, in seconds. */
  public List<Double> sample(Work work, Around around) throws IOException {
    double passed = 0;
    for (int done = 0; !rule.isWarm(done, passed); done++) {
      passed += once(work, around);
    }
    List<Double> samples = new ArrayList<>();
    passed = 0;
    while (!rule.isEnough(samples.size(), passed)) {
      double took = once(work, around);
      samples.add(took);
      passed += took;
    }
    return samples;
  }

  /** The median of each measured pass, in seconds. */
  public List<Double> samplePasses(Pass pass) throws IOException {
    double passed = 0;
    for (int done = 0; !rule.isWarm(done, passed); done++) {
      passed += Arrays.stream(pass.run()).sum();
    }
    List<Double> medians = new ArrayList<>();
    passed = 0;
    while (!rule.isEnough(medians.size(), passed)) {
      double[] times = pass.run();
      passed += Arrays.stream(times).sum();
      Arrays.sort(times);
      medians.add(times[times.length / 2]);
    }
    return medians;
  }

  private static double once(Work work, Around around) throws IOException {
    around.before();
    long start = System.nanoTime();
    work.run();
    double took = (System.nanoTime() - start) / NANOS;
    around.after();
    return took;
  }
}
