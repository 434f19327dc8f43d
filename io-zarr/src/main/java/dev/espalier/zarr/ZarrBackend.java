package dev.espalier.zarr;

import dev.espalier.io.store.FileSystemStaging;
import dev.espalier.io.store.FileSystemStore;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.EditableBackend;
import dev.espalier.model.spi.Execution;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.edit.HierarchyEditor;
import dev.espalier.zarr.internal.plan.HierarchyPlanner;
import dev.espalier.zarr.internal.plan.TargetPlanner;
import dev.espalier.zarr.internal.read.ZarrHierarchy;
import dev.espalier.zarr.internal.write.HierarchyWriter;
import dev.espalier.zarr.internal.write.MergePlace;
import dev.espalier.zarr.internal.write.Place;
import dev.espalier.zarr.internal.write.WholePlace;
import dev.espalier.zarr.metadata.ZarrDocument;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * Zarr v3 in directories of the local file system.
 *
 * <p>Where nothing is asked for, chunks hold at most 1 MiB, are compressed with zstd, and are named
 * {@code c/0/1}; a layout in the words of another format keeps its chunk shape only. A written
 * hierarchy appears whole or not at all, see {@link FileSystemStaging}. {@link #write} stops soon
 * after the calling thread is interrupted, and has removed what it began when it throws {@link
 * dev.espalier.model.error.CancelledException}. {@link WritePolicy#REPLACE} replaces hierarchies
 * and empty directories; anything else that stands at the target is not deleted for the asking.
 *
 * <p>{@link WritePolicy#MERGE} changes a hierarchy that stands there. Everything new is written
 * beside it first, chunks before documents; if that fails, or the gate refuses, nothing has
 * changed. Then a journal is put in its place by one rename, and the changes are made, each by a
 * rename: a new subtree appears whole, an array is swapped with all its chunks, a document is
 * replaced as one file, the root's last. Nobody ever sees a document without the chunks that it
 * speaks of; while an array is swapped, it is absent for a moment. If a change fails, all are taken
 * back. If the process is killed in between, each node is its older or its newer self, but for one
 * array that may be absent, and the next {@link #open}, {@link #plan} (unless it is to fail) or
 * {@link #write} of this location makes the rest of the changes. Who opens a group below it, or
 * opens it with other software, does not. Members of documents that are not known here stay, unless
 * they say that they must be understood: then the node cannot be read and is left alone.
 * Consolidated metadata above a changed node is removed before the change, since it would be stale;
 * so it is in all documents that are written. What stands at the place of a new node and is no node
 * is in its way, and the merge fails. What others change there while a merge is written makes it
 * fail; of two merges that publish at the same moment, one fails.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v3/core/index.html">Zarr v3</a>
 */
public final class ZarrBackend implements WritableBackend, EditableBackend {
  /** For {@link java.util.ServiceLoader}. */
  public ZarrBackend() {}

  @Override
  public String id() {
    return "zarr";
  }

  @Override
  public Recognition recognise(Location location) {
    Path path = location.path().orElse(null);
    if (path == null) {
      return Recognition.OTHER;
    }
    if (Files.isRegularFile(path.resolve(ZarrDocument.NAME))
        || staging(path, location).wasInterrupted()) {
      return Recognition.RECOGNISED;
    }
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? Recognition.OTHER : Recognition.ABSENT;
  }

  @Override
  public OpenHierarchy open(Location location) {
    return ZarrHierarchy.open(location, existing(location), CodecRegistry.load());
  }

  /**
   * Edits a hierarchy by rewriting the documents of the nodes concerned, and the copies of them in
   * consolidated metadata; all else in these documents stays, in its order and spelling. Every edit
   * is known to fit before the first document is replaced. Each document is replaced as a whole;
   * the others do not wait for it, so that a crash may leave some edits applied and others not.
   */
  @Override
  public void edit(Location location, List<? extends Edit> edits) {
    new HierarchyEditor(existing(location)).edit(edits);
  }

  private static FileSystemStore existing(Location location) {
    Path path = pathOf(location);
    staging(path, location).recover();
    if (!Files.exists(path)) {
      throw new MissingException(location + ": nothing is there");
    }
    return new FileSystemStore(path, location.text());
  }

  @Override
  public WritePlan plan(NodeSpec hierarchy, Location target, WritePolicy policy) {
    Path path = pathOf(target);
    FileSystemStaging staging = staging(path, target);
    boolean ignoresCase = staging.ignoresCase();
    WritePlan alone =
        HierarchyPlanner.plan(hierarchy, target.text(), policy, CodecRegistry.load(), ignoresCase);
    if (policy != WritePolicy.FAIL) {
      staging.recover();
    }
    Targets.check(path, target, policy);
    return Targets.standing(path, target, policy, this::open)
        .map(standing -> new TargetPlanner(standing, ignoresCase).plan(alone, hierarchy))
        .orElse(alone);
  }

  @Override
  public void write(
      WritePlan plan, BoundHierarchy hierarchy, Execution execution, PublishGate gate) {
    Location target = new Location(plan.target());
    Path path = pathOf(target);
    Targets.check(path, target, plan.policy());
    if (plan.policy() == WritePolicy.MERGE || plan.policy() == WritePolicy.FAIL_UNLESS_ALIKE) {
      requireUnchanged(plan, hierarchy, target);
    }
    if (!plan.changesAnything()) {
      return;
    }
    HierarchyWriter writer = new HierarchyWriter(CodecRegistry.load());
    if (changesParts(plan)) {
      try (OpenHierarchy standing = open(target)) {
        Place place = new MergePlace(plan, standing, staging(path, target)::begin);
        PublishGate stillAsPlanned =
            () -> {
              gate.check();
              requireUnchanged(plan, hierarchy, target);
            };
        writer.write(plan, hierarchy, execution, stillAsPlanned, place);
      }
    } else {
      // Where a merge comes here, nothing stands there but an empty directory or an array.
      boolean replace =
          plan.policy() != WritePolicy.FAIL && Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      Place place = new WholePlace(() -> staging(path, target).begin(replace));
      writer.write(plan, hierarchy, execution, gate, place);
    }
  }

  /** Whether the root stays, so that only what is below it and its document change. */
  private static boolean changesParts(WritePlan plan) {
    return plan.policy() == WritePolicy.MERGE
        && plan.nodes().stream()
            .anyMatch(node -> node.path().isRoot() && !node.action().writesElements());
  }

  private void requireUnchanged(WritePlan plan, BoundHierarchy hierarchy, Location target) {
    WritePlan now = plan(hierarchy.root(), target, plan.policy());
    if (!now.root().equals(plan.root()) || !now.nodes().equals(plan.nodes())) {
      throw new TargetExistsException(
          target
              + ": what stands there, or what is to be written, is not what it was when this was"
              + " planned; plan again");
    }
  }

  private static FileSystemStaging staging(Path path, Location location) {
    return new FileSystemStaging(path, location.text());
  }

  private static Path pathOf(Location location) {
    return location
        .path()
        .orElseThrow(
            () ->
                new UnsupportedException(
                    location
                        + ": locations of scheme \""
                        + location.scheme()
                        + "\" are not supported; give a directory"));
  }
}
