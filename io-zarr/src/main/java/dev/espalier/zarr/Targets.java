package dev.espalier.zarr;

import dev.espalier.io.place.WritablePlace;
import dev.espalier.io.place.WritablePlace.Occupancy;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.node.UnreadableSpec.Problem;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What may be written over. */
final class Targets {
  /** The documents of a hierarchy's root, in the versions of the format. */
  private static final List<String> DOCUMENTS = List.of(ZarrDocument.NAME, ".zgroup", ".zarray");

  private Targets() {}

  /**
   * Somebody who mistypes a target must not lose a home directory: only hierarchies are replaced.
   */
  static void check(WritablePlace place, WritePolicy policy) {
    Occupancy occupancy = place.occupancy();
    if (occupancy == Occupancy.NOTHING) {
      return;
    }
    if (policy == WritePolicy.FAIL) {
      throw new TargetExistsException(
          place.name()
              + ": something stands there already; choose another target or ask to overwrite it");
    }
    if (occupancy == Occupancy.TAKEN && !isHierarchy(place)) {
      throw new TargetExistsException(
          place.name()
              + ": what stands there is not a Zarr hierarchy, and nothing else is overwritten;"
              + " choose another target or remove it yourself");
    }
  }

  /**
   * What stands at a target that was checked; nothing where that is nothing or an empty directory.
   *
   * @throws TargetExistsException if it cannot be read, and the policy has to know it
   */
  static Optional<NodeSpec> standing(
      WritablePlace place, WritePolicy policy, Supplier<OpenHierarchy> open) {
    if (!isHierarchy(place)) {
      return Optional.empty();
    }
    try (OpenHierarchy hierarchy = open.get()) {
      return Optional.of(hierarchy.tree());
    } catch (CancelledException e) {
      throw e;
    } catch (EspalierException e) {
      String reason = String.valueOf(e.getMessage());
      if (policy == WritePolicy.REPLACE) {
        return Optional.of(new UnreadableSpec(Problem.INVALID, reason));
      }
      throw new TargetExistsException(
          place.name()
              + ": what stands there cannot be read, so it can neither be compared nor merged with;"
              + " choose another target or ask to replace it ("
              + reason
              + ")",
          e);
    }
  }

  /** Whether a store has one of these documents in its root. */
  static boolean hasAny(ReadableStore store, List<String> documents) {
    return documents.stream().anyMatch(name -> store.contains(new StoreKey(name)));
  }

  private static boolean isHierarchy(WritablePlace place) {
    Optional<ReadableStore> found;
    try {
      found = place.peek();
    } catch (CorruptException e) {
      return false; // a broken container of some kind
    }
    if (found.isEmpty()) {
      return false;
    }
    try (ReadableStore store = found.get()) {
      return hasAny(store, DOCUMENTS);
    }
  }
}
