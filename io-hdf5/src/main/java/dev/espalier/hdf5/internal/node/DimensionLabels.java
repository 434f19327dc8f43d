package dev.espalier.hdf5.internal.node;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.Attributes;
import java.util.List;
import java.util.Optional;

/** Finds the names of dimensions in the attribute that the dimension scale specification has. */
final class DimensionLabels {
  private static final String ATTRIBUTE = "DIMENSION_LABELS";

  private DimensionLabels() {}

  /** A name for each dimension, if there is one label for each and not all are empty. */
  static Optional<List<Optional<String>>> of(Attributes attributes, int rank) {
    return attributes
        .get(ATTRIBUTE)
        .flatMap(value -> value instanceof JsonArray array ? Optional.of(array) : Optional.empty())
        .filter(labels -> labels.size() == rank)
        .map(labels -> labels.elements().stream().map(DimensionLabels::label).toList())
        .filter(labels -> labels.stream().anyMatch(Optional::isPresent));
  }

  private static Optional<String> label(JsonValue value) {
    return value instanceof JsonString text && !text.value().isEmpty()
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
