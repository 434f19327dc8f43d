package dev.espalier.conventions.ngff;

import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * The scale of a level grows by as much as its array shrinks. Where no level fits the first one,
 * the first one is what is wrong.
 */
final class ScaleInspection implements Inspection {
  @Override
  public void inspect(Part multiscale) {
    boolean sound =
        multiscale
            .field("datasets")
            .filter(datasets -> datasets.isSound(ImageRules.DATASETS_SCALE))
            .isPresent();
    List<Levels.Level> levels = Levels.withArrays(multiscale);
    if (!sound || levels.size() < 2) {
      return;
    }
    Levels.Level first = levels.get(0);
    List<Levels.Level> below = levels.subList(1, levels.size());
    List<Levels.Level> wrong = below.stream().filter(level -> !fits(first, level)).toList();
    boolean blameFirst =
        wrong.size() == below.size()
            && below.size() > 1
            && below.stream().allMatch(level -> fits(below.get(0), level));
    if (blameFirst) {
      report(first, below.get(0));
    } else {
      wrong.forEach(level -> report(level, first));
    }
  }

  /** Whether the shapes differ as the scales do, give or take the rounding of one pixel. */
  private static boolean fits(Levels.Level one, Levels.Level other) {
    List<Double> scale = Levels.numbers(one.dataset(), "scale");
    List<Double> otherScale = Levels.numbers(other.dataset(), "scale");
    Shape shape = one.array().shape();
    Shape otherShape = other.array().shape();
    if (scale.size() != shape.rank() || otherScale.size() != otherShape.rank()) {
      return true;
    }
    for (int d = 0; d < Math.min(shape.rank(), otherShape.rank()); d++) {
      double growth = otherScale.get(d) / scale.get(d);
      if (growth > 0 && Math.abs(shape.extent(d) / growth - otherShape.extent(d)) > 1) {
        return false;
      }
    }
    return true;
  }

  private static void report(Levels.Level level, Levels.Level against) {
    Optional<Part> scale = Levels.vector(level.dataset(), "scale");
    scale
        .orElse(level.dataset())
        .report(
            ImageRules.DATASETS_SCALE,
            finding ->
                finding
                    .message(
                        "the scale of "
                            + level.path()
                            + " does not fit its shape, compared to those of "
                            + against.path())
                    .expected(
                        "shape times scale as for "
                            + against.path()
                            + ": "
                            + against.array().shape()
                            + " times "
                            + Levels.numbers(against.dataset(), "scale"))
                    .found(
                        level.array().shape()
                            + " times "
                            + Levels.numbers(level.dataset(), "scale"))
                    .fix("correct the scale, and the translation with it"));
  }
}
