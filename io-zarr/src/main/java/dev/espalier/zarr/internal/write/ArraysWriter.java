package dev.espalier.zarr.internal.write;

import dev.espalier.io.store.Store;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.DerivedSource;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.work.Crew;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.read.StoredArrays;
import java.util.HashSet;
import java.util.Map;
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
    data.inOrder().keySet().forEach(path -> checkMemory(bind(path)));
    Set<NodePath> done = new HashSet<>();
    try (StoredArrays written = new StoredArrays(store)) {
      for (Map.Entry<NodePath, ArrayData> entry : data.inOrder().entrySet()) {
        if (!done.contains(entry.getKey())) {
          Cascade cascade = cascade(entry.getKey(), entry.getValue(), data, written);
          write(cascade);
          done.addAll(cascade.paths());
        }
      }
    }
  }

  /** A unit is encoded from one buffer into another. */
  private static void checkMemory(StoredArray array) {
    Shape unit = array.units().tileShape();
    long most = Runtime.getRuntime().maxMemory() / 2;
    if (array.bytesOf(unit) > most) {
      throw new RequestException(
          array.path()
              + ": "
              + (array.spec().layout().shardShape().isPresent() ? "shards" : "chunks")
              + " of shape "
              + unit
              + " take "
              + array.bytesOf(unit)
              + " bytes each, which does not fit the memory of this process twice; choose smaller"
              + " ones or give it more memory");
    }
  }

  private Cascade cascade(NodePath path, ArrayData filling, WriteData data, StoredArrays written) {
    ArraySource source;
    long memory = 0;
    if (filling instanceof ArrayData.Derived derived) {
      StoredArray input = bind(derived.input());
      ArraySource there =
          data.isKept(input.path()) ? kept.apply(input.path()) : written.source(input);
      DerivedSource readBack = new DerivedSource(there, derived.operation());
      long decoding = Math.multiplyExact(2, input.bytesOf(input.units().tileShape()));
      memory = Math.addExact(readBack.pieceBytes(), decoding);
      source = readBack;
    } else {
      source = ((ArrayData.Pulled) filling).source();
    }
    return Cascade.from(source, memory, bind(path), data.inOrder(), this::bind).fitting(execution);
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
              array -> new UnitWriter(array, plan.fillChunks(), store, execution.progress());
          return new CascadeWorker(cascade, units, writers, checkpoint);
        });
  }
}
