package dev.espalier.zarr.internal.write;

import dev.espalier.io.store.Store;
import dev.espalier.model.data.ArrayData;
import dev.espalier.model.data.ArraySource;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.Execution;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.read.StoredArrays;

/** Writes the chunks of all arrays of a hierarchy. */
final class ArraysWriter {
  private final NodeSpec root;
  private final Store store;
  private final CodecRegistry codecs;
  private final Execution execution;

  ArraysWriter(NodeSpec root, Store store, CodecRegistry codecs, Execution execution) {
    this.root = root;
    this.store = store;
    this.codecs = codecs;
    this.execution = execution;
  }

  void write(WriteData data) {
    try (StoredArrays written = new StoredArrays(store)) {
      data.inOrder().forEach((path, fills) -> write(bind(path), source(fills, written)));
    }
  }

  private ArraySource source(ArrayData data, StoredArrays written) {
    if (data instanceof ArrayData.Derived derived) {
      return new DerivedSource(written.source(bind(derived.input())), derived.operation());
    }
    return ((ArrayData.Pulled) data).source();
  }

  private StoredArray bind(NodePath path) {
    return StoredArray.bind(path, root.findArray(path).orElseThrow(), codecs);
  }

  private void write(StoredArray array, ArraySource source) {
    Units units = new Units(array.units());
    int size = execution.permits(UnitWriter.memory(array));
    Crew.run(
        execution.executor(),
        size,
        () -> new PullingWorker(units, source, new UnitWriter(array, store, execution.progress())));
  }
}
