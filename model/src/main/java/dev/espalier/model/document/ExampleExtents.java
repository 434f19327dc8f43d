package dev.espalier.model.document;

import dev.espalier.model.schema.array.Extent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Gives symbols of dimensions small extents, each another one, so that they can be told apart. */
final class ExampleExtents {
  private static final int FIRST = 2;
  private static final int MOST = 40;

  private final Map<String, Long> values = new LinkedHashMap<>();

  /** The extent of a dimension: the number that is declared, or one that is made up. */
  long of(Extent extent) {
    if (extent instanceof Extent.Fixed fixed) {
      return fixed.value();
    }
    extent
        .symbols()
        .forEach(symbol -> values.computeIfAbsent(symbol, s -> (long) FIRST + values.size()));
    OptionalLong value =
        extent.evaluate(symbol -> OptionalLong.of(values.getOrDefault(symbol, 1L)));
    for (int more = 0; more < MOST && value.isPresent() && value.getAsLong() < 0; more++) {
      extent.symbols().forEach(symbol -> values.merge(symbol, 1L, Long::sum));
      value = extent.evaluate(symbol -> OptionalLong.of(values.getOrDefault(symbol, 1L)));
    }
    return Math.max(value.orElse(FIRST), 0);
  }
}
