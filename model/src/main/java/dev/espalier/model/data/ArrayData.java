package dev.espalier.model.data;

import dev.espalier.model.path.NodePath;

/** What fills an array that is going to be written. */
public sealed interface ArrayData {
  /**
   * Elements that are pulled from a source.
   *
   * @param source where they come from
   */
  record Pulled(ArraySource source) implements ArrayData {}

  /**
   * Elements that are computed from another array of the same hierarchy while that one is written.
   *
   * @param input the path of the other array
   * @param operation how the elements follow from its elements
   */
  record Derived(NodePath input, BlockOperation operation) implements ArrayData {}
}
