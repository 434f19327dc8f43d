package dev.espalier.bench.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleTest {
  private static final Rule RULE = new Rule(2, 1.0, 3, 1.0, 5);

  @Test
  void runsAreUnmeasuredUntilBothNumberAndTimeHavePassed() {
    assertThat(RULE.isWarm(1, 9)).isFalse();
    assertThat(RULE.isWarm(2, 0.9)).isFalse();
    assertThat(RULE.isWarm(2, 1.0)).isTrue();
    assertThat(RULE.isWarm(500, 0.9)).isFalse();
  }

  @Test
  void runsAreMeasuredUntilThereAreEnoughOfThem() {
    assertThat(RULE.isEnough(2, 9)).isFalse();
    assertThat(RULE.isEnough(3, 0.9)).isFalse();
    assertThat(RULE.isEnough(3, 1.0)).isTrue();
    assertThat(RULE.isEnough(5, 0)).isTrue();
  }

  @Test
  void whatStandsAroundARunIsDoneEachTime() throws IOException {
    List<String> done = new ArrayList<>();
    List<Double> samples =
        new Sampler(new Rule(1, 0, 2, 0, 9))
            .sample(
                () -> done.add("run"),
                new Sampler.Around() {
                  @Override
                  public void before() {
                    done.add("before");
                  }

                  @Override
                  public void after() {
                    done.add("after");
                  }
                });

    assertThat(samples).hasSize(2);
    assertThat(done)
        .containsExactly(
            "before", "run", "after", "before", "run", "after", "before", "run", "after");
  }

  @Test
  void passesCountByTheMedianOfWhatEachPieceTook() throws IOException {
    List<Double> passes = new ArrayList<>(List.of(0.4, 0.6, 0.3, 0.2));
    List<Double> medians =
        new Sampler(new Rule(1, 1.0, 2, 0, 9))
            .samplePasses(
                () -> {
                  double most = passes.remove(0);
                  return new double[] {most, 0, most / 2};
                });

    // 0.6 and 0.9 seconds in all: two passes are needed until the first one has passed.
    assertThat(medians).containsExactly(0.15, 0.1);
    assertThat(passes).isEmpty();
  }
}
