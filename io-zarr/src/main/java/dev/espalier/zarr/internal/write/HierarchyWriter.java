package dev.espalier.zarr.internal.write;

import dev.espalier.io.store.StagedStore;
import dev.espalier.io.store.WritableStore;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.spi.Execution;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes hierarchies: chunks first, then the documents from the leaves up, the root's last, so that
 * nobody sees a document without what it speaks of.
 */
public final class HierarchyWriter {
  private final CodecRegistry codecs;

  /** A writer with codecs to choose from. */
  public HierarchyWriter(CodecRegistry codecs) {
    this.codecs = codecs;
  }

  /**
   * Writes a hierarchy and publishes it; if anything fails, everything is discarded.
   *
   * @param staging begins the store, once the data are known to fit the plan
   * @throws EspalierException if that fails, or if the calling thread or one of the executor's that
   *     was at work is interrupted; no thread is at work then
   */
  public void write(
      WritePlan plan,
      BoundHierarchy hierarchy,
      Execution execution,
      Supplier<StagedStore> staging) {
    WriteData data = WriteData.of(plan, hierarchy);
    try (StagedStore staged = staging.get()) {
      new ArraysWriter(plan.root(), staged.store(), codecs, execution).write(data);
      writeDocuments(plan.root(), staged.store());
      if (Thread.currentThread().isInterrupted()) {
        throw new CancelledException(plan.target() + ": writing was interrupted");
      }
      staged.publish();
    }
  }

  private static void writeDocuments(NodeSpec root, WritableStore store) {
    List<Map.Entry<NodePath, NodeSpec>> leavesFirst = new ArrayList<>(root.toFlat().entrySet());
    Collections.reverse(leavesFirst);
    for (Map.Entry<NodePath, NodeSpec> node : leavesFirst) {
      String text = JsonWriter.pretty(ZarrDocument.render(node.getValue()));
      store.set(
          StoredArray.prefixOf(node.getKey()).key(ZarrDocument.NAME),
          ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }
  }
}
