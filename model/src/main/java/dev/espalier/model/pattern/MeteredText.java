package dev.espalier.model.pattern;

/** A text that can be looked at only so often: each step of a matcher looks at a character. */
final class MeteredText implements CharSequence {
  private static final int STEPS_AT_LEAST = 100_000;
  private static final int STEPS_PER_CHARACTER = 100;

  private final String text;
  private long steps;

  MeteredText(String text) {
    this.text = text;
    this.steps = STEPS_AT_LEAST + (long) STEPS_PER_CHARACTER * text.length();
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
