package dev.espalier.zarr.internal.field;

import dev.espalier.model.node.UnreadableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects what is wrong with a document, so that all of it is told at once. */
public final class Faults {
  private final List<UnreadableSpec> found = new ArrayList<>();

  /** An empty collection. */
  public Faults() {}

  /** What a reading gives, or nothing where it meets a fault, which is kept. */
  public <T> Optional<T> unlessFaulty(Supplier<T> reading) {
    try {
      return Optional.of(reading.get());
    } catch (DocumentException e) {
      found.addAll(e.node().faults());
      return Optional.empty();
    }
  }

  /**
   * Ends the reading if something was wrong.
   *
   * @throws DocumentException with everything that was
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      UnreadableSpec first = found.get(0);
      throw new DocumentException(
          new UnreadableSpec(
              first.problem(), first.message(), first.pointer(), found.subList(1, found.size())));
    }
  }
}
