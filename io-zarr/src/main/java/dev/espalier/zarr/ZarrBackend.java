package dev.espalier.zarr;

import dev.espalier.io.file.FileSystemStaging;
import dev.espalier.io.place.StorePlaces;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.ChangeableBackend;
import dev.espalier.model.spi.ChangeableHierarchy;
import dev.espalier.model.spi.EditableBackend;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.model.stored.ChangeOptions;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.internal.document.Zarr3Documents;
import dev.espalier.zarr.internal.edit.HierarchyEditor;
import java.util.List;
import java.util.Optional;

/**
 * Zarr v3 in directories and zip archives of the local file system, and read over HTTP.
 *
 * <p>Where nothing is asked for, chunks hold at most 1 MiB, are compressed with zstd, through Blosc
 * where elements hold numbers of several bytes, and are named {@code c/0/1}; a layout in the words
 * of another format keeps its chunk shape only. A written hierarchy appears whole or not at all,
 * see {@link FileSystemStaging}. {@link #write} stops soon after the calling thread is interrupted,
 * and has removed what it began when it throws {@link dev.espalier.model.error.CancelledException}.
 * {@link WritePolicy#REPLACE} replaces hierarchies and empty directories; anything else that stands
 * at the target is not deleted for the asking.
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
public final class ZarrBackend implements WritableBackend, EditableBackend, ChangeableBackend {
  private final ZarrPlaces places;

  /**
   * For {@link java.util.ServiceLoader}: with the kinds of stores that it finds now, and the codecs
   * that it finds when they are first needed; both are kept.
   */
  public ZarrBackend() {
    this(StorePlaces.load());
  }

  /** With certain kinds of stores. */
  public ZarrBackend(StorePlaces stores) {
    this.places = new ZarrPlaces(new Zarr3Documents(), new Places(stores));
  }

  @Override
  public String id() {
    return "zarr";
  }

  @Override
  public Recognition recognise(Location location) {
    return places.recognise(location);
  }

  @Override
  public OpenHierarchy open(Location location) {
    return open(location, OpenOptions.defaults());
  }

  /**
   * Opens a hierarchy. Chunks of which a part was read are kept decoded for a while, and indexes of
   * shards as well. Whoever reads from them looks first whether the store still has the version
   * that they are of, so that a chunk that somebody replaced is read anew. Of values without a
   * version nothing is kept, and each part is fetched and decoded again: that is so with servers
   * that tell neither a strong entity tag nor a time, or a time that is not yet a minute ago.
   */
  @Override
  public OpenHierarchy open(Location location, OpenOptions options) {
    return places.open(location, options);
  }

  @Override
  public Optional<OpenHierarchy> openIfRecognised(Location location, OpenOptions options) {
    return places.openIfRecognised(location, options);
  }

  /**
   * Edits a hierarchy by rewriting the documents of the nodes concerned, and the copies of them in
   * consolidated metadata; all else in these documents stays, in its order and spelling. Every edit
   * is known to fit before the first document is replaced. Each document is replaced as a whole;
   * the others do not wait for it, so that a crash may leave some edits applied and others not.
   */
  @Override
  public void edit(Location location, List<? extends Edit> edits) {
    places.edit(location, edits);
  }

  /**
   * Writes consolidated metadata as zarr-python does: the root repeats all documents, letter by
   * letter. Editing keeps it fresh, and what is written into the hierarchy removes it.
   */
  @Override
  public int consolidate(Location location) {
    return places.consolidate(location);
  }

  /**
   * Opens a hierarchy to change its arrays. Consolidated metadata is kept fresh where a shape
   * changes, and not looked at otherwise; of a document, only what says the shape is changed.
   */
  @Override
  public ChangeableHierarchy change(Location location, ChangeOptions options) {
    return places.change(
        location,
        options,
        store -> (array, change) -> new HierarchyEditor(store).change(array, change));
  }

  @Override
  public WritePlan plan(NodeSpec hierarchy, Location target, WritePolicy policy) {
    return places.plan(hierarchy, target, policy);
  }

  @Override
  public void write(
      WritePlan plan, BoundHierarchy hierarchy, Execution execution, PublishGate gate) {
    places.write(plan, hierarchy, execution, gate);
  }
}
