package dev.espalier.model.pattern;

/** A text that can be looked at only so often: each step of a matcher looks at a character. */
final class MeteredText implements CharSequence {
  private static final int STEPS_AT_LEAST = 100_000;
  private static final int OWN_STEPS_AT_LEAST = 1_000;
  private static final int STEPS_PER_CHARACTER = 100;

  private final String text;
  private final long shared;
  private long steps;

  private MeteredText(String text, long own, long shared) {
    this.text = text;
    this.shared = shared;
    this.steps = own + shared;
  }

  /** A text that stands alone. */
  static MeteredText alone(String text) {
    return new MeteredText(text, STEPS_AT_LEAST + perCharacter(text), 0);
  }

  /** A text that may take what stands alone could take, as far as the budget has it. */
  static MeteredText sharing(String text, StepBudget budget) {
    return new MeteredText(
        text,
        OWN_STEPS_AT_LEAST + perCharacter(text),
        Math.min(STEPS_AT_LEAST - OWN_STEPS_AT_LEAST, budget.left()));
  }

  private static long perCharacter(String text) {
    return (long) STEPS_PER_CHARACTER * text.length();
  }

  /** How many steps were taken beyond those of the text's own. */
  long taken() {
    return Math.max(0, shared - Math.max(0, steps));
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--steps < 0) {
      throw new Exhausted();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Ends a match that takes too long. */
  static final class Exhausted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Exhausted() {
      super("too many steps", null, false, false);
    }
  }
}
