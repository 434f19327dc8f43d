package dev.espalier.model.evolve;

import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;

/** Compares the dimensions that an array had to have with those that it has to have. */
final class DimensionDiff {
  private static final Dimension FREE = Dimension.of("*");

  private final Comparison comparison;
  private final Spot spot;
  private final Dimensions older;
  private final Dimensions newer;

  private DimensionDiff(Comparison comparison, Spot spot, Dimensions older, Dimensions newer) {
    this.comparison = comparison;
    this.spot = spot;
    this.older = older;
    this.newer = newer;
  }

  static void compare(Comparison comparison, Spot spot, Dimensions older, Dimensions newer) {
    DimensionDiff diff = new DimensionDiff(comparison, spot, older, newer);
    comparison.rule(spot, "the number of dimensions", older.rank(), newer.rank());
    comparison.rule(spot, "the extents", older.extents(), newer.extents());
    comparison.rule(spot, "the dimension names", older.names(), newer.names());
    if (!diff.ranks()) {
      return;
    }
    if (older.rest() < 0) {
      int rank = older.list().size();
      for (int i = 0; i < rank; i++) {
        diff.dimension("axis " + i, older.list().get(i), atRank(newer, i, rank));
      }
    } else if (newer.rest() < 0) {
      int rank = newer.list().size();
      for (int i = 0; i < rank; i++) {
        diff.dimension("axis " + i, atRank(older, i, rank), newer.list().get(i));
      }
    } else {
      for (int i = 0; i < Math.max(older.rest(), newer.rest()); i++) {
        diff.dimension("axis " + i, leading(older, i), leading(newer, i));
      }
      diff.trailing();
    }
  }

  /**
   * Whether some number of dimensions was right and is, or may be. One that only a recommendation
   * is against may be, and then the axes are held to what is said of them.
   */
  private boolean ranks() {
    int rest = older.rest();
    int restNow = newer.rest();
    int least = older.list().size() - (rest < 0 ? 0 : 1);
    int leastNow = newer.list().size() - (restNow < 0 ? 0 : 1);
    if (rest < 0 == restNow < 0 && least == leastNow) {
      return true;
    }
    String change = "dimensions " + older + " became " + newer;
    boolean more = rest < 0 || leastNow < least;
    if (more && !Comparison.isMust(older.rank()) && newer.list().stream().anyMatch(this::asks)) {
      comparison.breaking(
          spot, change, "axes are asked for more in arrays whose rank was advised against only");
    }
    if (restNow < 0 || least < leastNow) {
      comparison.narrowed(spot, change, newer.rank());
      return !Comparison.isMust(newer.rank()) && overlap(least, leastNow);
    }
    comparison.widened(spot, change, older.rank());
    return true;
  }

  /** Whether a dimension of the newer schema is anything but free. */
  private boolean asks(Dimension dimension) {
    return !isFree(dimension.extent())
        || (dimension.name().isPresent() && Comparison.isMust(newer.names()));
  }

  /** Whether arrays of one rank are right before and after. */
  private boolean overlap(int least, int leastNow) {
    return older.rest() < 0
        ? newer.rest() < 0 ? least == leastNow : least >= leastNow
        : newer.rest() >= 0 || leastNow >= least;
  }

  /** What is said of an axis of an array of that rank; one that a rest stands for is free. */
  private static Dimension atRank(Dimensions dimensions, int axis, int rank) {
    int rest = dimensions.rest();
    int trailing = dimensions.list().size() - 1 - rest;
    if (rest < 0 || axis < rest) {
      return dimensions.list().get(axis);
    }
    int fromEnd = rank - axis;
    return fromEnd <= trailing ? dimensions.list().get(dimensions.list().size() - fromEnd) : FREE;
  }

  private static Dimension leading(Dimensions dimensions, int axis) {
    return axis < dimensions.rest() ? dimensions.list().get(axis) : FREE;
  }

  /** Compares the axes after the rest, counted from the end. */
  private void trailing() {
    int tail = older.list().size() - 1 - older.rest();
    int tailNow = newer.list().size() - 1 - newer.rest();
    for (int i = Math.max(tail, tailNow); i > 0; i--) {
      Dimension before = i <= tail ? older.list().get(older.list().size() - i) : FREE;
      Dimension after = i <= tailNow ? newer.list().get(newer.list().size() - i) : FREE;
      dimension("axis -" + i, before, after);
    }
  }

  private void dimension(String axis, Dimension before, Dimension after) {
    ExtentDiff.compare(comparison, spot, axis, before.extent(), after.extent(), older, newer);
    if (before.name().equals(after.name())) {
      return;
    }
    if (after.name().isPresent()) {
      String was = before.name().map(n -> "\"" + n + "\"").orElse("free");
      comparison.narrowed(
          spot,
          axis + ": the dimension name was " + was + " and is \"" + after.name().get() + "\"",
          newer.names());
    } else {
      comparison.widened(spot, axis + ": the dimension name is free", older.names());
    }
  }

  /** Whether an extent says nothing. */
  static boolean isFree(Extent extent) {
    return extent instanceof Extent.Anything || extent instanceof Extent.Rest;
  }
}
