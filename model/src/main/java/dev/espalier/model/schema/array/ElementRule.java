package dev.espalier.model.schema.array;

import dev.espalier.model.finding.Rule;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A rule on the elements of an array, checked in one pass over them with bounded memory, when they
 * are written or when a check of the data is asked for.
 */
public sealed interface ElementRule {
  /** The rule that elements break. */
  Rule rule();

  /**
   * The elements never fall, in C order.
   *
   * @param rule broken where one does
   * @param strictly whether they rise from each to the next
   */
  record Rising(Rule rule, boolean strictly) implements ElementRule {}

  /**
   * The first element.
   *
   * @param rule broken by another
   * @param value what it is, a number or an expression of extents
   */
  record First(Rule rule, Extent value) implements ElementRule {}

  /**
   * The last element.
   *
   * @param rule broken by another
   * @param value what it is, a number or an expression of extents
   */
  record Last(Rule rule, Extent value) implements ElementRule {}

  /**
   * The sum of the elements.
   *
   * @param rule broken by another
   * @param value what it is, a number or an expression of extents
   */
  record Sum(Rule rule, Extent value) implements ElementRule {}

  /**
   * Bounds on every element.
   *
   * @param rule broken by an element beyond
   * @param min the least that is right
   * @param max the greatest that is right
   * @param below an extent that every element is below, for elements that count along a dimension
   */
  record Within(
      Rule rule, Optional<BigDecimal> min, Optional<BigDecimal> max, Optional<Extent> below)
      implements ElementRule {}

  /**
   * No element is NaN or infinite.
   *
   * @param rule broken by one that is
   */
  record Finite(Rule rule) implements ElementRule {}
}
