package dev.espalier.zarr.internal.write;

import dev.espalier.io.store.Store;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.DerivedSource;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.work.Crew;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.read.StoredArrays;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;

/** Writes the chunks of all arrays of a hierarchy that are not kept. */
final class ArraysWriter {
  private final WritePlan plan;
  private final Store store;
  private final CodecRegistry codecs;
  private final Execution execution;
  private final Function<NodePath, ArraySource> kept;

  /**
   * @param kept the elements of arrays that stand at the target and stay
   */
  ArraysWriter(
      WritePlan plan,
      Store store,
      CodecRegistry codecs,
      Execution execution,
      Function<NodePath, ArraySource> kept) {
    this.plan = plan;
    this.store = store;
    this.codecs = codecs;
    this.execution = execution;
    this.kept = kept;
  }

  void write(WriteData data) {
    try (StoredArrays written = new StoredArrays(store)) {
      Queue<Cascade> cascades = cascades(data, written);
      cascades.forEach(Cascade::checkMemory); // before anything is written
      Cascade next = cascades.poll();
      while (next != null) {
        write(next);
        next = cascades.poll(); // sources keep memory for the next box, so none outlives its turn
      }
    }
  }

  private Queue<Cascade> cascades(WriteData data, StoredArrays written) {
    Queue<Cascade> cascades = new ArrayDeque<>();
    Set<NodePath> done = new HashSet<>();
    for (Map.Entry<NodePath, ArrayData> entry : data.inOrder().entrySet()) {
      if (!done.contains(entry.getKey())) {
        Supply supply = supply(entry.getValue(), data, written);
        StoredArray first = bind(entry.getKey());
        Cascade cascade =
            Cascade.from(supply, store.keepsPieces(), first, data.inOrder(), this::bind)
                .fitting(execution);
        cascades.add(cascade);
        done.addAll(cascade.paths());
      }
    }
    return cascades;
  }

  private Supply supply(ArrayData filling, WriteData data, StoredArrays written) {
    if (filling instanceof ArrayData.Derived derived) {
      StoredArray input = bind(derived.input());
      ArraySource there =
          data.isKept(input.path()) ? kept.apply(input.path()) : written.source(input);
      return Supply.of(new DerivedSource(there, derived.operation()), there);
    }
    return Supply.of(((ArrayData.Pulled) filling).source());
  }

  private StoredArray bind(NodePath path) {
    return StoredArray.bind(path, plan.root().findArray(path).orElseThrow(), codecs);
  }

  private void write(Cascade cascade) {
    Crew.Handout<ChunkIndex> units = new Crew.Handout<>(cascade.last().units().all());
    Crew.run(
        execution.executor(),
        cascade.workers(execution),
        checkpoint -> {
          Function<StoredArray, UnitWriter> writers =
              array ->
                  new UnitWriter(array, plan.fillChunks(), store, execution.progress(), checkpoint);
          return new CascadeWorker(cascade, units, writers, checkpoint);
        });
  }
}
