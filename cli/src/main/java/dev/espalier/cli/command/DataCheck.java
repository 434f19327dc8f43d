package dev.espalier.cli.command;

import dev.espalier.model.convention.Convention;
import dev.espalier.model.elements.ElementCheck;
import dev.espalier.model.error.CorruptException;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.match.ElementDemand;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.rule.CoreRules;
import dev.espalier.model.spi.OpenHierarchy;
import java.util.List;
import java.util.stream.Stream;

/** Reads the elements of arrays, and holds them to what a convention demands of them. */
final class DataCheck {
  private final OpenHierarchy hierarchy;
  private final NodeSpec tree;

  DataCheck(OpenHierarchy hierarchy, NodeSpec tree) {
    this.hierarchy = hierarchy;
    this.tree = tree;
  }

  Stream<Finding> findings(Convention convention, NodePath at) {
    return convention.elementDemands(tree, at).stream()
        .flatMap(demand -> findings(demand).stream());
  }

  private List<Finding> findings(ElementDemand demand) {
    try {
      return ElementCheck.of(List.of(demand)).findings(hierarchy::array);
    } catch (InvalidHierarchyException e) {
      return List.of(); // said of the array already, as are codecs that nobody knows
    } catch (UnsupportedException | CorruptException e) {
      return List.of(
          Finding.builder()
              .rule(CoreRules.MEMBER_READABLE)
              .node(demand.array())
              .message("elements of " + demand.array() + " cannot be read: " + e.getMessage())
              .expected("elements that can be read")
              .found("elements that cannot")
              .fix("write the array again")
              .build());
    }
  }
}
