package dev.espalier.model.pattern;

/**
 * Steps that the texts of one pass share. Each text has some of its own, as many as a pattern needs
 * that is written well; what it takes beyond them is taken from here. Used by one thread at a time.
 */
public final class StepBudget {
  private long left;

  /** So many steps for all texts together; none at all leaves each with its own. */
  public StepBudget(long steps) {
    if (steps < 0) {
      throw new IllegalArgumentException("a budget of " + steps + " steps");
    }
    this.left = steps;
  }

  /** Whether nothing is left. */
  public boolean isSpent() {
    return left == 0;
  }

  long left() {
    return left;
  }

  /** Takes so many steps, or all that are left. */
  public void spend(long steps) {
    left -= Math.min(left, steps);
  }
}
