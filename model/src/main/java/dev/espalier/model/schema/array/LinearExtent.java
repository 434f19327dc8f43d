package dev.espalier.model.schema.array;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/**
 * A linear expression of symbols: a sum of multiples and a number, divided and rounded.
 *
 * @param terms the multiples, at least one, no symbol twice
 * @param constant the number that is added
 * @param divisor what the sum is divided by, at least 1
 * @param rounding how the quotient becomes an integer; {@link Rounding#EXACT} where nothing is
 *     divided
 */
public record LinearExtent(List<Term> terms, long constant, long divisor, Rounding rounding)
    implements Extent {
  /** Checks the parts. */
  public LinearExtent {
    terms = List.copyOf(terms);
    if (terms.isEmpty() || terms.stream().map(Term::symbol).distinct().count() != terms.size()) {
      throw new IllegalArgumentException("a linear extent has distinct symbols, at least one");
    }
    if (divisor < 1 || (divisor > 1) == (rounding == Rounding.EXACT)) {
      throw new IllegalArgumentException(
          "an extent divided by " + divisor + " and rounded " + rounding + " makes no sense");
    }
  }

  /**
   * A multiple of a symbol.
   *
   * @param factor the factor, not 0
   * @param symbol the name of the symbol
   */
  public record Term(long factor, String symbol) {
    /** Checks the factor and the name. */
    public Term {
      if (factor == 0 || !ExtentParser.isSymbol(symbol)) {
        throw new IllegalArgumentException(factor + "*" + symbol + " is no multiple of a symbol");
      }
    }
  }

  /** How a quotient becomes an integer. */
  public enum Rounding {
    /** There is none. */
    EXACT,
    /** Up. */
    CEILING,
    /** Down. */
    FLOOR
  }

  /** The symbol, if this is nothing but one. */
  public Optional<String> asSymbol() {
    return terms.size() == 1 && terms.get(0).factor() == 1 && constant == 0 && divisor == 1
        ? Optional.of(terms.get(0).symbol())
        : Optional.empty();
  }

  @Override
  public Set<String> symbols() {
    Set<String> names = new LinkedHashSet<>();
    terms.forEach(term -> names.add(term.symbol()));
    return names;
  }

  @Override
  public OptionalLong evaluate(Function<String, OptionalLong> symbols) {
    try {
      long sum = constant;
      for (Term term : terms) {
        OptionalLong value = symbols.apply(term.symbol());
        if (value.isEmpty()) {
          return value;
        }
        sum = Math.addExact(sum, Math.multiplyExact(term.factor(), value.getAsLong()));
      }
      return OptionalLong.of(
          rounding == Rounding.CEILING
              ? -Math.floorDiv(-sum, divisor)
              : Math.floorDiv(sum, divisor));
    } catch (ArithmeticException e) {
      // An extent that does not fit 63 bits is no extent.
      return OptionalLong.empty();
    }
  }

  /** Whether an extent determines the symbol: there is one, and nothing is rounded. */
  public boolean isSolvable() {
    return terms.size() == 1 && rounding == Rounding.EXACT;
  }

  /** The value of the only symbol that gives an extent, if there is one. */
  public OptionalLong solve(long extent) {
    if (!isSolvable()) {
      return OptionalLong.empty();
    }
    try {
      long multiple = Math.subtractExact(extent, constant);
      long factor = terms.get(0).factor();
      return multiple % factor == 0 && multiple / factor >= 0
          ? OptionalLong.of(multiple / factor)
          : OptionalLong.empty();
    } catch (ArithmeticException e) {
      return OptionalLong.empty();
    }
  }

  @Override
  public String toString() {
    StringBuilder sum = new StringBuilder();
    for (Term term : terms) {
      String factor =
          switch ((int) Math.max(-2, Math.min(2, term.factor()))) {
            case 1 -> "";
            case -1 -> "-";
            default -> term.factor() + "*";
          };
      sum.append(sum.isEmpty() || term.factor() < 0 ? "" : "+").append(factor);
      sum.append(term.symbol());
    }
    if (constant != 0) {
      sum.append(constant > 0 ? "+" : "").append(constant);
    }
    if (divisor == 1) {
      return sum.toString();
    }
    boolean plain = terms.size() == 1 && constant == 0;
    String dividend = plain ? sum.toString() : "(" + sum + ")";
    return (rounding == Rounding.CEILING ? "ceil(" : "floor(") + dividend + "/" + divisor + ")";
  }
}
