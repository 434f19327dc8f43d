package dev.espalier.model.schema.array;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.schema.rule.CoreRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The dimensions of an array that is declared, slowest-varying first.
 *
 * @param list the dimensions; at most one of them is {@link Extent.Rest}
 * @param rank broken by another number of dimensions
 * @param extents broken by another extent than a fixed one, or than an expression gives
 * @param names broken by another name
 */
public record Dimensions(List<Dimension> list, Rule rank, Rule extents, Rule names) {
  /** Copies the list and checks it. */
  public Dimensions {
    list = List.copyOf(list);
    if (list.stream().filter(Dimension::isRest).count() > 1) {
      throw new IllegalArgumentException(
          "dimensions " + list + " hold \"...\" more than once; which axis is meant is not clear");
    }
  }

  /** Dimensions under the core rules. */
  public static Dimensions of(List<Dimension> list) {
    return new Dimensions(
        list, CoreRules.ARRAY_RANK, CoreRules.ARRAY_EXTENT, CoreRules.ARRAY_DIMENSION_NAMES);
  }

  /** Any number of dimensions of any extents. */
  public static Dimensions any() {
    return of("...");
  }

  /** Dimensions of these extents, in the form that {@link Extent#parse} reads. */
  public static Dimensions of(String... extents) {
    return of(Arrays.stream(extents).map(Dimension::of).toList());
  }

  /** Dimensions that are symbols, each of which is the name of its dimension as well. */
  public static Dimensions named(String... symbols) {
    return of(Arrays.stream(symbols).map(Dimension::named).toList());
  }

  /** Where the dimension that stands for any number of them is, or -1. */
  public int rest() {
    for (int i = 0; i < list.size(); i++) {
      if (list.get(i).isRest()) {
        return i;
      }
    }
    return -1;
  }

  /** Whether an array of that rank can have these dimensions. */
  public boolean fit(int arrayRank) {
    return rest() < 0 ? arrayRank == list.size() : arrayRank >= list.size() - 1;
  }

  /**
   * The axis of an array at which a dimension of the list lies, counted from the end after rest.
   */
  public int axis(int index, int arrayRank) {
    int rest = rest();
    return rest < 0 || index < rest ? index : arrayRank - (list.size() - index);
  }

  @Override
  public String toString() {
    return list.stream().map(Dimension::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}
