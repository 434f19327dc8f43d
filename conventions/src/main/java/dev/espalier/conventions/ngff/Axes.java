package dev.espalier.conventions.ngff;

import dev.espalier.model.schema.value.Part;
import java.util.List;
import java.util.Optional;

/** Looks at the axes of a multiscale. */
final class Axes {
  private Axes() {}

  /** The name of an axis, empty where it has none. */
  static String name(Part axis) {
    return axis.field("name").flatMap(Part::text).orElse("");
  }

  /** The names of the axes of a multiscale, in order. */
  static List<String> names(Part multiscale) {
    return multiscale.field("axes").map(Part::elements).orElse(List.of()).stream()
        .map(Axes::name)
        .toList();
  }

  /** The position of the axis of type channel. */
  static Optional<Integer> channel(Part multiscale) {
    List<Part> axes = multiscale.field("axes").map(Part::elements).orElse(List.of());
    for (int i = 0; i < axes.size(); i++) {
      if (axes.get(i).field("type").flatMap(Part::text).orElse("").equals("channel")) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
