package dev.espalier.conventions.ngff;

import dev.espalier.model.edit.SetAttribute;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.util.List;
import java.util.Optional;

/** What the metadata of an image says about more than one of its parts. */
final class ImageInspection implements Inspection {
  /** What says of metadata that it follows a convention. */
  private static final List<String> OTHERS =
      List.of("multiscales", "labels", "image-label", "plate", "well");

  @Override
  public void inspect(Part ome) {
    versionsBelow(ome);
    channels(ome);
  }

  private static void versionsBelow(Part ome) {
    Optional<String> version =
        ome.field("version")
            .filter(part -> part.isSound(ImageRules.VERSION_BELOW))
            .flatMap(Part::text);
    Optional<NodeSpec> image = ome.hierarchy().find(ome.node());
    if (version.isEmpty() || image.isEmpty()) {
      return;
    }
    image
        .get()
        .walk(
            (path, node) -> {
              Optional<String> other = path.isRoot() ? Optional.empty() : versionOf(node);
              if (other.isPresent() && !other.equals(version)) {
                report(ome, ome.node().resolve(path), version.get(), other.get());
              }
            });
  }

  /**
   * What follows a convention is checked on its own, so that only what follows none is looked at.
   */
  private static Optional<String> versionOf(NodeSpec node) {
    return node.attributes()
        .get("ome")
        .filter(ome -> ome instanceof JsonObject object && OTHERS.stream().noneMatch(object::has))
        .flatMap(ome -> ((JsonObject) ome).get("version"))
        .flatMap(ImageInspection::text);
  }

  private static Optional<String> text(JsonValue value) {
    return value instanceof JsonString string ? Optional.of(string.value()) : Optional.empty();
  }

  private static void report(Part ome, NodePath path, String version, String other) {
    ome.report(
        ImageRules.VERSION_BELOW,
        finding ->
            finding
                .node(path)
                .pointer(JsonPointer.of("attributes", "ome", "version"))
                .message("the version is not that of the image at " + ome.node())
                .expected("\"" + version + "\"")
                .found("\"" + other + "\"")
                .fix("write \"" + version + "\"")
                .addEdits(
                    new SetAttribute(
                        path, JsonPointer.of("ome", "version"), JsonValue.of(version))));
  }

  private static void channels(Part ome) {
    Optional<Part> channels =
        ome.field("omero")
            .flatMap(omero -> omero.field("channels"))
            .filter(part -> part.isIntact(ImageRules.CHANNELS_COUNT));
    Optional<Part> multiscale =
        ome.field("multiscales")
            .filter(part -> part.isSound(ImageRules.CHANNELS_COUNT))
            .flatMap(part -> part.elements().stream().findFirst());
    if (channels.isEmpty() || multiscale.isEmpty()) {
      return;
    }
    List<Levels.Level> levels = Levels.withArrays(multiscale.get());
    Optional<Integer> axis = Axes.channel(multiscale.get());
    if (axis.isEmpty() || levels.isEmpty() || levels.get(0).array().shape().rank() <= axis.get()) {
      return;
    }
    long size = levels.get(0).array().shape().extent(axis.get());
    int described = channels.get().elements().size();
    if (size != described) {
      channels
          .get()
          .report(
              ImageRules.CHANNELS_COUNT,
              finding ->
                  finding
                      .message(described + " channels are described, the image has " + size)
                      .expected(size + " channels")
                      .found(described + " channels")
                      .fix("describe each channel of the image once"));
    }
  }
}
