package dev.espalier.model.match;

import dev.espalier.model.edit.AttributeEdit;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Settles symbols: what most places say holds, and the others are told who says otherwise. Where as
 * many say one thing as another, a place that has the symbol itself is believed before one that has
 * an expression of it, and an array before an attribute.
 */
final class Symbols {
  private static final int MOST_LISTED = 2;

  private Symbols() {}

  /** Settles all symbols of a scope that is complete. */
  static void settle(Frame frame) {
    frame.waiting().forEach(order -> order.decide(frame));
    frame.scope().values().forEach(symbol -> settle(symbol, frame.run()));
  }

  /** Settles one symbol. */
  static void settle(Symbol symbol, Run run) {
    List<Symbol.Use> uses = symbol.uses();
    if (uses.isEmpty()) {
      return;
    }
    long first = uses.get(0).value();
    if (uses.size() == 1 || uses.stream().allMatch(use -> use.value() == first)) {
      symbol.settle(first, true);
      return;
    }
    Map<Long, List<Symbol.Use>> byValue = byValue(symbol, use -> true);
    long agreed = Majority.of(byValue);
    symbol.settle(agreed, false);
    List<Symbol.Use> right = byValue.getOrDefault(agreed, List.of());
    byValue.forEach(
        (value, wrong) -> {
          if (value != agreed) {
            run.report(conflict(symbol.name(), right, wrong));
          }
        });
  }

  /** What most of some uses say, of a symbol that is perhaps not settled yet. */
  static OptionalLong leaning(Symbol symbol, Predicate<Symbol.Use> counts) {
    if (symbol.value().isPresent()) {
      return symbol.value();
    }
    Map<Long, List<Symbol.Use>> byValue = byValue(symbol, counts);
    return byValue.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Majority.of(byValue));
  }

  /** Who says what, those that are believed first before the others. */
  private static Map<Long, List<Symbol.Use>> byValue(Symbol symbol, Predicate<Symbol.Use> counts) {
    return symbol.uses().stream()
        .filter(counts)
        .sorted(Comparator.comparingInt(use -> doubt(symbol.name(), use)))
        .collect(Collectors.groupingBy(Symbol.Use::value, LinkedHashMap::new, Collectors.toList()));
  }

  private static int doubt(String symbol, Symbol.Use use) {
    return (use.isPlain(symbol) ? 0 : 2) + (use.isAttribute() ? 1 : 0);
  }

  private static Finding conflict(String symbol, List<Symbol.Use> right, List<Symbol.Use> wrong) {
    Symbol.Use blamed = wrong.get(0);
    Symbol.Use witness = right.get(0);
    return Finding.builder()
        .rule(blamed.rule())
        .node(blamed.frame().path())
        .pointer(blamed.pointer())
        .message(symbol + ": " + listed(symbol, right) + ", " + listed(symbol, wrong))
        .expected(expected(symbol, blamed, witness))
        .found(blamed.words() + " = " + blamed.found())
        .fix(fix(symbol, blamed, witness))
        .addAllEdits(mending(symbol, blamed, witness).toList())
        .build();
  }

  private static String expected(String symbol, Symbol.Use blamed, Symbol.Use witness) {
    OptionalLong wanted = blamed.wanted(symbol, witness.value());
    String right =
        wanted.isPresent() && !blamed.isPlain(symbol)
            ? wanted.getAsLong() + " (" + blamed.expression() + " with " + symbol + " = "
            : "(";
    String number = blamed.isPlain(symbol) ? symbol + " = " : blamed.words() + " = " + right;
    return number
        + witness.value()
        + (blamed.isPlain(symbol) ? "" : ")")
        + ", as "
        + witness.frame().path()
        + " has it";
  }

  private static String fix(String symbol, Symbol.Use blamed, Symbol.Use witness) {
    OptionalLong wanted = blamed.wanted(symbol, witness.value());
    String number = wanted.isPresent() ? Long.toString(wanted.getAsLong()) : symbol;
    String mend =
        blamed.spot().naming()
            ? "name a dimension of that extent"
            : blamed.isAttribute()
                ? "write " + number
                : "write "
                    + blamed.frame().path()
                    + " again with "
                    + blamed.words()
                    + " = "
                    + number;
    return mend + ", or correct what says " + symbol + " = " + witness.value();
  }

  /** An attribute that repeats an extent can be corrected; elements cannot. */
  private static Stream<Edit> mending(String symbol, Symbol.Use blamed, Symbol.Use witness) {
    boolean isNumber = blamed.rule().id().equals(CoreRules.ATTRIBUTE_EXTENT.id());
    return isNumber && blamed.expression().toString().equals(symbol)
        ? AttributeEdit.insideAttributes(blamed.pointer()).stream()
            .map(
                place ->
                    new SetAttribute(blamed.frame().path(), place, JsonValue.of(witness.value())))
        : Stream.empty();
  }

  private static String listed(String symbol, List<Symbol.Use> uses) {
    String shown =
        uses.stream()
            .limit(uses.size() == MOST_LISTED + 1 ? uses.size() : MOST_LISTED)
            .map(use -> use.spelled(symbol))
            .collect(Collectors.joining(", "));
    int more = uses.size() - MOST_LISTED;
    return more > 1 ? shown + " and " + more + " more" : shown;
  }
}
