package dev.espalier.model.match;

import dev.espalier.model.edit.AttributeEdit;
import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LinearExtent;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Holds numbers to the extents that are declared for them. */
final class Extents {
  private Extents() {}

  /** An extent of an array. */
  static void axis(Frame frame, Dimensions dimensions, int index, int axis, Shape shape) {
    Extent declared = dimensions.list().get(index).extent();
    long found = shape.extent(axis);
    if (declared instanceof Extent.Fixed fixed) {
      if (fixed.value() != found) {
        new Demand(Spot.axis(frame, axis), dimensions.extents())
            .report(Long.toString(found), fixed.value(), "");
      }
    } else if (declared instanceof LinearExtent linear) {
      new Demand(Spot.axis(frame, axis), CoreRules.DIMENSION_CONFLICT).hold(linear, found);
    }
  }

  /** A number in an attribute that repeats an extent. */
  static void attribute(Constraint.EqualsExtent equal, Place place) {
    if (!(place.value() instanceof JsonNumber number)) {
      return; // no number at all, which was found so
    }
    Demand demand = new Demand(Spot.number(place), equal.rule());
    OptionalLong found = Numbers.whole(number);
    if (found.isEmpty()) {
      demand.frame().run().defer(() -> demand.compare(equal.extent(), Wording.show(number)));
    } else if (equal.extent() instanceof LinearExtent linear) {
      demand.hold(linear, found.getAsLong());
    } else if (equal.extent() instanceof Extent.Fixed fixed && fixed.value() != found.getAsLong()) {
      demand.report(Long.toString(found.getAsLong()), fixed.value(), "");
    }
  }

  /** A place whose number is held to an expression. */
  private record Demand(Spot spot, Rule rule) {
    Frame frame() {
      return spot.frame();
    }

    void hold(LinearExtent linear, long found) {
      OptionalLong value = linear.solve(found);
      if (value.isEmpty()) {
        frame().run().defer(() -> compare(linear, Long.toString(found)));
        return;
      }
      String symbol = linear.terms().get(0).symbol();
      Symbol.Use use = new Symbol.Use(spot, found, linear, value.getAsLong(), rule);
      Optional<Symbol> known = frame().symbol(symbol);
      if (known.isPresent() && known.get().value().isPresent()) {
        compare(linear, Long.toString(found)); // an array that waited comes too late to be asked
      } else {
        known.ifPresent(one -> frame().run().use(one, use));
      }
    }

    /** Compares with what the symbols turned out to be. */
    void compare(Extent extent, String found) {
      OptionalLong expected = extent.evaluate(this::valueOf);
      if (expected.isPresent()) {
        String symbols =
            extent.symbols().stream()
                .map(name -> name + " = " + valueOf(name).orElse(0))
                .collect(Collectors.joining(", "));
        boolean plain = extent.symbols().contains(extent.toString());
        report(
            found,
            expected.getAsLong(),
            symbols.isEmpty() ? "" : plain ? extent.toString() : extent + " with " + symbols);
      } else if (extent.symbols().stream().allMatch(name -> valueOf(name).isPresent())
          || (extent instanceof LinearExtent linear && linear.isSolvable())) {
        reportNone(found, extent.toString());
      }
    }

    private OptionalLong valueOf(String symbol) {
      return frame().symbol(symbol).map(Symbol::value).orElse(OptionalLong.empty());
    }

    /**
     * Reports another number than the right one.
     *
     * @param why where the right one comes from; may be empty
     */
    void report(String found, long expected, String why) {
      if (found.equals(Long.toString(expected))) {
        return;
      }
      String right = expected + (why.isEmpty() ? "" : " (" + why + ")");
      String again = "write " + frame().path() + " again with " + spot.words() + " = " + expected;
      tell(
          found,
          ", not " + right,
          spot.words() + " = " + right,
          spot.place() == null ? again : "write " + expected,
          AttributeEdit.insideAttributes(spot.pointer()).stream()
              .map(place -> new SetAttribute(frame().path(), place, JsonValue.of(expected)))
              .toList());
    }

    /** Reports a number that is wrong whatever the symbol is. */
    private void reportNone(String found, String declared) {
      tell(
          found,
          ", which is " + declared + " for no extent",
          spot.words() + " = " + declared,
          "write " + declared + " there",
          List.of());
    }

    private void tell(
        String found, String trouble, String expected, String fix, List<SetAttribute> edits) {
      frame()
          .run()
          .report(
              Finding.builder()
                  .rule(rule)
                  .node(frame().path())
                  .pointer(spot.pointer())
                  .message(frame().path() + " " + spot.words() + " = " + found + trouble)
                  .expected(expected)
                  .found(spot.words() + " = " + found)
                  .fix(fix)
                  .addAllEdits(edits)
                  .build());
    }
  }
}
