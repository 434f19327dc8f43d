package dev.espalier.cli.command;

import dev.espalier.cli.option.JsonFile;
import dev.espalier.cli.spec.SpecDocument;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Report;
import dev.espalier.model.hierarchy.Espalier;
import dev.espalier.model.hierarchy.Planned;
import dev.espalier.model.layout.FillChunks;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.WritableBackend;
import dev.espalier.model.work.Execution;
import java.util.Map;
import java.util.Optional;

/**
 * A hierarchy that a document declares, to be planned and written.
 *
 * @param root the hierarchy
 * @param convention what it has to follow, if anything
 * @param format the word of the format that it is written in
 */
record DeclaredHierarchy(NodeSpec root, Optional<Convention> convention, String format) {
  static DeclaredHierarchy read(String file, Optional<Convention> convention, String format) {
    return new DeclaredHierarchy(SpecDocument.read(file, JsonFile.read(file)), convention, format);
  }

  /**
   * A hierarchy that can be written.
   *
   * @param root the hierarchy with what its convention knew of its open parts
   * @param plan what becomes of each node
   * @param report what is worth knowing before
   * @param backend what writes it
   */
  record Ready(NodeSpec root, WritePlan plan, Report report, WritableBackend backend) {
    Ready with(FillChunks fillChunks) {
      return new Ready(root, plan.withFillChunks(fillChunks), report, backend);
    }

    /** Writes it; an array without data has its fill value everywhere. */
    void write(BoundHierarchy filled, Execution execution) {
      backend.write(plan, filled, execution);
    }
  }

  /**
   * Decides everything. Rules on elements do not count, as those are still to come.
   *
   * @throws dev.espalier.model.error.InvalidHierarchyException with every finding, if the hierarchy
   *     does not follow the convention or cannot be written
   */
  Ready plan(String target, WritePolicy policy) {
    Location location = new Location(target);
    WritableBackend backend = Backends.load().writable(format);
    try {
      if (convention.isEmpty()) {
        WritePlan plan = backend.plan(root, location, policy);
        return new Ready(root, plan, plan.report(), backend);
      }
      BoundHierarchy empty = new BoundHierarchy(root, Map.of());
      Espalier espalier = Espalier.load().writing(format);
      Planned planned = espalier.plan(empty, convention.get(), location, policy).throwIfInvalid();
      NodeSpec filled = planned.hierarchy().root();
      return new Ready(filled, planned.plan().orElseThrow(), planned.report(), backend);
    } catch (UnsupportedException e) {
      throw new RequestException(String.valueOf(e.getMessage()), e); // a target of another kind
    }
  }
}
