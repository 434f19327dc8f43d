package dev.espalier.architecture.listed;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** What the listing of public names shows of a class, and what it hides. */
public abstract class Listed extends Generated implements Supplier<List<String>> {
  /** Shown. */
  public static final int LIMIT = 1;

  final int hidden;

  /** Shown. */
  protected Listed(int hidden) {
    this.hidden = hidden;
  }

  /** Shown. */
  public abstract <T> List<T> listOf(T element) throws IOException;

  /** Shown. */
  public enum Nested {
    /** Shown. */
    ONE
  }

  @Override
  public String toString() {
    return "not listed: every object has it";
  }

  static class Hidden {
    public int hidden() {
      return 1;
    }
  }
}
