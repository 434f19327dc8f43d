package dev.espalier.model.match;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LinearExtent;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.schema.value.Constraint;
import dev.espalier.model.shape.Shape;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Holds numbers to the extents that are declared for them. */
final class Extents {
  private Extents() {}

  /** An extent of an array. */
  static void axis(Frame frame, Dimensions dimensions, int index, Shape shape) {
    int axis = dimensions.axis(index, shape.rank());
    Extent declared = dimensions.list().get(index).extent();
    long found = shape.extent(axis);
    if (declared instanceof Extent.Fixed fixed) {
      if (fixed.value() != found) {
        new Demand(Spot.axis(frame, axis), dimensions.extents())
            .report(found, declared.toString(), fixed.value());
      }
    } else if (declared instanceof LinearExtent linear) {
      new Demand(Spot.axis(frame, axis), CoreRules.DIMENSION_CONFLICT).hold(linear, found);
    }
  }

  /** A number in an attribute that repeats an extent. */
  static void attribute(Constraint.EqualsExtent equal, Place place) {
    OptionalLong whole =
        place.value() instanceof JsonNumber number ? Numbers.whole(number) : OptionalLong.empty();
    if (whole.isEmpty()) {
      return; // no integer at all, which the type says
    }
    long found = whole.getAsLong();
    Demand demand = new Demand(Spot.number(place), equal.rule());
    if (equal.extent() instanceof LinearExtent linear) {
      demand.hold(linear, found);
    } else if (equal.extent() instanceof Extent.Fixed fixed && fixed.value() != found) {
      demand.report(found, fixed.toString(), fixed.value());
    }
  }

  /** A place whose number is held to an expression. */
  private record Demand(Spot spot, Rule rule) {
    Frame frame() {
      return spot.frame();
    }

    void hold(LinearExtent linear, long found) {
      if (!linear.isSolvable()) {
        frame().run().defer(() -> compare(linear, found));
        return;
      }
      OptionalLong value = linear.solve(found);
      if (value.isEmpty()) {
        report(found, linear.toString(), -1);
        return;
      }
      String symbol = linear.terms().get(0).symbol();
      Symbol.Use use = new Symbol.Use(spot, found, linear, value.getAsLong(), rule);
      frame().symbol(symbol).ifPresent(known -> frame().run().use(known, use));
    }

    /** Compares with what the symbols turned out to be; nothing is said where one is unknown. */
    private void compare(LinearExtent linear, long found) {
      OptionalLong expected = linear.evaluate(this::valueOf);
      if (expected.isPresent() && expected.getAsLong() != found) {
        String symbols =
            linear.symbols().stream()
                .map(name -> name + " = " + valueOf(name).orElse(0))
                .collect(Collectors.joining(", "));
        report(found, linear + ", with " + symbols, expected.getAsLong());
      }
    }

    private OptionalLong valueOf(String symbol) {
      return frame().symbol(symbol).map(Symbol::value).orElse(OptionalLong.empty());
    }

    /** Reports; an expected number below 0 stands for none that would be right. */
    void report(long found, String declared, long expected) {
      frame()
          .run()
          .report(
              Finding.builder()
                  .rule(rule)
                  .node(frame().path())
                  .pointer(spot.pointer())
                  .message(
                      frame().path()
                          + " "
                          + spot.words()
                          + " = "
                          + found
                          + (expected < 0
                              ? ", which is " + declared + " for no extent"
                              : ", not " + expected))
                  .expected(
                      declared.equals(Long.toString(expected))
                          ? declared
                          : declared + (expected < 0 ? "" : ": " + expected))
                  .found(Long.toString(found))
                  .fix("write " + (expected < 0 ? declared : Long.toString(expected)) + " there")
                  .build());
    }
  }
}
