package dev.espalier.zarr.internal.write;

import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.BlockOperation;
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
 * @param source where the elements of the first array come from
 * @param sourceMemory how many bytes that source takes at a time beside the block that it fills
 * @param levels the arrays, each derived from the one before
 */
record Cascade(ArraySource source, long sourceMemory, List<Level> levels) {
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
      ArraySource source,
      long sourceMemory,
      StoredArray first,
      Map<NodePath, ArrayData> data,
      Function<NodePath, StoredArray> arrays) {
    List<Level> levels = new ArrayList<>();
    Optional<Level> next = Optional.of(new Level(first, Optional.empty()));
    while (next.isPresent()) {
      levels.add(next.get());
      next = after(next.get().array(), data, arrays);
    }
    return new Cascade(source, sourceMemory, List.copyOf(levels));
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
    long memory = execution.memoryBytes() / workers;
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
    return new Cascade(source, sourceMemory, levels.subList(0, count));
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
    Optional<Shape> preferred = source.preferredShape();
    return preferred.isEmpty()
        || Tiling.of(array.spec().shape(), part(array)).isMadeOf(preferred.get());
  }

  private static Shape part(StoredArray array) {
    return array.pipelines().largest().readShape();
  }

  /** How many bytes one worker may come to hold. */
  private long memory() {
    if (writesParts()) {
      return Math.addExact(sourceMemory, UnitWriter.memoryOfParts(last()));
    }
    long bytes = sourceMemory;
    for (Level level : levels) {
      bytes = Math.addExact(bytes, UnitWriter.memory(level.array()));
    }
    return bytes;
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
