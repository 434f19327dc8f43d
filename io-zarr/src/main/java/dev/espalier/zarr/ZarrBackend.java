package dev.espalier.zarr;

import dev.espalier.io.store.FileSystemStaging;
import dev.espalier.io.store.FileSystemStore;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.error.MissingException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.EditableBackend;
import dev.espalier.model.spi.Execution;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.edit.HierarchyEditor;
import dev.espalier.zarr.internal.plan.HierarchyPlanner;
import dev.espalier.zarr.internal.read.ZarrHierarchy;
import dev.espalier.zarr.internal.write.HierarchyWriter;
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
    boolean ignoresCase = staging(path, target).ignoresCase();
    WritePlan plan =
        HierarchyPlanner.plan(hierarchy, target.text(), policy, CodecRegistry.load(), ignoresCase);
    Targets.check(path, target, policy);
    return plan;
  }

  @Override
  public void write(WritePlan plan, BoundHierarchy hierarchy, Execution execution) {
    Location target = new Location(plan.target());
    Path path = pathOf(target);
    Targets.check(path, target, plan.policy());
    boolean replace = plan.policy() == WritePolicy.REPLACE;
    new HierarchyWriter(CodecRegistry.load())
        .write(plan, hierarchy, execution, () -> staging(path, target).begin(replace));
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
