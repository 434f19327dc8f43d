package dev.espalier.zarr;

import dev.espalier.io.file.FileSystemStaging;
import dev.espalier.io.place.StorePlaces;
import dev.espalier.io.store.Store;
import dev.espalier.io.store.StorePrefix;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.PlannedAction;
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
import dev.espalier.zarr.internal.array.StoredArray;
import dev.espalier.zarr.internal.document.Zarr2Documents;
import dev.espalier.zarr.internal.edit.Zarr2Consolidation;
import dev.espalier.zarr.internal.edit.Zarr2Editor;
import dev.espalier.zarr.v2.Zarr2Document;
import java.util.List;
import java.util.Optional;

/**
 * Zarr v2 in directories of the local file system. Where a directory has the documents of Zarr v3
 * as well, {@link ZarrBackend} is asked before.
 *
 * <p>Layouts are in the words of Zarr v3, as {@link dev.espalier.zarr.v2.Zarr2Document} says. Where
 * nothing is asked for, chunks hold at most 1 MiB, are compressed with zstd, through Blosc where
 * elements hold numbers of several bytes, and are named {@code 0.1}. A written hierarchy appears
 * whole or not at all, see {@link FileSystemStaging}; what Zarr v2 has no words for is a finding of
 * the plan. A merge is made as {@link ZarrBackend} makes it, where there is no consolidated
 * metadata.
 *
 * @see <a href="https://zarr-specs.readthedocs.io/en/latest/v2/v2.0.html">Zarr v2</a>
 */
public final class Zarr2Backend implements WritableBackend, EditableBackend, ChangeableBackend {
  private final Places stores;
  private final ZarrPlaces places;

  /** For {@link java.util.ServiceLoader}: with the kinds of stores that it finds. */
  public Zarr2Backend() {
    this(StorePlaces.load());
  }

  /** With certain kinds of stores. */
  public Zarr2Backend(StorePlaces stores) {
    this.stores = new Places(stores);
    this.places = new ZarrPlaces(new Zarr2Documents(), this.stores);
  }

  @Override
  public String id() {
    return "zarr2";
  }

  /** Zarr v3 is the format for new hierarchies. */
  @Override
  public boolean isUsualTarget() {
    return false;
  }

  @Override
  public Recognition recognise(Location location) {
    return places.recognise(location);
  }

  @Override
  public OpenHierarchy open(Location location) {
    return open(location, OpenOptions.defaults());
  }

  @Override
  public OpenHierarchy open(Location location, OpenOptions options) {
    return places.open(location, options);
  }

  @Override
  public Optional<OpenHierarchy> openIfRecognised(Location location, OpenOptions options) {
    return places.openIfRecognised(location, options);
  }

  /**
   * Writes consolidated metadata as zarr-python does: {@code .zmetadata} in the root repeats all
   * documents. Editing keeps it fresh.
   */
  @Override
  public int consolidate(Location location) {
    return new Zarr2Consolidation(stores.standing(location)).write();
  }

  /**
   * Edits a hierarchy by rewriting the documents concerned, and the copies of them in consolidated
   * metadata; all else in these documents stays, in its order and spelling. Attributes are in
   * documents of their own, so that nothing else is written for them. Every edit is known to fit
   * before the first document is replaced.
   */
  @Override
  public void edit(Location location, List<? extends Edit> edits) {
    new Zarr2Editor(stores.standing(location)).edit(edits);
  }

  /**
   * Opens a hierarchy to change its arrays. Consolidated metadata is kept fresh where a shape
   * changes, and not looked at otherwise; of a document, only the shape is changed.
   */
  @Override
  public ChangeableHierarchy change(Location location, ChangeOptions options) {
    return places.change(
        location,
        options,
        store -> (array, change) -> new Zarr2Editor(store).change(array, change));
  }

  @Override
  public WritePlan plan(NodeSpec hierarchy, Location target, WritePolicy policy) {
    WritePlan plan = places.plan(hierarchy, target, policy);
    if (policy == WritePolicy.MERGE) {
      stores
          .toChange(target)
          .openToChange()
          .ifPresent(
              store ->
                  plan.nodes().stream()
                      .filter(node -> node.action() != PlannedAction.KEEP)
                      .forEach(node -> refuseStaleCopies(target, store, node.path())));
    }
    return plan;
  }

  /** Consolidated metadata is a document of its own, and no change of a merge can remove it. */
  private static void refuseStaleCopies(Location target, Store store, NodePath changed) {
    Optional<NodePath> group = Optional.of(changed);
    while (group.isPresent()) {
      StorePrefix prefix = StoredArray.prefixOf(group.get());
      if (store.contains(prefix.key(Zarr2Document.CONSOLIDATED))) {
        throw new UnsupportedException(
            target
                + ": "
                + group.get()
                + ": merging is not supported where there is consolidated metadata of Zarr v2,"
                + " which would go on telling of what was; remove "
                + Zarr2Document.CONSOLIDATED
                + " there, or replace the hierarchy as a whole");
      }
      group = group.get().parent();
    }
  }

  @Override
  public void write(
      WritePlan plan, BoundHierarchy hierarchy, Execution execution, PublishGate gate) {
    places.write(plan, hierarchy, execution, gate);
  }
}
