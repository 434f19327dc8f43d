package dev.espalier.conventions.ngff;

import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Images in the group of a well that its list leaves out: no reader will find them. */
final class UnlistedImages implements Inspection {
  @Override
  public void inspect(Part images) {
    Set<NodePath> listed = new HashSet<>();
    images
        .elements()
        .forEach(image -> image.field("path").flatMap(Part::path).ifPresent(listed::add));
    List<NodePath> unlisted =
        images.hierarchy().findGroup(images.node()).stream()
            .flatMap(well -> well.members().entrySet().stream())
            .filter(member -> Ome.has(member.getValue(), "multiscales"))
            .map(member -> images.node().child(member.getKey()))
            .filter(path -> !listed.contains(path))
            .toList();
    if (!unlisted.isEmpty() && images.isSound(WellRules.LISTED)) {
      Unlisted.report(images, WellRules.LISTED, "image", unlisted);
    }
  }
}
