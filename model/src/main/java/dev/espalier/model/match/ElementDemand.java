package dev.espalier.model.match;

import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.array.ElementRule;
import dev.espalier.model.schema.array.Extent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is demanded of the elements of one array, to be checked by whoever reads or writes them.
 *
 * @param array the array
 * @param rules the rules, in the order of the declaration
 * @param symbols the values of the symbols that the rules speak of, as far as they are known and
 *     nothing says otherwise: elements are not held to one side of a conflict
 */
public record ElementDemand(NodePath array, List<ElementRule> rules, Map<String, Long> symbols) {
  /** Copies the rules and the symbols. */
  public ElementDemand {
    rules = List.copyOf(rules);
    symbols = Map.copyOf(symbols);
  }

  /** The number that an expression gives, if all its symbols are known. */
  public OptionalLong evaluate(Extent extent) {
    return extent.evaluate(
        name ->
            symbols.containsKey(name) ? OptionalLong.of(symbols.get(name)) : OptionalLong.empty());
  }

  /** A demand whose symbols are still being settled. */
  record Open(Frame frame, List<ElementRule> rules) {
    ElementDemand close() {
      Map<String, Long> known = new HashMap<>();
      for (ElementRule rule : rules) {
        for (String name : symbolsOf(rule)) {
          frame
              .symbol(name)
              .filter(symbol -> !symbol.isDisputed())
              .map(Symbol::value)
              .ifPresent(v -> v.ifPresent(n -> known.put(name, n)));
        }
      }
      return new ElementDemand(frame.path(), rules, known);
    }

    private static Iterable<String> symbolsOf(ElementRule rule) {
      if (rule instanceof ElementRule.First first) {
        return first.value().symbols();
      }
      if (rule instanceof ElementRule.Last last) {
        return last.value().symbols();
      }
      if (rule instanceof ElementRule.Sum sum) {
        return sum.value().symbols();
      }
      return rule instanceof ElementRule.Within within && within.below().isPresent()
          ? within.below().get().symbols()
          : List.of();
    }
  }
}
