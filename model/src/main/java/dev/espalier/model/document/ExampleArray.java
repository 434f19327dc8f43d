package dev.espalier.model.document;

import dev.espalier.model.fill.BitsFill;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.array.DataTypes;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.LinearExtent;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.RawBits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes up arrays. */
final class ExampleArray {
  /** What a word for many types stands for: the types that people use most come first. */
  private static final List<CoreType> USUAL =
      List.of(
          CoreType.FLOAT32,
          CoreType.INT32,
          CoreType.UINT8,
          CoreType.FLOAT64,
          CoreType.INT64,
          CoreType.COMPLEX64,
          CoreType.BOOL);

  private ExampleArray() {}

  static ArraySpec of(NodeSchema.Array array, ExampleExtents extents, Optional<DataType> type) {
    List<Long> shape = new ArrayList<>();
    List<Optional<String>> names = new ArrayList<>();
    for (Dimension dimension : array.dimensions().list()) {
      if (!dimension.isRest()) {
        shape.add(extents.of(dimension.extent()));
        Optional<String> symbol =
            dimension.extent() instanceof LinearExtent linear
                ? linear.asSymbol()
                : Optional.empty();
        names.add(dimension.name().or(() -> symbol.filter(s -> !names.contains(Optional.of(s)))));
      }
    }
    ArraySpec.Builder out = ArraySpec.builder();
    out.dataType(type.orElseGet(() -> typeOf(array)));
    out.shape(Shape.of(shape.stream().mapToLong(Long::longValue).toArray()));
    if (names.stream().anyMatch(Optional::isPresent)) {
      out.dimensionNames(names);
    }
    out.fillValue(array.fillValue());
    ExampleValues values = new ExampleValues(extents, target -> target);
    out.attributes(Attributes.of(values.attributes(array.attributes(), List.of())));
    return out.build();
  }

  /** Whether the array may have a type: it is declared, and that of the fill value. */
  static boolean fits(NodeSchema.Array array, DataType type) {
    return array.dataTypes().contains(type)
        && array
            .fillValue()
            .filter(fill -> fill instanceof BitsFill bits && !bits.type().equals(type))
            .isEmpty();
  }

  /** A type that the array may have: that of its fill value, or the first that is declared. */
  static DataType typeOf(NodeSchema.Array array) {
    if (array.fillValue().isPresent() && array.fillValue().get() instanceof BitsFill bits) {
      return bits.type();
    }
    DataTypes types = array.dataTypes();
    if (types.names().isEmpty()) {
      return CoreType.FLOAT32;
    }
    String first = types.names().get(0);
    if (first.equals("raw")) {
      return new RawBits(8);
    }
    DataTypes named = DataTypes.of(first);
    return USUAL.stream()
        .filter(named::contains)
        .map(DataType.class::cast)
        .findFirst()
        .orElseGet(() -> DataType.named(first));
  }
}
