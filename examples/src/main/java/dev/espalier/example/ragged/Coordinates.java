package dev.espalier.example.ragged;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.schema.NodeInspection;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** An array along the samples either names its coordinates, or is a coordinate of another one. */
final class Coordinates implements NodeInspection {
  @Override
  public void inspect(Subject subject) {
    GroupSpec group = subject.hierarchy().findGroup(subject.path()).orElse(GroupSpec.empty());
    Optional<String> samples =
        group.members().values().stream()
            .flatMap(member -> text(member, "sample_dimension").stream())
            .findFirst();
    Set<String> coordinates =
        group.members().values().stream()
            .flatMap(member -> text(member, "coordinates").stream())
            .flatMap(names -> Arrays.stream(names.trim().split("\\s+")))
            .collect(Collectors.toSet());
    group
        .members()
        .forEach(
            (name, member) -> {
              if (samples.isPresent()
                  && isAlong(member, samples.get())
                  && member.attributes().get("coordinates").isEmpty()
                  && !coordinates.contains(name.value())
                  && !name.value().equals(samples.get())) {
                subject.report(
                    RaggedConvention.COORDINATES,
                    finding ->
                        finding
                            .node(subject.path().child(name))
                            .pointer(JsonPointer.of("attributes", "coordinates"))
                            .message("an array along the samples does not name its coordinates")
                            .expected("\"coordinates\": the names of arrays, such as \"time lat\"")
                            .found("nothing")
                            .fix("add \"coordinates\", or name it as a coordinate of another"));
              }
            });
  }

  private static boolean isAlong(NodeSpec node, String dimension) {
    return node instanceof ArraySpec array
        && array
            .dimensionNames()
            .filter(names -> names.contains(Optional.of(dimension)))
            .isPresent();
  }

  private static Optional<String> text(NodeSpec node, String attribute) {
    return node.attributes()
        .get(attribute)
        .flatMap(v -> v instanceof JsonString s ? Optional.of(s.value()) : Optional.empty());
  }
}
