package dev.espalier.conventions.ngff;

import dev.espalier.model.finding.Rule;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.value.Inspection;
import dev.espalier.model.schema.value.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a plate says about the images of its wells. */
final class PlateImages implements Inspection {
  private static final JsonPointer IMAGES = JsonPointer.of("attributes", "ome", "well", "images");

  /**
   * A well that is listed and there.
   *
   * @param path where it is
   * @param images what it says about its images; nothing for one that is illegible
   */
  private record Well(NodePath path, List<Optional<JsonObject>> images) {
    long count(Predicate<JsonObject> selected) {
      return images.stream().flatMap(Optional::stream).filter(selected).count();
    }
  }

  @Override
  public void inspect(Part plate) {
    List<Well> wells = wells(plate);
    plate.field("field_count").ifPresent(most -> countAll(most, wells));
    Optional<Part> acquisitions =
        plate.field("acquisitions").filter(p -> p.isSound(PlateRules.IMAGE_ACQUISITION));
    if (acquisitions.isPresent()) {
      acquisitions.get().elements().forEach(acquisition -> countOf(acquisition, wells));
      List<BigDecimal> ids =
          acquisitions.get().elements().stream().flatMap(a -> number(a, "id").stream()).toList();
      wells.forEach(well -> acquisitionsOf(plate, well, ids));
    }
  }

  private static List<Well> wells(Part plate) {
    List<Well> wells = new ArrayList<>();
    for (Part well : plate.field("wells").map(Part::elements).orElse(List.of())) {
      Optional<NodePath> path = well.field("path").flatMap(Part::path);
      Optional<NodeSpec> node = path.flatMap(plate.hierarchy()::find);
      Optional<JsonValue> images = node.flatMap(found -> Ome.find(found, "well", "images"));
      if (images.isPresent() && images.get() instanceof JsonArray list) {
        wells.add(
            new Well(
                path.get(),
                list.elements().stream()
                    .map(
                        v ->
                            v instanceof JsonObject o
                                ? Optional.of(o)
                                : Optional.<JsonObject>empty())
                    .toList()));
      }
    }
    return wells;
  }

  private static void countAll(Part most, List<Well> wells) {
    largest(wells, image -> true)
        .ifPresent(
            well ->
                compare(
                    most, PlateRules.FIELD_COUNT_KEPT, well, well.count(image -> true), "images"));
  }

  private static void countOf(Part acquisition, List<Well> wells) {
    Optional<Part> most = acquisition.field("maximumfieldcount");
    Optional<BigDecimal> id = number(acquisition, "id");
    if (most.isPresent() && id.isPresent()) {
      Predicate<JsonObject> ofIt = image -> acquisition(image).equals(id);
      largest(wells, ofIt)
          .ifPresent(
              well ->
                  compare(
                      most.get(),
                      PlateRules.ACQUISITION_COUNT_KEPT,
                      well,
                      well.count(ofIt),
                      "images of acquisition " + id.get()));
    }
  }

  private static Optional<Well> largest(List<Well> wells, Predicate<JsonObject> selected) {
    return wells.stream().max((a, b) -> Long.compare(a.count(selected), b.count(selected)));
  }

  private static void compare(Part most, Rule rule, Well well, long count, String words) {
    if (most.isSound(rule)
        && most.value() instanceof JsonNumber number
        && Exact.of(number).filter(n -> n.compareTo(BigDecimal.valueOf(count)) < 0).isPresent()) {
      most.report(
          rule,
          finding ->
              finding
                  .message("the well at " + well.path() + " has " + count + " " + words)
                  .expected("at least " + count + ", the most that a well has")
                  .found(number.toString())
                  .fix("write " + count));
    }
  }

  private static void acquisitionsOf(Part plate, Well well, List<BigDecimal> ids) {
    List<Integer> silent = new ArrayList<>();
    for (int i = 0; i < well.images().size(); i++) {
      Optional<JsonObject> image = well.images().get(i);
      Optional<BigDecimal> stated = image.flatMap(PlateImages::acquisition);
      if (image.filter(o -> !o.has("acquisition")).isPresent()) {
        silent.add(i);
      } else if (stated.isPresent() && !ids.isEmpty() && !isIn(ids, stated.get())) {
        unknown(plate, well, i, stated.get(), ids);
      }
    }
    if (!silent.isEmpty() && ids.size() > 1) {
      silent(plate, well, silent, ids);
    }
  }

  private static void silent(Part plate, Well well, List<Integer> images, List<BigDecimal> ids) {
    plate.report(
        PlateRules.IMAGE_ACQUISITION,
        finding ->
            finding
                .node(well.path())
                .pointer(IMAGES)
                .message(
                    images.size()
                        + (images.size() == 1 ? " image does" : " images do")
                        + " not say of which of the plate's acquisitions "
                        + (images.size() == 1 ? "it is" : "they are"))
                .expected("\"acquisition\": one of " + ids)
                .found("none at " + (images.size() == 1 ? "index " : "indices ") + images)
                .fix("add \"acquisition\" to each image"));
  }

  private static void unknown(
      Part plate, Well well, int index, BigDecimal stated, List<BigDecimal> ids) {
    plate.report(
        PlateRules.IMAGE_ACQUISITION_KNOWN,
        finding ->
            finding
                .node(well.path())
                .pointer(IMAGES.child(Integer.toString(index)).child("acquisition"))
                .message("the plate has no acquisition " + stated)
                .expected("one of " + ids)
                .found(stated.toString())
                .fix("write the id of one of the plate's acquisitions, or list it there"));
  }

  private static Optional<BigDecimal> acquisition(JsonObject image) {
    return image
        .get("acquisition")
        .flatMap(v -> v instanceof JsonNumber n && n.isWhole() ? Exact.plain(n) : Optional.empty());
  }

  private static Optional<BigDecimal> number(Part object, String name) {
    return object
        .field(name)
        .map(Part::value)
        .flatMap(v -> v instanceof JsonNumber n ? Exact.plain(n) : Optional.empty());
  }

  private static boolean isIn(List<BigDecimal> ids, BigDecimal id) {
    return ids.contains(id);
  }
}
