package dev.espalier.model.schema.array;

import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * What the extent of a dimension has to be: a number, any, or a linear expression of symbols that
 * arrays share, such as {@code rows+1} or {@code ceil(y/2)}.
 */
public sealed interface Extent permits Extent.Fixed, Extent.Anything, Extent.Rest, LinearExtent {
  /** The symbols in it, in order. */
  default Set<String> symbols() {
    return Set.of();
  }

  /**
   * The extent that follows from the symbols, where all of them are known and it is no overflow.
   */
  OptionalLong evaluate(Function<String, OptionalLong> symbols);

  /** The expression in the form that {@link #parse} reads. */
  @Override
  String toString();

  /**
   * Reads an expression: {@code 3}, {@code *} (any), {@code ...} (any number of dimensions), {@code
   * time}, {@code rows+1}, {@code 2*n-1}, {@code ceil(y/2)}, {@code floor((y+1)/2)}.
   *
   * @throws IllegalArgumentException if it is none; the message shows where
   */
  static Extent parse(String text) {
    return new ExtentParser(text).parse();
  }

  /** Any extent. */
  static Extent any() {
    return new Anything();
  }

  /** Any number of dimensions of any extents. */
  static Extent rest() {
    return new Rest();
  }

  /** One extent. */
  static Extent fixed(long value) {
    return new Fixed(value);
  }

  /** A symbol that stands for the same extent wherever it is in scope. */
  static LinearExtent symbol(String name) {
    return new LinearExtent(
        List.of(new LinearExtent.Term(1, name)), 0, 1, LinearExtent.Rounding.EXACT);
  }

  /**
   * A number.
   *
   * @param value the extent, at least 0
   */
  record Fixed(long value) implements Extent {
    /** Checks the number. */
    public Fixed {
      if (value < 0) {
        throw new IllegalArgumentException("an extent of " + value + "; expected at least 0");
      }
    }

    @Override
    public OptionalLong evaluate(Function<String, OptionalLong> symbols) {
      return OptionalLong.of(value);
    }

    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  /** Any extent. */
  record Anything() implements Extent {
    @Override
    public OptionalLong evaluate(Function<String, OptionalLong> symbols) {
      return OptionalLong.empty();
    }

    @Override
    public String toString() {
      return "*";
    }
  }

  /** Any number of dimensions, none included. */
  record Rest() implements Extent {
    @Override
    public OptionalLong evaluate(Function<String, OptionalLong> symbols) {
      return OptionalLong.empty();
    }

    @Override
    public String toString() {
      return "...";
    }
  }
}
