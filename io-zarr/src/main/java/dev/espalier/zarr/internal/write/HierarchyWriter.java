package dev.espalier.zarr.internal.write;

import dev.espalier.io.store.StagedStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.WritableStore;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.spi.Execution;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

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
   * @param gate decides, once everything is written, whether it is published
   * @param place where it goes; it is begun once the data are known to fit the plan
   * @throws EspalierException if that fails, or if the calling thread or one of the executor's that
   *     was at work is interrupted; no thread is at work then
   */
  public void write(
      WritePlan plan,
      BoundHierarchy hierarchy,
      Execution execution,
      PublishGate gate,
      Place place) {
    WriteData data = WriteData.of(plan, hierarchy);
    try (StagedStore staged = place.begin()) {
      new ArraysWriter(plan.root(), staged.store(), codecs, execution, place::kept).write(data);
      place.passingDocuments().forEach((key, node) -> writeDocument(staged.store(), key, node));
      writeDocuments(plan, staged.store());
      gate.check();
      if (Thread.currentThread().isInterrupted()) {
        throw new CancelledException(plan.target() + ": writing was interrupted");
      }
      staged.publish();
    }
  }

  private static void writeDocuments(WritePlan plan, WritableStore store) {
    Map<NodePath, NodeSpec> nodes = plan.root().toFlat();
    List<PlannedNode> leavesFirst = new ArrayList<>(plan.nodes());
    Collections.reverse(leavesFirst);
    for (PlannedNode planned : leavesFirst) {
      NodeSpec node = nodes.get(planned.path());
      if (node != null && planned.action().writes()) {
        writeDocument(store, StoredArray.prefixOf(planned.path()).key(ZarrDocument.NAME), node);
      }
    }
  }

  private static void writeDocument(WritableStore store, StoreKey key, NodeSpec node) {
    String text = JsonWriter.pretty(ZarrDocument.render(node));
    store.set(key, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
