package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.BlockOperation;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.internal.array.StoredArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An array and those derived from it, one from the other, that are written in one go: as soon as a
 * unit of one is there, its part of the next one is computed, so that nothing is read twice.
 *
 * <p>An array takes part if it can be computed unit by unit, see {@link Decimation}, and if the
 * last array of the cascade still has enough units to give all workers something to do. One that
 * does not take part begins a cascade of its own later, and reads back what it is derived from.
 *
 * @param supply where the elements of the first array come from
 * @param keepsPieces whether the store holds what it is given of a shard until it has all of it
 * @param levels the arrays, each derived from the one before
 */
record Cascade(Supply supply, boolean keepsPieces, List<Level> levels) {
  /** So that workers that finish early find something left to do. */
  private static final int UNITS_PER_WORKER = 4;

  /**
   * One array of a cascade.
   *
   * @param array the array
   * @param derivation how it follows from the one before; the first follows from none
   */
  record Level(StoredArray array, Optional<Derivation> derivation) {}

  /**
   * How one array follows from another.
   *
   * @param operation what computes its elements
   * @param step which units give which
   */
  record Derivation(BlockOperation operation, Decimation step) {}

  /** The longest cascade from an array down. */
  static Cascade from(
      Supply supply,
      boolean keepsPieces,
      StoredArray first,
      Map<NodePath, ArrayData> data,
      Function<NodePath, StoredArray> arrays) {
    List<Level> levels = new ArrayList<>();
    Optional<Level> next = Optional.of(new Level(first, Optional.empty()));
    while (next.isPresent()) {
      levels.add(next.get());
      next = after(next.get().array(), data, arrays);
    }
    return new Cascade(supply, keepsPieces, List.copyOf(levels));
  }

  private static Optional<Level> after(
      StoredArray input, Map<NodePath, ArrayData> data, Function<NodePath, StoredArray> arrays) {
    for (Map.Entry<NodePath, ArrayData> candidate : data.entrySet()) {
      if (candidate.getValue() instanceof ArrayData.Derived derived
          && derived.input().equals(input.path())) {
        StoredArray array = arrays.apply(candidate.getKey());
        BlockOperation operation = derived.operation();
        Optional<Decimation> step = Decimation.between(input.units(), operation, array.units());
        if (step.isPresent()) {
          return Optional.of(new Level(array, step.map(s -> new Derivation(operation, s))));
        }
      }
    }
    return Optional.empty();
  }

  /** The longest part of this cascade that keeps all workers busy and fits the memory. */
  Cascade fitting(Execution execution) {
    int workers = first(1).workers(execution);
    long heap = Runtime.getRuntime().maxMemory() / 2;
    long memory = Math.min(execution.memoryBytes(), heap) / workers;
    for (int count = levels.size(); count > 1; count--) {
      Cascade shorter = first(count);
      boolean enough =
          workers == 1 || shorter.last().units().count() >= (long) UNITS_PER_WORKER * workers;
      if (enough && shorter.memory() <= memory) {
        return shorter;
      }
    }
    return first(1);
  }

  private Cascade first(int count) {
    return new Cascade(supply, keepsPieces, levels.subList(0, count));
  }

  /** How many workers there may be at once. */
  int workers(Execution execution) {
    return execution.permits(memory());
  }

  /**
   * Whether units are written part by part, none of which is read twice: where nothing else is
   * computed from them, and the source has no larger boxes of its own.
   */
  boolean writesParts() {
    StoredArray array = last();
    if (levels.size() > 1 || levels.get(0).derivation().isPresent() || !array.writesParts()) {
      return false;
    }
    Optional<Shape> preferred = supply.source().preferredShape();
    return preferred.isEmpty()
        || Tiling.of(array.spec().shape(), array.partShape()).isMadeOf(preferred.get());
  }

  /** How many bytes one worker may come to hold. */
  private long memory() {
    if (writesParts()) {
      return Math.addExact(supply.memoryBytes(), UnitWriter.memoryOfParts(last(), keepsPieces));
    }
    long bytes = supply.memoryBytes();
    for (Level level : levels) {
      bytes = Math.addExact(bytes, UnitWriter.memory(level.array()));
    }
    return bytes;
  }

  /**
   * Refuses what does not fit the memory of this process, whatever the budget says. A unit is
   * encoded from one buffer into another, or part by part where nobody keeps the parts.
   */
  void checkMemory() {
    boolean streams = writesParts() && !keepsPieces;
    for (Level level : levels) {
      StoredArray array = level.array();
      long bytes = streams ? array.bytesOfPart() : array.bytesOf(array.units().tileShape());
      if (bytes > Runtime.getRuntime().maxMemory() / 2) {
        String units = array.spec().layout().shardShape().isPresent() ? "shards" : "chunks";
        throw new RequestException(
            array.path()
                + ": "
                + units
                + " of shape "
                + array.units().tileShape()
                + (streams
                    ? " are written one inner chunk at a time; one and the index take "
                        + bytes
                        + " bytes"
                    : " take " + bytes + " bytes each")
                + ", which does not fit the memory of this process twice; choose smaller"
                + " ones or give it more memory");
      }
    }
  }

  /** The array whose units are handed out to the workers. */
  StoredArray last() {
    return levels.get(levels.size() - 1).array();
  }

  /** The paths of all arrays that are written. */
  Set<NodePath> paths() {
    return Set.copyOf(levels.stream().map(level -> level.array().path()).toList());
  }
}
