package dev.espalier.model.schema.array;

import java.util.Optional;

/**
 * One dimension of an array that is declared.
 *
 * @param extent what its extent has to be
 * @param name the name that it has to have in the array's dimension names, where one is demanded
 */
public record Dimension(Extent extent, Optional<String> name) {
  /** A dimension whose name does not matter. */
  public static Dimension of(String extent) {
    return new Dimension(Extent.parse(extent), Optional.empty());
  }

  /** A dimension whose extent is a symbol and whose name has to be that symbol. */
  public static Dimension named(String symbol) {
    return new Dimension(Extent.symbol(symbol), Optional.of(symbol));
  }

  /** Whether it stands for any number of dimensions. */
  public boolean isRest() {
    return extent instanceof Extent.Rest;
  }

  @Override
  public String toString() {
    return name.filter(n -> !n.equals(extent.toString())).map(n -> n + ": ").orElse("") + extent;
  }
}
