package dev.espalier.model.data;

import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;

/**
 * How the elements of one array follow from those of another, box by box.
 *
 * <p>Implementations hold no state and are safe for use by several threads at once.
 */
public interface BlockOperation {
  /** Whether elements of that type can be computed with. */
  boolean accepts(DataType type);

  /** The shape of the result for an input of that shape. */
  Shape outputShape(Shape input);

  /**
   * The elements of the input that a box of the result needs.
   *
   * @param output a box within the result
   * @param input the shape of the whole input
   */
  Region inputRegion(Region output, Shape input);

  /**
   * Computes a box of the result.
   *
   * @param input the elements of exactly the {@link #inputRegion}
   * @param output the block to set; it has the data type of the input and the shape of the box
   */
  void apply(Block input, Block output);
}
