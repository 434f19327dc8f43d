package dev.espalier.json;

import dev.espalier.model.declare.Declare;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Level;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.NodeSchema;
import dev.espalier.model.schema.value.ValueSchema;
import java.util.List;

/** Holds attributes to a declaration of them alone. */
final class ImportedJudge {
  private ImportedJudge() {}

  /** What is found broken, recommendations aside. */
  static List<Finding> findings(ValueSchema.Obj attributes, JsonObject document) {
    NodeSchema.Group empty = Declare.group().toSchema();
    NodeSchema.Group group =
        new NodeSchema.Group(empty.rule(), attributes, List.of(), true, List.of(), List.of(), "");
    GroupSpec node = GroupSpec.empty().withAttributes(Attributes.of(document));
    Matcher matcher = Matcher.of(Declare.convention("t", "1").root(Declare.node(group)).build());
    return matcher.match(node, NodePath.root()).findings().stream()
        .filter(finding -> finding.rule().level() == Level.MUST)
        .filter(finding -> !finding.rule().id().equals("schema.matched"))
        .toList();
  }
}
