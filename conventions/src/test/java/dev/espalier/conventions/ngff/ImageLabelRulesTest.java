package dev.espalier.conventions.ngff;

import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.stream.Stream;

/** The rules of a label image, beside those of any image. */
class ImageLabelRulesTest extends RulesContract {
  private static final String AT = PlateFixture.CELLS;
  private static final String COLORS = "/image-label/colors";
  private static final String PROPERTIES = "/image-label/properties";
  private static final String SOURCE = "/image-label/source";

  ImageLabelRulesTest() {
    super(new NgffImageLabel05(), AT);
  }

  @Override
  Stream<Mistake> mistakes() {
    return Stream.of(asImage(), document(), arrays()).flatMap(mistakes -> mistakes);
  }

  /** The image convention says these things, and the label image does not say them again. */
  private Stream<Mistake> asImage() {
    return Stream.of(
        new Mistake("ngff.image.group", AT, "", VALID.asArray(AT)),
        in("ngff.image.ome", "", alone().remove(AT, "/ome")),
        set("ngff.image.version", "/version", "\"0.4\""));
  }

  private static PlateFixture alone() {
    return PlateFixture.labelsAlone().with(PlateFixture.LABELS, GroupSpec.empty());
  }

  private Stream<Mistake> document() {
    String id = "ngff.image-label.";
    return Stream.of(
        set(id + "image-label", "/image-label", "[]"),
        in(id + "image-label", "/image-label", alone().remove(AT, "/ome/image-label")),
        remove(id + "multiscales", "/multiscales"),
        set(id + "colors", COLORS, "[]"),
        set(id + "colors", COLORS, "{}"),
        set(id + "colors", COLORS + "/0", "\"blue\""),
        remove(id + "colors.given", COLORS),
        set(id + "colors.distinct", COLORS + "/2", VALID.get(AT, "/ome" + COLORS + "/0")),
        remove(id + "colors.label-value", COLORS + "/0/label-value"),
        set(id + "colors.label-value", COLORS + "/0/label-value", "\"0\""),
        set(id + "colors.label-value.integer", COLORS + "/0/label-value", "0.5"),
        set(id + "colors.label-value.distinct", COLORS + "/0/label-value", "1")
            .at(COLORS + "/1/label-value"),
        set(id + "colors.rgba", COLORS + "/0/rgba", "[0, 0, 0]"),
        set(id + "colors.rgba", COLORS + "/0/rgba/1", "256"),
        set(id + "colors.rgba", COLORS + "/0/rgba/1", "0.5"),
        set(id + "properties", PROPERTIES, "[]"),
        set(id + "properties", PROPERTIES + "/1", "3"),
        set(
            id + "properties.distinct",
            PROPERTIES + "/1",
            VALID.get(AT, "/ome" + PROPERTIES + "/0")),
        remove(id + "properties.label-value", PROPERTIES + "/1/label-value"),
        set(id + "properties.label-value", PROPERTIES + "/1/label-value", "2.5"),
        set(id + "source", SOURCE, "\"../../\""),
        set(id + "source.image", SOURCE + "/image", "1"));
  }

  private Stream<Mistake> arrays() {
    String id = "ngff.image-label.";
    return Stream.of(
        set(id + "source.target", SOURCE + "/image", "\"../\""),
        set(id + "source.target", SOURCE + "/image", "\"../../raw\""),
        set(id + "source.target", SOURCE + "/image", "\"image\""),
        new Mistake(
            id + "arrays.data-type",
            AT + "/0",
            "/data_type",
            VALID.array(AT + "/0", array -> array.dataType(CoreType.FLOAT32))),
        in(
            id + "levels",
            "/multiscales",
            VALID
                .image(AT, ImageFixture.valid().remove("/ome/omero"))
                .set(AT, "/ome/image-label", VALID.get(AT, "/ome/image-label"))),
        new Mistake(
            id + "arrays.extents",
            AT + "/0",
            "/shape",
            VALID.array(AT + "/0", array -> array.shape(Shape.of(101, 100)))));
  }

  @Override
  Stream<PlateFixture> valid() {
    return Stream.of(
        VALID.remove(AT, "/ome" + SOURCE),
        VALID.remove(AT, "/ome" + SOURCE + "/image"),
        VALID.remove(AT, "/ome" + PROPERTIES),
        VALID.set(AT, "/ome" + COLORS + "/0/label-value", "7.0"),
        VALID.remove(AT, "/ome" + COLORS + "/0/rgba"),
        VALID.set(AT, "/ome" + SOURCE + "/image", "\"../../../1\""),
        VALID.array(AT + "/0", array -> array.shape(Shape.of(101, 1))),
        VALID.array(AT + "/0", array -> array.dataType(CoreType.INT64)),
        VALID.with(AT + "/notes", GroupSpec.empty()));
  }
}
