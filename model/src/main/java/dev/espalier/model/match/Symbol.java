package dev.espalier.model.match;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.schema.array.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** A symbol in one scope: everywhere it is used, and the value that comes out. */
final class Symbol {
  private final String name;
  private final List<Use> uses = new ArrayList<>();
  private OptionalLong value = OptionalLong.empty();
  private boolean disputed;

  Symbol(String name) {
    this.name = name;
  }

  /**
   * A place that says what the symbol is.
   *
   * @param spot the place
   * @param found the number that is there
   * @param expression the expression that it is the value of, as declared
   * @param value what the symbol is, by that
   * @param rule broken if others say otherwise
   */
  record Use(Spot spot, long found, Extent expression, long value, Rule rule) {
    Frame frame() {
      return spot.frame();
    }

    JsonPointer pointer() {
      return spot.pointer();
    }

    String words() {
      return spot.words();
    }

    /** Whether the place says the symbol itself, not an expression of it. */
    boolean isPlain(String symbol) {
      return expression.toString().equals(symbol);
    }

    boolean isAttribute() {
      return spot.place() != null;
    }

    /** The number that would be there if the symbol had a value, where one would. */
    OptionalLong wanted(String symbol, long agreed) {
      return expression.evaluate(
          name -> name.equals(symbol) ? OptionalLong.of(agreed) : OptionalLong.empty());
    }

    /** Such as {@code /signal axis 0 = 3000}, or {@code /indptr axis 0 = 5, which is rows+1}. */
    String spelled(String symbol) {
      String place = frame().path() + " " + words() + " = " + found;
      return isPlain(symbol)
          ? place
          : place + " (" + expression + ", so " + symbol + " = " + value + ")";
    }
  }

  String name() {
    return name;
  }

  List<Use> uses() {
    return uses;
  }

  OptionalLong value() {
    return value;
  }

  /** Whether places say different things: the value is then what most of them say. */
  boolean isDisputed() {
    return disputed;
  }

  void settle(long agreed, boolean unanimously) {
    value = OptionalLong.of(agreed);
    disputed = !unanimously;
  }
}
