package dev.espalier.model.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.pattern.TextPattern.Verdict;
import org.junit.jupiter.api.Test;

class StepBudgetTest {
  private static final String ENDLESS = "x".repeat(60);

  private final TextMatcher costly = new TextPattern("x*x*x*x*x*x*y").matcher();

  @Test
  void whatATextTakesBeyondItsOwnStepsIsSpent() {
    StepBudget budget = new StepBudget(150_000);
    assertThat(costly.test(ENDLESS, budget)).isEqualTo(Verdict.UNDECIDED);
    assertThat(budget.left()).isEqualTo(51_000);
    assertThat(costly.test(ENDLESS, budget)).isEqualTo(Verdict.UNDECIDED);
    assertThat(budget.isSpent()).isTrue();
  }

  @Test
  void textsOfFewStepsSpendNothingAndAreDecidedWithoutABudget() {
    StepBudget none = new StepBudget(0);
    assertThat(costly.test("xxxy", none)).isEqualTo(Verdict.MATCHES);
    assertThat(costly.test("xxxz", none)).isEqualTo(Verdict.DIFFERS);
    StepBudget some = new StepBudget(10);
    assertThat(costly.test("x".repeat(500) + "y", some)).isEqualTo(Verdict.MATCHES);
    assertThat(some.left()).isEqualTo(10);
  }

  @Test
  void lessThanNothingIsNoBudget() {
    assertThatThrownBy(() -> new StepBudget(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a budget of -1 steps");
  }
}
