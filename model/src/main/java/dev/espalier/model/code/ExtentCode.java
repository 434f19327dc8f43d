package dev.espalier.model.code;

import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LinearExtent;
import java.util.List;
import java.util.Optional;

/** Spells extents and dimensions. */
final class ExtentCode {
  private final Literals literals;

  ExtentCode(Literals literals) {
    this.literals = literals;
  }

  /** Whether the text form of an extent is read as just that extent. */
  static boolean isParsed(Extent extent) {
    try {
      return Extent.parse(extent.toString()).equals(extent);
    } catch (IllegalArgumentException e) {
      return false; // longer than a text form may be
    }
  }

  Code extent(Extent extent) {
    if (isParsed(extent) || !(extent instanceof LinearExtent linear)) {
      return Code.call(literals.type(Extent.class) + ".parse", literals.text(extent.toString()));
    }
    return literals.create(
        LinearExtent.class,
        literals.list(linear.terms(), this::term),
        Code.text(linear.constant() + "L"),
        Code.text(linear.divisor() + "L"),
        literals.constant(linear.rounding()));
  }

  private Code term(LinearExtent.Term term) {
    return literals.create(
        LinearExtent.Term.class, Code.text(term.factor() + "L"), literals.text(term.symbol()));
  }

  /** A call that gives an array its dimensions, or none where that is not needed. */
  Optional<Code> added(Dimensions dimensions) {
    if (dimensions.equals(Dimensions.any())) {
      return Optional.empty();
    }
    List<String> texts =
        dimensions.list().stream().map(dimension -> dimension.extent().toString()).toList();
    boolean parsed = dimensions.list().stream().allMatch(one -> isParsed(one.extent()));
    if (parsed && dimensions.equals(Dimensions.of(texts.toArray(String[]::new)))) {
      return Optional.of(literals.texts("dimensions", texts));
    }
    if (dimensions.list().stream().allMatch(ExtentCode::isNamed)
        && dimensions.equals(Dimensions.named(texts.toArray(String[]::new)))) {
      return Optional.of(literals.texts("namedDimensions", texts));
    }
    return Optional.of(Code.call("dimensions", full(dimensions)));
  }

  private static boolean isNamed(Dimension dimension) {
    return dimension.extent() instanceof LinearExtent linear && linear.asSymbol().isPresent();
  }

  Code full(Dimensions dimensions) {
    Code list = literals.list(dimensions.list(), this::dimension);
    return dimensions.equals(Dimensions.of(dimensions.list()))
        ? Code.call(literals.type(Dimensions.class) + ".of", list)
        : literals.create(
            Dimensions.class,
            list,
            literals.rule(dimensions.rank()),
            literals.rule(dimensions.extents()),
            literals.rule(dimensions.names()));
  }

  private Code dimension(Dimension dimension) {
    return literals.create(
        Dimension.class,
        extent(dimension.extent()),
        literals.optional(dimension.name(), literals::text));
  }
}
