package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import dev.espalier.model.shape.Shape;
import java.util.List;
import java.util.Optional;

/**
 * What a label image and the image that it labels have in common. An image outside of what was read
 * is not looked for.
 */
final class LabelSource implements Inspection {
  /** Where the image is if nothing else is said. */
  static final String USUAL = "../../";

  @Override
  public void inspect(Part ome) {
    Optional<Part> stated =
        ome.field("image-label").flatMap(p -> p.field("source")).flatMap(p -> p.field("image"));
    Optional<NodePath> path = stated.isPresent() ? stated.flatMap(Part::path) : usual(ome);
    Optional<NodeSpec> image = path.flatMap(ome.hierarchy()::find);
    if (image.filter(node -> Ome.has(node, "multiscales")).isPresent()) {
      compare(ome, path.get(), image.get());
    } else if (stated.isPresent() && isIllegible(stated.get(), path)) {
      report(stated.get(), image.isPresent());
    }
  }

  private static Optional<NodePath> usual(Part ome) {
    return ome.node().parent().flatMap(NodePath::parent);
  }

  /** A path that leads up and out of what was read may well be right. */
  private static boolean isIllegible(Part stated, Optional<NodePath> path) {
    return path.isPresent() || stated.text().filter(text -> !text.startsWith("..")).isPresent();
  }

  private static void report(Part stated, boolean isThere) {
    stated.report(
        ImageLabelRules.SOURCE_TARGET,
        finding ->
            finding
                .message(
                    (isThere ? "what is at " : "there is nothing at ")
                        + stated.value()
                        + (isThere ? " is no image" : ""))
                .expected("the path of a multiscale image, relative to " + stated.node())
                .found(isThere ? "a node without multiscales" : "nothing")
                .fix("write the path of the image; it is \"" + USUAL + "\" in most cases"));
  }

  private static void compare(Part ome, NodePath path, NodeSpec image) {
    List<Levels.Level> labels = Levels.ofFirst(ome);
    List<ArraySpec> levels = arrays(ome, path, image);
    int stated =
        ome.field("multiscales").map(Part::elements).orElse(List.of()).stream()
            .findFirst()
            .map(multiscale -> Levels.datasets(multiscale).size())
            .orElse(0);
    int expected = Ome.objects(image, "multiscales", "0", "datasets").size();
    if (stated > 0 && expected > 0 && stated != expected) {
      reportLevels(ome, path, stated, expected);
    } else if (stated == labels.size() && labels.size() == levels.size()) {
      for (int i = 0; i < labels.size(); i++) {
        compareExtents(ome, labels.get(i), path, levels.get(i).shape());
      }
    }
  }

  private static List<ArraySpec> arrays(Part ome, NodePath path, NodeSpec image) {
    return Ome.objects(image, "multiscales", "0", "datasets").stream()
        .flatMap(dataset -> Ome.text(dataset, "path").stream())
        .filter(text -> !text.isEmpty() && !text.startsWith("/") && !text.startsWith("."))
        .flatMap(text -> ome.hierarchy().findArray(path.resolve(NodePath.parse(text))).stream())
        .toList();
  }

  private static void reportLevels(Part ome, NodePath path, int stated, int expected) {
    ome.field("multiscales")
        .orElse(ome)
        .report(
            ImageLabelRules.LEVELS,
            finding ->
                finding
                    .message(
                        "the label image has "
                            + stated
                            + (stated == 1 ? " level, the image at " : " levels, the image at ")
                            + path
                            + " has "
                            + expected)
                    .expected(expected + " datasets")
                    .found(stated + " datasets")
                    .fix("write one level of labels for each level of the image"));
  }

  /** Axes are compared from the last one: an image may have channels that its labels do not. */
  private static void compareExtents(Part ome, Levels.Level level, NodePath path, Shape source) {
    Shape labels = level.array().shape();
    for (int back = 1; back <= Math.min(labels.rank(), Math.min(source.rank(), 2)); back++) {
      long extent = labels.extent(labels.rank() - back);
      long expected = source.extent(source.rank() - back);
      if (extent != expected && extent != 1) {
        ome.report(
            ImageLabelRules.EXTENTS,
            finding ->
                finding
                    .node(level.path())
                    .pointer(JsonPointer.of("shape"))
                    .message("the labels have another extent than the same level of " + path)
                    .expected("the extents of shape " + source + ", or 1")
                    .found("shape " + labels)
                    .fix("write labels that cover the image, or correct the order of the levels"));
        return;
      }
    }
  }
}
