package dev.espalier.example.ragged;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.schema.NodeInspection;
import java.util.List;
import java.util.Map;

/**
 * So many arrays of a group have an attribute that gives them a role.
 *
 * @param rule broken by fewer or more
 * @param attribute the attribute
 * @param least how many there are at least; there is one at most
 */
record Roles(Rule rule, String attribute, int least) implements NodeInspection {
  @Override
  public void inspect(Subject subject) {
    Map<NodeName, NodeSpec> members =
        subject.hierarchy().findGroup(subject.path()).orElse(GroupSpec.empty()).members();
    List<NodeName> playing =
        members.entrySet().stream()
            .filter(member -> member.getValue().attributes().get(attribute).isPresent())
            .map(member -> member.getKey())
            .toList();
    // An array that cannot be read may be the one that is looked for.
    boolean allRead = members.values().stream().noneMatch(UnreadableSpec.class::isInstance);
    if (playing.size() < least && allRead) {
      subject.report(
          rule,
          finding ->
              finding
                  .message("no array has the attribute \"" + attribute + "\"")
                  .expected("one array with \"" + attribute + "\"")
                  .found("none")
                  .fix("add \"" + attribute + "\" to the array that plays this role"));
    } else if (playing.size() > 1) {
      subject.report(
          rule,
          finding ->
              finding
                  .node(subject.path().child(playing.get(1)))
                  .pointer(JsonPointer.of("attributes", attribute))
                  .message("more than one array has the attribute \"" + attribute + "\"")
                  .expected("one array with \"" + attribute + "\"")
                  .found(String.join(", ", playing.stream().map(NodeName::value).toList()))
                  .fix("keep it at one of them"));
    }
  }
}
