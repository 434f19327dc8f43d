package dev.espalier.model.evolve;

import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import dev.espalier.model.schema.array.LinearExtent;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.List;

/** Compares expressions of extents, whatever their symbols are called. */
final class ExtentDiff {
  private ExtentDiff() {}

  static void compare(
      Comparison comparison,
      Spot spot,
      String axis,
      Extent before,
      Extent after,
      Dimensions older,
      Dimensions newer) {
    if (isSame(comparison, spot, before, after)) {
      return;
    }
    String change = axis + ": the extent was " + before + " and is " + after;
    if (DimensionDiff.isFree(after)) {
      comparison.widened(
          spot,
          change,
          before instanceof LinearExtent ? CoreRules.DIMENSION_CONFLICT : older.extents());
    } else {
      comparison.narrowed(
          spot,
          change,
          after instanceof LinearExtent ? CoreRules.DIMENSION_CONFLICT : newer.extents());
    }
  }

  /** Whether expressions are the same but for names of symbols, which are then put in pairs. */
  static boolean isSame(Comparison comparison, Spot spot, Extent before, Extent after) {
    if (before instanceof LinearExtent one && after instanceof LinearExtent other) {
      List<Long> factors = one.terms().stream().map(LinearExtent.Term::factor).toList();
      List<Long> factorsNow = other.terms().stream().map(LinearExtent.Term::factor).toList();
      boolean same =
          factors.equals(factorsNow)
              && one.constant() == other.constant()
              && one.divisor() == other.divisor()
              && one.rounding() == other.rounding();
      for (int i = 0; same && i < factors.size(); i++) {
        comparison
            .symbols()
            .pair(comparison, spot, one.terms().get(i).symbol(), other.terms().get(i).symbol());
      }
      return same;
    }
    return before.equals(after) || (DimensionDiff.isFree(before) && DimensionDiff.isFree(after));
  }
}
