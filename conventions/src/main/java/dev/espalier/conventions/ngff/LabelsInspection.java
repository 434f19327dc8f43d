package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What lies below the labels of an image, beside what their list says. */
final class LabelsInspection implements Inspection {
  @Override
  public void inspect(Part paths) {
    Set<NodePath> listed = new HashSet<>();
    paths.elements().forEach(element -> element.path().ifPresent(listed::add));
    List<NodePath> unlisted = new ArrayList<>();
    Optional<GroupSpec> labels = paths.hierarchy().findGroup(paths.node());
    labels.ifPresent(group -> look(paths, paths.node(), group, listed, unlisted));
    if (!unlisted.isEmpty() && paths.isSound(LabelsRules.LISTED)) {
      Unlisted.report(paths, LabelsRules.LISTED, "label image", unlisted);
    }
  }

  /** Below an image there is nothing but that image. */
  private static void look(
      Part paths, NodePath path, GroupSpec group, Set<NodePath> listed, List<NodePath> unlisted) {
    for (Map.Entry<NodeName, NodeSpec> member : group.members().entrySet()) {
      NodePath at = path.child(member.getKey());
      if (!(member.getValue() instanceof GroupSpec below) || listed.contains(at)) {
        continue;
      }
      if (Ome.has(below, "multiscales")) {
        unlisted.add(at);
      } else {
        between(paths, at, below, listed);
        look(paths, at, below, listed, unlisted);
      }
    }
  }

  private static void between(Part paths, NodePath at, GroupSpec group, Set<NodePath> listed) {
    boolean leadsToLabels = listed.stream().anyMatch(path -> path.isAtOrBelow(at));
    if (leadsToLabels && !group.attributes().isEmpty()) {
      paths.report(
          LabelsRules.BETWEEN,
          finding ->
              finding
                  .node(at)
                  .pointer(JsonPointer.of("attributes"))
                  .message("a group on the way to a label image has metadata")
                  .expected("no attributes")
                  .found("attributes " + group.attributes().byName().keySet())
                  .fix("move the metadata to the label image"));
    }
  }
}
