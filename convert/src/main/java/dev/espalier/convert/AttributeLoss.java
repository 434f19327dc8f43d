package dev.espalier.convert;

import dev.espalier.model.node.Attribute;
import dev.espalier.model.node.AttributeType;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import java.util.Optional;

/** What an attribute of an exact type loses as a JSON value. */
final class AttributeLoss {
  private AttributeLoss() {}

  static Optional<String> of(Attribute attribute) {
    return attribute.type().flatMap(AttributeLoss::of);
  }

  private static Optional<String> of(AttributeType type) {
    if (!isRestorable(type.dataType())) {
      return Optional.of(
          "its value is kept, its type "
              + type.dataType()
              + " is not: JSON has one kind of number");
    }
    if (!isRestorable(type.shape())) {
      return Optional.of("its shape " + type.shape() + " is not kept: nothing is left to tell it");
    }
    return Optional.empty();
  }

  /** The types that somebody who reads the JSON would choose. */
  private static boolean isRestorable(DataType type) {
    return type.isText()
        || type == CoreType.BOOL
        || type == CoreType.INT64
        || type == CoreType.FLOAT64;
  }

  private static boolean isRestorable(Shape shape) {
    return !shape.isEmpty() || shape.rank() == 1;
  }
}
