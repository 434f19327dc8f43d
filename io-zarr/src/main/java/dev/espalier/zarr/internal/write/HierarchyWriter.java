package dev.espalier.zarr.internal.write;

import dev.espalier.io.place.StagedStore;
import dev.espalier.io.store.StoreKey;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.io.store.WritableStore;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.CancelledException;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedAction;
import dev.espalier.model.plan.PlannedNode;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes hierarchies: chunks first, then the documents from the leaves up, the root's last, so that
 * nobody sees a document without what it speaks of. In a store that keeps the order, where nobody
 * sees anything before all of it, the documents come first: the root's, then level by level.
 */
public final class HierarchyWriter {
  private final DocumentFormat format;
  private final CodecRegistry codecs;

  /** A writer of a version of the documents, with codecs to choose from. */
  public HierarchyWriter(DocumentFormat format, CodecRegistry codecs) {
    this.format = format;
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
      if (staged.keepsOrder()) {
        writeDocuments(plan, rootFirst(plan), staged.store());
        ArchiveRemark.of(plan.root()).ifPresent(staged::remark);
      }
      place.copyInto(staged.store());
      new ArraysWriter(plan, staged.store(), codecs, execution, place::kept).write(data);
      place
          .passingDocuments()
          .forEach((key, node) -> write(staged.store(), key, ZarrDocument.render(node)));
      if (!staged.keepsOrder()) {
        writeDocuments(plan, leavesFirst(plan), staged.store());
      }
      gate.check();
      if (Thread.currentThread().isInterrupted()) {
        throw new CancelledException(plan.target() + ": writing was interrupted");
      }
      staged.publish();
    }
  }

  private static List<PlannedNode> leavesFirst(WritePlan plan) {
    List<PlannedNode> nodes = new ArrayList<>(plan.nodes());
    Collections.reverse(nodes);
    return nodes;
  }

  private static List<PlannedNode> rootFirst(WritePlan plan) {
    List<PlannedNode> nodes = new ArrayList<>(plan.nodes());
    nodes.sort(Comparator.comparingInt(node -> node.path().depth()));
    return nodes;
  }

  private void writeDocuments(WritePlan plan, List<PlannedNode> inOrder, WritableStore store) {
    Map<NodePath, NodeSpec> nodes = plan.root().toFlat();
    for (PlannedNode planned : inOrder) {
      NodeSpec node = nodes.get(planned.path());
      if (node != null && planned.action().writes()) {
        StorePrefix prefix = StoredArray.prefixOf(planned.path());
        Map<String, JsonObject> documents =
            planned.action() == PlannedAction.UPDATE
                ? format.replacements(node)
                : format.render(node);
        documents.forEach((name, document) -> write(store, prefix.key(name), document));
      }
    }
  }

  private static void write(WritableStore store, StoreKey key, JsonObject document) {
    String text = JsonWriter.pretty(document);
    store.set(key, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
  }
}
