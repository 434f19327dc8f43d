package dev.espalier.model.schema.value;

/**
 * The code of rules that data cannot express.
 *
 * <p>Implementations hold no state. They look at sound parts only, so that a mistake that another
 * rule has found is not found again.
 */
@FunctionalInterface
public interface Inspection {
  /** Reports what breaks the rules. */
  void inspect(Part part);
}
