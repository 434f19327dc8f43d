package dev.espalier.convert;

import dev.espalier.model.convention.Quantity;
import dev.espalier.model.path.NodePath;
import java.util.Map;
import java.util.Optional;

/** The distance between neighbouring elements of the array that a convention is about. */
public sealed interface Spacing {
  /** Nothing said. */
  static Spacing none() {
    return new Given(Map.of());
  }

  /**
   * The distances themselves.
   *
   * @param byAxis a distance for each axis that has one, by axis name
   */
  record Given(Map<String, Quantity> byAxis) implements Spacing {
    /** Copies the map. */
    public Given {
      byAxis = Map.copyOf(byAxis);
    }
  }

  /**
   * An attribute of the source holds them: one number for each space axis, in the order of the
   * array's axes, or one number for all of them.
   *
   * <p>The unit is what an attribute {@code NAME_unit} or {@code NAME_units} beside it says, else
   * what the name ends in ({@code element_size_um}), else not known.
   *
   * @param node the node that has the attribute, in the source; without one, the array itself
   * @param attribute its name
   */
  record FromAttribute(Optional<NodePath> node, String attribute) implements Spacing {}
}
