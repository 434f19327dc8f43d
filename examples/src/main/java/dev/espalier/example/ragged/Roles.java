package dev.espalier.example.ragged;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.schema.NodeInspection;
import java.util.List;

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
    List<NodeName> playing =
        subject.hierarchy().findGroup(subject.path()).stream()
            .flatMap(group -> group.members().entrySet().stream())
            .filter(member -> member.getValue().attributes().get(attribute).isPresent())
            .map(member -> member.getKey())
            .toList();
    if (playing.size() < least) {
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
