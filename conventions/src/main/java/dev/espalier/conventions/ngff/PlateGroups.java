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

/** The groups below a plate: rows, and wells in them. */
final class PlateGroups implements Inspection {
  @Override
  public void inspect(Part plate) {
    Optional<Part> wells = plate.field("wells");
    Optional<GroupSpec> group = plate.hierarchy().findGroup(plate.node());
    if (wells.isEmpty() || group.isEmpty()) {
      return;
    }
    Set<NodePath> listed = new HashSet<>();
    wells.get().elements().forEach(w -> w.field("path").flatMap(Part::path).ifPresent(listed::add));
    Set<String> rows = names(plate);
    List<NodePath> unlisted = new ArrayList<>();
    group
        .get()
        .members()
        .forEach(
            (name, row) -> {
              NodePath at = plate.node().child(name);
              if (row instanceof GroupSpec members) {
                wellsOf(plate, at, members, listed, unlisted);
                if (rows.contains(name.value()) && isEmpty(members) && !isAbove(at, listed)) {
                  empty(plate, at, "row");
                }
              }
            });
    if (!unlisted.isEmpty() && wells.get().isSound(PlateRules.WELLS_LISTED)) {
      Unlisted.report(wells.get(), PlateRules.WELLS_LISTED, "well", unlisted);
    }
  }

  /** Whether a well of the row is listed: that it is not there is told already. */
  private static boolean isAbove(NodePath row, Set<NodePath> wells) {
    return wells.stream().anyMatch(well -> well.parent().filter(row::equals).isPresent());
  }

  private static Set<String> names(Part plate) {
    Set<String> names = new HashSet<>();
    plate
        .field("rows")
        .ifPresent(
            rows ->
                rows.elements()
                    .forEach(r -> r.field("name").flatMap(Part::text).ifPresent(names::add)));
    return names;
  }

  private static void wellsOf(
      Part plate, NodePath row, GroupSpec members, Set<NodePath> listed, List<NodePath> unlisted) {
    for (Map.Entry<NodeName, NodeSpec> member : members.members().entrySet()) {
      NodePath at = row.child(member.getKey());
      if (Ome.has(member.getValue(), "well")) {
        if (!listed.contains(at)) {
          unlisted.add(at);
        }
      } else if (!listed.contains(at) && member.getValue() instanceof GroupSpec group) {
        if (isEmpty(group)) {
          empty(plate, at, "well");
        }
      }
    }
  }

  private static boolean isEmpty(GroupSpec group) {
    return group.membersKnown() && group.members().isEmpty() && group.attributes().isEmpty();
  }

  private static void empty(Part plate, NodePath at, String kind) {
    plate.report(
        PlateRules.GROUPS_EMPTY,
        finding ->
            finding
                .node(at)
                .pointer(JsonPointer.root())
                .message("there is a group for a " + kind + " in which no image was taken")
                .expected("no group for an empty " + kind)
                .found("an empty group")
                .fix("remove the group"));
  }
}
