package dev.espalier.cli.option;

import dev.espalier.model.error.RequestException;
import dev.espalier.model.layout.ChunkGrid;
import dev.espalier.model.layout.RectilinearGrid;
import dev.espalier.model.layout.RegularGrid;
import dev.espalier.model.shape.EdgeLengths;
import dev.espalier.model.shape.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The chunks of arrays: {@code 1,256,256} for all of one shape, {@code 100*4+7,64} for four times
 * 100 and once 7 along the first dimension, and {@code auto}.
 */
public final class ChunksOption {
  private static final String AUTO = "auto";

  private ChunksOption() {}

  /**
   * Reads the words.
   *
   * @param option what it is called on the command line
   * @return nothing where the choice is left to us
   */
  public static Optional<ChunkGrid> parse(String option, String text) {
    if (text.equals(AUTO)) {
      return Optional.empty();
    }
    List<EdgeLengths> edges = new ArrayList<>();
    try {
      for (String dimension : text.split(",", -1)) {
        edges.add(edges(dimension));
      }
    } catch (IllegalArgumentException e) {
      throw new RequestException(
          option
              + " "
              + text
              + ": expected an extent of at least 1 for each dimension, as in 1,256,256, or several"
              + " whose sum is the array's, as in 100*4+7,64, or \"auto\"",
          e);
    }
    return Optional.of(
        edges.stream().allMatch(EdgeLengths::isRepeated)
            ? new RegularGrid(
                Shape.of(edges.stream().mapToLong(e -> e.runs().get(0).length()).toArray()))
            : new RectilinearGrid(edges));
  }

  private static EdgeLengths edges(String dimension) {
    if (!dimension.contains("+") && !dimension.contains("*")) {
      return EdgeLengths.repeated(number(dimension));
    }
    EdgeLengths.Builder list = EdgeLengths.list();
    for (String run : dimension.split("\\+", -1)) {
      String[] factors = run.split("\\*", 2);
      list.add(number(factors[0]), factors.length == 1 ? 1 : number(factors[1]));
    }
    return list.build();
  }

  private static long number(String text) {
    return Long.parseLong(text.strip());
  }
}
