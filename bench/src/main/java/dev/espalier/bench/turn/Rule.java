package dev.espalier.bench.turn;

/**
 * How often something is repeated, the same for every engine: first unmeasured until both a number
 * of runs and some time have passed, then measured until both have, or a most of runs. What is
 * compiled while it runs takes time, not runs, so that there is no most before.
 *
 * @param warmupRuns the fewest unmeasured runs
 * @param warmupSeconds how long at least they go on
 * @param runs the fewest measured runs
 * @param seconds how long at least they go on
 * @param mostRuns the most measured runs, unless the fewest are more
 */
public record Rule(int warmupRuns, double warmupSeconds, int runs, double seconds, int mostRuns) {
  static Rule of(Fields fields) {
    return new Rule(
        fields.whole("warmup_runs"),
        fields.number("warmup_seconds"),
        fields.whole("runs"),
        fields.number("seconds"),
        fields.whole("most_runs"));
  }

  boolean isWarm(int done, double seconds) {
    return done >= warmupRuns && seconds >= warmupSeconds;
  }

  boolean isEnough(int done, double passed) {
    return done >= runs && (passed >= seconds || done >= mostRuns);
  }
}
