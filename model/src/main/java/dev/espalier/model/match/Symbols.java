package dev.espalier.model.match;

import dev.espalier.model.edit.AttributeEdit;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settles symbols: what most places say holds, and the others are told who says otherwise. */
final class Symbols {
  private static final int MOST_LISTED = 4;

  private Symbols() {}

  /** Settles all symbols of a scope that is complete. */
  static void settle(Frame frame) {
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
      symbol.settle(first);
      return;
    }
    Map<Long, List<Symbol.Use>> byValue =
        uses.stream()
            .collect(
                Collectors.groupingBy(Symbol.Use::value, LinkedHashMap::new, Collectors.toList()));
    long agreed = Majority.of(byValue);
    symbol.settle(agreed);
    List<Symbol.Use> right = byValue.getOrDefault(agreed, List.of());
    byValue.forEach(
        (value, wrong) -> {
          if (value != agreed) {
            run.report(conflict(symbol.name(), right, wrong));
          }
        });
  }

  private static Finding conflict(String symbol, List<Symbol.Use> right, List<Symbol.Use> wrong) {
    Symbol.Use blamed = wrong.get(0);
    Symbol.Use witness = right.get(0);
    return Finding.builder()
        .rule(blamed.rule())
        .node(blamed.frame().path())
        .pointer(blamed.pointer())
        .message(symbol + ": " + listed(symbol, right) + ", " + listed(symbol, wrong))
        .expected(symbol + " = " + witness.value() + ", as " + witness.frame().path() + " has it")
        .found(symbol + " = " + blamed.value())
        .fix(
            "give "
                + blamed.frame().path()
                + " "
                + blamed.words()
                + " what fits "
                + symbol
                + " = "
                + witness.value()
                + ", or correct "
                + witness.frame().path())
        .addAllEdits(mending(symbol, blamed, witness).toList())
        .build();
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
            .limit(MOST_LISTED)
            .map(use -> use.spelled(symbol))
            .collect(Collectors.joining(", "));
    int more = uses.size() - MOST_LISTED;
    return more > 0 ? shown + " and " + more + " more" : shown;
  }
}
