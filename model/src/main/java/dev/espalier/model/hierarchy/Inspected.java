package dev.espalier.model.hierarchy;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Profile;
import dev.espalier.model.finding.Report;
import dev.espalier.model.match.ElementDemand;
import dev.espalier.model.node.NodeSpec;
import java.util.List;

/**
 * A hierarchy that was checked.
 *
 * @param hierarchy the hierarchy
 * @param findings what is wrong with its metadata
 * @param demands what is to be checked of its elements
 */
record Inspected(NodeSpec hierarchy, List<Finding> findings, List<ElementDemand> demands) {
  Inspected {
    findings = List.copyOf(findings);
    demands = List.copyOf(demands);
  }

  Report report(Profile profile) {
    return new Report(profile, findings);
  }
}
