package dev.espalier.model.elements;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.shape.Region;
import dev.espalier.model.type.DataType;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The summary of a whole array, put together from those of its runs, in order. */
final class Summaries {
  private final DataType type;
  private @Nullable Summary all;

  Summaries(DataType type) {
    this.type = type;
  }

  /** Reads an array in runs. */
  static Summaries reading(ArraySource source) {
    Summaries all = new Summaries(source.dataType());
    if (Summary.accepts(source.dataType())) {
      Runs.forEach(
          source.shape(),
          region -> all.add(Summary.of(source.read(region), offset(region, source))));
    }
    return all;
  }

  private static long offset(Region region, ArraySource source) {
    return Runs.offset(region, source.shape());
  }

  DataType type() {
    return type;
  }

  /** The summary, unless there are no elements. */
  Optional<Summary> get() {
    return Optional.ofNullable(all);
  }

  /** Adds the run that follows. */
  void add(Summary next) {
    Summary before = all;
    all = before == null ? next : joined(before, next);
  }

  private static Summary joined(Summary left, Summary right) {
    int step = step(left.last(), right.first());
    long fall = step > 0 ? right.offset() : right.fall();
    long repeat = step == 0 ? right.offset() : right.repeat();
    return new Summary(
        left.offset(),
        left.count() + right.count(),
        left.first(),
        right.last(),
        pick(left.least(), right.least(), -1),
        pick(left.greatest(), right.greatest(), 1),
        left.sum().add(right.sum()),
        left.fall() < 0 ? fall : left.fall(),
        left.repeat() < 0 ? repeat : left.repeat(),
        left.notFinite() < 0 ? right.notFinite() : left.notFinite());
  }

  /** Above 0 where elements fall, or are not to be compared. */
  private static int step(Optional<BigDecimal> before, Optional<BigDecimal> after) {
    return before.isEmpty() || after.isEmpty() ? 1 : before.get().compareTo(after.get());
  }

  private static Optional<Summary.Found> pick(
      Optional<Summary.Found> left, Optional<Summary.Found> right, int sign) {
    if (left.isEmpty() || right.isEmpty()) {
      return left.or(() -> right);
    }
    return left.get().value().compareTo(right.get().value()) * sign >= 0 ? left : right;
  }
}
