package dev.espalier.model.schema.array;

import dev.espalier.model.schema.array.LinearExtent.Rounding;
import dev.espalier.model.schema.array.LinearExtent.Term;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the text form of extents. */
final class ExtentParser {
  private static final int LONGEST = 200;
  private static final int MOST_DIGITS = 19;

  private final String text;
  private int at;
  private final Map<String, Long> factors = new LinkedHashMap<>();
  private long constant;

  ExtentParser(String text) {
    this.text = text;
  }

  static boolean isSymbol(String name) {
    if (name.isEmpty() || !isStart(name.charAt(0))) {
      return false;
    }
    return name.chars().allMatch(c -> isStart((char) c) || Character.isDigit(c) || c == '.');
  }

  private static boolean isStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  Extent parse() {
    if (text.length() > LONGEST) {
      throw wrong("at most " + LONGEST + " characters");
    }
    if (text.equals("*")) {
      return Extent.any();
    }
    if (text.equals("...")) {
      return Extent.rest();
    }
    try {
      return expression();
    } catch (ArithmeticException e) {
      throw wrong("numbers that fit 63 bits");
    }
  }

  private Extent expression() {
    Rounding rounding = Rounding.EXACT;
    long divisor = 1;
    if (take("ceil(")) {
      rounding = Rounding.CEILING;
    } else if (take("floor(")) {
      rounding = Rounding.FLOOR;
    }
    if (rounding == Rounding.EXACT) {
      sum();
    } else {
      boolean nested = take("(");
      sum();
      if (nested) {
        need(")");
      }
      need("/");
      divisor = number();
      need(")");
    }
    skipSpace();
    if (at < text.length()) {
      throw wrong("an operator or the end");
    }
    return assemble(divisor, rounding);
  }

  private Extent assemble(long divisor, Rounding rounding) {
    List<Term> terms = new ArrayList<>();
    factors.forEach(
        (symbol, factor) -> {
          if (factor != 0) {
            terms.add(new Term(factor, symbol));
          }
        });
    if (terms.isEmpty()) {
      if (divisor != 1 || !factors.isEmpty() || constant < 0) {
        throw wrong("a symbol, or a number of at least 0");
      }
      return Extent.fixed(constant);
    }
    if (rounding != Rounding.EXACT && divisor < 2) {
      throw wrong("a divisor of at least 2");
    }
    return new LinearExtent(terms, constant, divisor, rounding);
  }

  private void sum() {
    long sign = take("-") ? -1 : 1;
    term(sign);
    while (true) {
      if (take("+")) {
        term(1);
      } else if (take("-")) {
        term(-1);
      } else {
        return;
      }
    }
  }

  private void term(long sign) {
    skipSpace();
    if (at < text.length() && Character.isDigit(text.charAt(at))) {
      long number = Math.multiplyExact(sign, number());
      if (take("*")) {
        factors.merge(symbol(), number, Math::addExact);
      } else {
        constant = Math.addExact(constant, number);
      }
    } else {
      factors.merge(symbol(), sign, Math::addExact);
    }
  }

  private String symbol() {
    skipSpace();
    int start = at;
    while (at < text.length() && isSymbol(text.substring(start, at + 1))) {
      at++;
    }
    if (at == start) {
      throw wrong("a symbol or a number");
    }
    return text.substring(start, at);
  }

  private long number() {
    skipSpace();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start || at - start > MOST_DIGITS) {
      throw wrong("a number");
    }
    return new BigInteger(text.substring(start, at)).longValueExact();
  }

  private boolean take(String token) {
    skipSpace();
    boolean there = text.startsWith(token, at);
    at += there ? token.length() : 0;
    return there;
  }

  private void need(String token) {
    if (!take(token)) {
      throw wrong("\"" + token + "\"");
    }
  }

  private void skipSpace() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
  }

  private IllegalArgumentException wrong(String expected) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text;
    return new IllegalArgumentException(
        "extent \""
            + shown
            + "\": expected "
            + expected
            + " at character "
            + (at + 1)
            + "; write a number, a symbol, rows+1, 2*n, ceil(y/2), * or ...");
  }
}
