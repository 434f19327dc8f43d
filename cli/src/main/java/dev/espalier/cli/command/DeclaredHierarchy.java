package dev.espalier.cli.command;

import dev.espalier.cli.option.JsonFile;
import dev.espalier.cli.spec.SpecDocument;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.plan.WritePlan;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Execution;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.WritableBackend;
import java.util.Map;

/**
 * A hierarchy that a document declares, to be planned and written.
 *
 * @param root the hierarchy
 * @param format what it is written in
 */
record DeclaredHierarchy(NodeSpec root, WritableBackend format) {
  static DeclaredHierarchy read(String file) {
    NodeSpec root = SpecDocument.read(file, JsonFile.read(file));
    return new DeclaredHierarchy(root, Backends.load().writable(TargetFormat.ID));
  }

  WritePlan plan(String target, WritePolicy policy) {
    try {
      return format.plan(root, new Location(target), policy);
    } catch (UnsupportedException e) {
      throw new RequestException(String.valueOf(e.getMessage()), e); // a target of another kind
    }
  }

  /** Writes it without data: every element has the fill value. */
  void write(WritePlan plan, Execution execution) {
    format.write(plan, new BoundHierarchy(root, Map.of()), execution);
  }
}
