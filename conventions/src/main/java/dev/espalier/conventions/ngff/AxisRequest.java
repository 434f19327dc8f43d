package dev.espalier.conventions.ngff;

import dev.espalier.model.convention.ArrangementRequest;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.node.ArraySpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds out what the dimensions of an array are, from what the user and the array say. */
final class AxisRequest {
  private static final String HINT =
      "name its axes with --axes, slowest first, for example --axes zyx; the letters are t, c, z,"
          + " y, x";

  private AxisRequest() {}

  /** The axes in the order that OME-NGFF wants. */
  static List<ImageAxis> axes(ArrangementRequest request, ArraySpec array) {
    List<String> letters = request.axes().orElseGet(() -> fromDimensionNames(request, array));
    check(request, array, letters);
    for (String axis : request.spacing().keySet()) {
      if (!letters.contains(axis)) {
        throw new RequestException(
            "spacing was given for \"" + axis + "\", but the axes are " + join(letters));
      }
    }
    List<ImageAxis> axes = new ArrayList<>();
    for (int dimension = 0; dimension < letters.size(); dimension++) {
      String letter = letters.get(dimension);
      axes.add(ImageAxis.of(letter, dimension, Optional.ofNullable(request.spacing().get(letter))));
    }
    axes.sort(Comparator.comparing(axis -> ImageAxis.ORDER.indexOf(axis.letter())));
    return axes;
  }

  private static List<String> fromDimensionNames(ArrangementRequest request, ArraySpec array) {
    List<String> names =
        array.dimensionNames().orElse(List.of()).stream()
            .map(name -> name.orElse("").toLowerCase(Locale.ROOT))
            .toList();
    if (names.isEmpty() || !names.stream().allMatch(AxisRequest::isLetter)) {
      throw new RequestException(
          "the dimensions of " + request.array() + " do not say which axes they are; " + HINT);
    }
    return names;
  }

  private static void check(ArrangementRequest request, ArraySpec array, List<String> letters) {
    int rank = array.shape().rank();
    if (letters.size() != rank) {
      throw new RequestException(
          letters.size()
              + " axes ("
              + join(letters)
              + ") for "
              + request.array()
              + ", which has "
              + rank
              + " dimensions "
              + array.shape()
              + "; "
              + HINT);
    }
    for (String letter : letters) {
      if (!isLetter(letter)) {
        throw new RequestException("there is no axis \"" + letter + "\"; " + HINT);
      }
    }
    if (new HashSet<>(letters).size() < letters.size()) {
      throw new RequestException("an axis is named twice in " + join(letters) + "; " + HINT);
    }
    if (letters.stream().filter("zyx"::contains).count() < 2) {
      throw new RequestException(
          "an image has at least two of the axes z, y and x, and the axes of "
              + request.array()
              + " are "
              + join(letters));
    }
  }

  private static boolean isLetter(String name) {
    return name.length() == 1 && ImageAxis.ORDER.contains(name);
  }

  private static String join(List<String> letters) {
    return String.join(", ", letters);
  }
}
