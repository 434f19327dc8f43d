package dev.espalier.conventions.ngff;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.value.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The resolution levels of a multiscale, as far as they are legible. */
final class Levels {
  private Levels() {}

  /**
   * One resolution level.
   *
   * @param dataset its entry in the metadata
   * @param path where its array is
   * @param array the array
   */
  record Level(Part dataset, NodePath path, ArraySpec array) {}

  /** The datasets of a multiscale. */
  static List<Part> datasets(Part multiscale) {
    return multiscale.field("datasets").map(Part::elements).orElse(List.of());
  }

  /** The levels whose arrays are there, each array once. */
  static List<Level> withArrays(Part multiscale) {
    List<Level> levels = new ArrayList<>();
    Set<NodePath> seen = new HashSet<>();
    for (Part dataset : datasets(multiscale)) {
      Optional<NodePath> path = dataset.field("path").flatMap(Part::path);
      Optional<ArraySpec> array = path.flatMap(multiscale.hierarchy()::findArray);
      if (path.isPresent() && array.isPresent() && seen.add(path.get())) {
        levels.add(new Level(dataset, path.get(), array.get()));
      }
    }
    return levels;
  }

  /** The levels of the first multiscale of an image, as far as their arrays are there. */
  static List<Level> ofFirst(Part ome) {
    return ome.field("multiscales").map(Part::elements).orElse(List.of()).stream()
        .findFirst()
        .map(Levels::withArrays)
        .orElse(List.of());
  }

  /** The list of numbers of each scale and translation of an object that is sound. */
  static List<Part> vectors(Part transformed, Rule asking) {
    List<Part> vectors = new ArrayList<>();
    for (Part transformation :
        transformed.field("coordinateTransformations").map(Part::elements).orElse(List.of())) {
      transformation
          .field("type")
          .flatMap(Part::text)
          .flatMap(transformation::field)
          .filter(vector -> vector.isSound(asking))
          .ifPresent(vectors::add);
    }
    return vectors;
  }

  /** The list of numbers of the first scale or translation of a dataset. */
  static Optional<Part> vector(Part dataset, String type) {
    return dataset.field("coordinateTransformations").map(Part::elements).orElse(List.of()).stream()
        .filter(t -> t.field("type").flatMap(Part::text).orElse("").equals(type))
        .findFirst()
        .flatMap(transformation -> transformation.field(type));
  }

  /** The numbers of the first scale or translation of a dataset; none if there is none. */
  static List<Double> numbers(Part dataset, String type) {
    return vector(dataset, type).map(Part::elements).orElse(List.of()).stream()
        .map(Part::value)
        .filter(JsonNumber.class::isInstance)
        .map(number -> ((JsonNumber) number).toDouble())
        .toList();
  }
}
