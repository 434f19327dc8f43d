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
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.spi.OpenOptions;
import dev.espalier.model.spi.PublishGate;
import dev.espalier.model.spi.Recognition;
import dev.espalier.model.work.Execution;
import dev.espalier.zarr.codec.CodecRegistry;
import dev.espalier.zarr.internal.document.DocumentFormat;
import dev.espalier.zarr.internal.edit.Consolidation;
import dev.espalier.zarr.internal.edit.HierarchyEditor;
import dev.espalier.zarr.internal.plan.HierarchyPlanner;
import dev.espalier.zarr.internal.plan.TargetPlanner;
import dev.espalier.zarr.internal.read.ZarrHierarchy;
import dev.espalier.zarr.internal.write.HierarchyWriter;
import dev.espalier.zarr.internal.write.MergePlace;
import dev.espalier.zarr.internal.write.Place;
import dev.espalier.zarr.internal.write.WholePlace;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** Hierarchies of one version of the format in directories of the local file system. */
final class ZarrDirectories {
  private final DocumentFormat format;

  ZarrDirectories(DocumentFormat format) {
    this.format = format;
  }

  Recognition recognise(Location location) {
    Path path = location.path().orElse(null);
    if (path == null) {
      return Recognition.OTHER;
    }
    Path standing = staging(path, location).standing();
    if (format.names().stream().anyMatch(name -> Files.isRegularFile(standing.resolve(name)))) {
      return Recognition.RECOGNISED;
    }
    return Files.exists(path, LinkOption.NOFOLLOW_LINKS) ? Recognition.OTHER : Recognition.ABSENT;
  }

  OpenHierarchy open(Location location, OpenOptions options) {
    return ZarrHierarchy.open(location, existing(location), format, CodecRegistry.load(), options);
  }

  /** What stands at a target, for who is about to change it. */
  private OpenHierarchy standing(Location location) {
    return open(location, ZarrHierarchy.DOCUMENTS_ALONE);
  }

  int consolidate(Location location) {
    return new Consolidation(existing(location)).write();
  }

  void edit(Location location, List<? extends Edit> edits) {
    new HierarchyEditor(existing(location)).edit(edits);
  }

  static FileSystemStore existing(Location location) {
    Path path = pathOf(location);
    staging(path, location).recover();
    if (!Files.exists(path)) {
      throw new MissingException(location + ": nothing is there");
    }
    return new FileSystemStore(path, location.text());
  }

  WritePlan plan(NodeSpec hierarchy, Location target, WritePolicy policy) {
    Path path = pathOf(target);
    FileSystemStaging staging = staging(path, target);
    boolean ignoresCase = staging.ignoresCase();
    WritePlan alone =
        HierarchyPlanner.plan(
            hierarchy, target.text(), policy, format, CodecRegistry.load(), ignoresCase);
    if (policy != WritePolicy.FAIL) {
      staging.recover();
    }
    Targets.check(path, target, policy);
    return Targets.standing(path, target, policy, this::standing)
        .map(standing -> new TargetPlanner(standing, ignoresCase).plan(alone, hierarchy))
        .orElse(alone);
  }

  void write(WritePlan plan, BoundHierarchy hierarchy, Execution execution, PublishGate gate) {
    Location target = new Location(plan.target());
    Path path = pathOf(target);
    Targets.check(path, target, plan.policy());
    if (plan.policy() == WritePolicy.MERGE || plan.policy() == WritePolicy.FAIL_UNLESS_ALIKE) {
      requireUnchanged(plan, hierarchy, target);
    }
    if (!plan.changesAnything()) {
      return;
    }
    HierarchyWriter writer = new HierarchyWriter(format, CodecRegistry.load());
    if (changesParts(plan)) {
      try (OpenHierarchy standing = standing(target)) {
        Place place = new MergePlace(plan, format, standing, staging(path, target)::begin);
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

  static Path pathOf(Location location) {
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
