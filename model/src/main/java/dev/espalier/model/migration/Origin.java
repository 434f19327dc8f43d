package dev.espalier.model.migration;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.path.NodePath;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Where the elements of an array come from.
 *
 * @param source the array of the hierarchy as it was
 * @param computation what is made of its elements
 */
record Origin(NodePath source, UnaryOperator<ArraySource> computation) {
  static Origin of(NodePath source) {
    return new Origin(source, UnaryOperator.identity());
  }

  Origin then(UnaryOperator<ArraySource> next) {
    return new Origin(source, elements -> next.apply(computation.apply(elements)));
  }

  ArraySource open(Function<NodePath, ArraySource> arrays) {
    return computation.apply(arrays.apply(source));
  }
}
