package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Axes, scales, translations and arrays have the same number of dimensions. Where all others agree,
 * the axes are what is wrong: one mistake, not one for each array.
 */
final class RankInspection implements Inspection {
  @Override
  public void inspect(Part multiscale) {
    Optional<Part> axes =
        multiscale.field("axes").filter(part -> part.isIntact(ImageRules.ARRAY_RANK));
    if (axes.isEmpty()) {
      return;
    }
    int count = axes.get().elements().size();
    List<Part> vectors =
        new ArrayList<>(Levels.vectors(multiscale, ImageRules.TRANSFORMATION_LENGTH));
    for (Part dataset : Levels.datasets(multiscale)) {
      vectors.addAll(Levels.vectors(dataset, ImageRules.TRANSFORMATION_LENGTH));
    }
    List<Levels.Level> levels = Levels.withArrays(multiscale);
    List<Integer> voices = new ArrayList<>();
    vectors.forEach(vector -> voices.add(vector.elements().size()));
    levels.forEach(level -> voices.add(level.array().shape().rank()));
    if (voices.size() > 1 && voices.stream().distinct().count() == 1 && voices.get(0) != count) {
      blameAxes(axes.get(), count, voices.get(0));
      return;
    }
    vectors.stream()
        .filter(vector -> vector.elements().size() != count)
        .forEach(vector -> blameVector(vector, count));
    levels.stream()
        .filter(level -> level.array().shape().rank() != count)
        .forEach(level -> blameArray(multiscale, level, count));
  }

  private static void blameAxes(Part axes, int count, int others) {
    axes.report(
        ImageRules.ARRAY_RANK,
        finding ->
            finding
                .message(
                    "there are "
                        + count
                        + " axes, but arrays, scales and translations have "
                        + others
                        + " dimensions")
                .expected(others + " axes")
                .found(count + " axes")
                .fix("describe " + others + " axes"));
  }

  private static void blameVector(Part vector, int count) {
    int size = vector.elements().size();
    vector.report(
        ImageRules.TRANSFORMATION_LENGTH,
        finding ->
            finding
                .message("there are " + size + " numbers for " + count + " axes")
                .expected(count + " numbers, one for each axis")
                .found(size + " numbers: " + vector.value())
                .fix("write one number for each axis, in the order of the axes"));
  }

  private static void blameArray(Part multiscale, Levels.Level level, int count) {
    multiscale.report(
        ImageRules.ARRAY_RANK,
        finding ->
            finding
                .node(level.path())
                .pointer(JsonPointer.of("shape"))
                .message(
                    "the array has "
                        + level.array().shape().rank()
                        + " dimensions, the image "
                        + count
                        + " axes")
                .expected(count + " dimensions: " + String.join(", ", Axes.names(multiscale)))
                .found("shape " + level.array().shape())
                .fix("write the array with one dimension for each axis"));
  }
}
