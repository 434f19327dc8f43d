package dev.espalier.zarr;

import dev.espalier.io.place.ChangeablePlace;
import dev.espalier.io.place.StorePlace;
import dev.espalier.io.place.WritablePlace;
import dev.espalier.io.place.WritablePlace.Occupancy;
import dev.espalier.io.store.ListableStore;
import dev.espalier.io.store.ReadableStore;
import dev.espalier.io.store.Store;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.error.TargetExistsException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.ChangeableHierarchy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.stored.ChangeOptions;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.edit.Consolidation;
import dev.espalier.zarr.internal.edit.HierarchyEditor;
import dev.espalier.zarr.internal.plan.HierarchyPlanner;
import dev.espalier.zarr.internal.plan.TargetPlanner;
import dev.espalier.zarr.internal.read.ZarrHierarchy;
import dev.espalier.zarr.internal.update.ZarrChanges;
import dev.espalier.zarr.internal.write.HierarchyWriter;
import dev.espalier.zarr.internal.write.MergePlace;
import dev.espalier.zarr.internal.write.Place;
import dev.espalier.zarr.internal.write.WholePlace;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Hierarchies of one version of the format, wherever stores are. */
final class ZarrPlaces {
  private final DocumentFormat format;
  private final Places places;

  /** Found when they are needed first, as that is a walk over the class path, and then kept. */
  private volatile @Nullable CodecRegistry codecs;

  ZarrPlaces(DocumentFormat format, Places places) {
    this.format = format;
    this.places = places;
  }

  private CodecRegistry codecs() {
    CodecRegistry found = codecs;
    if (found == null) {
      found = CodecRegistry.load();
      codecs = found;
    }
    return found;
  }

  Recognition recognise(Location location) {
    Optional<StorePlace> place = places.find(location);
    if (place.isEmpty()) {
      return Recognition.OTHER;
    }
    try {
      return look(place.get());
    } catch (EspalierException e) {
      return Recognition.OTHER;
    }
  }

  private Recognition look(StorePlace place) {
    Optional<ReadableStore> found = place.peek();
    if (found.isEmpty()) {
      return Recognition.ABSENT;
    }
    try (ReadableStore store = found.get()) {
      return Targets.hasAny(store, format.names())
          ? Recognition.RECOGNISED
          : isUnlisted(store) ? Recognition.ABSENT : Recognition.OTHER;
    }
  }

  /** Of a store that cannot be listed, nothing is there but what it is asked for. */
  private static boolean isUnlisted(ReadableStore store) {
    return !(store instanceof ListableStore);
  }

  OpenHierarchy open(Location location, OpenOptions options) {
    ReadableStore store = places.at(location).open().orElseThrow(() -> Places.missing(location));
    return opened(store, () -> ZarrHierarchy.open(location, store, format, codecs(), options));
  }

  /**
   * Opens what is at a location if it is of this format, with no request more than opening takes:
   * far away, a look beforehand would cost as much again.
   */
  Optional<OpenHierarchy> openIfRecognised(Location location, OpenOptions options) {
    Optional<StorePlace> place = places.find(location);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    if (place.get() instanceof ChangeablePlace) {
      // Opening mends what is there, and a look does not: only what is ours is to be mended.
      return look(place.get()) == Recognition.RECOGNISED
          ? Optional.of(open(location, options))
          : Optional.empty();
    }
    Optional<ReadableStore> found = place.get().open();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ReadableStore store = found.get();
    Optional<ZarrHierarchy> hierarchy =
        opened(store, () -> ZarrHierarchy.openIfThere(location, store, format, codecs(), options));
    if (hierarchy.isEmpty()) {
      store.close();
    }
    return hierarchy.map(open -> open);
  }

  /** The hierarchy closes the store with itself; if it does not come about, nobody else does. */
  private static <T> T opened(ReadableStore store, Supplier<T> opening) {
    try {
      return opening.get();
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  // The hierarchy closes the store with itself.
  @SuppressWarnings("resource")
  ChangeableHierarchy change(
      Location location,
      ChangeOptions options,
      Function<Store, ZarrChanges.DocumentChange> documents) {
    Store store = places.standing(location);
    try {
      return new ZarrChanges(
          location, store, format, codecs(), documents.apply(store), options.fillChunks());
    } catch (RuntimeException | Error e) {
      store.close();
      throw e;
    }
  }

  /** What stands at a target, for who is about to change it. */
  private OpenHierarchy standing(Location location) {
    return open(location, ZarrHierarchy.DOCUMENTS_ALONE);
  }

  int consolidate(Location location) {
    return new Consolidation(places.standing(location)).write();
  }

  void edit(Location location, List<? extends Edit> edits) {
    new HierarchyEditor(places.standing(location)).edit(edits);
  }

  WritePlan plan(NodeSpec hierarchy, Location target, WritePolicy policy) {
    WritablePlace place = places.toWrite(target);
    boolean ignoresCase = place.ignoresCase();
    WritePlan alone =
        HierarchyPlanner.plan(hierarchy, target.text(), policy, format, codecs(), ignoresCase);
    if (policy != WritePolicy.FAIL) {
      place.recover();
    }
    Targets.check(place, policy);
    WritePlan plan =
        Targets.standing(place, policy, () -> standing(target))
            .map(standing -> new TargetPlanner(standing, ignoresCase).plan(alone, hierarchy))
            .orElse(alone);
    if (changesParts(plan) && plan.changesAnything()) {
      places.toChange(target);
    }
    return plan;
  }

  void write(WritePlan plan, BoundHierarchy hierarchy, Execution execution, PublishGate gate) {
    Location target = new Location(plan.target());
    WritablePlace place = places.toWrite(target);
    Targets.check(place, plan.policy());
    if (plan.policy() == WritePolicy.MERGE || plan.policy() == WritePolicy.FAIL_UNLESS_ALIKE) {
      requireUnchanged(plan, hierarchy, target);
    }
    if (!plan.changesAnything()) {
      return;
    }
    HierarchyWriter writer = new HierarchyWriter(format, codecs());
    if (changesParts(plan)) {
      ChangeablePlace changeable = places.toChange(target);
      try (OpenHierarchy standing = standing(target)) {
        PublishGate stillAsPlanned =
            () -> {
              gate.check();
              requireUnchanged(plan, hierarchy, target);
            };
        Place merged = new MergePlace(plan, format, standing, changeable::begin);
        writer.write(plan, hierarchy, execution, stillAsPlanned, merged);
      }
    } else {
      // Where a merge comes here, nothing stands there but an empty directory or an array.
      boolean replace = plan.policy() != WritePolicy.FAIL && place.occupancy() != Occupancy.NOTHING;
      Place whole = new WholePlace(() -> place.begin(replace));
      writer.write(plan, hierarchy, execution, gate, whole);
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
}
