package dev.espalier.conventions.ngff;

import dev.espalier.model.node.GroupSpec;
import java.util.List;
import java.util.stream.Stream;

/** The rules of a well. */
class WellRulesTest extends RulesContract {
  private static final String AT = "/A/1";
  private static final String IMAGES = "/well/images";

  WellRulesTest() {
    super(new NgffWell05(), AT);
  }

  @Override
  Stream<Mistake> mistakes() {
    PlateFixture free = withoutPlate();
    return Stream.of(
        new Mistake("ngff.well.group", AT, "", free.asArray(AT)),
        in("ngff.well.ome", "", free.set(AT, "/ome", "3")),
        set("ngff.well.version", "/version", "\"0.4\""),
        set("ngff.well.well", "/well", "[]"),
        in("ngff.well.well", "/well", free.remove(AT, "/ome/well")),
        remove("ngff.well.images", IMAGES),
        set("ngff.well.images", IMAGES, "[]"),
        set("ngff.well.images", IMAGES + "/0", "\"0\""),
        in(
            "ngff.well.images.distinct",
            IMAGES + "/2",
            free.set(AT, "/ome" + IMAGES + "/2", VALID.get(AT, "/ome" + IMAGES + "/0"))),
        in(
            "ngff.well.images.path.distinct",
            IMAGES + "/2/path",
            free.set(AT, "/ome" + IMAGES + "/2", "{\"path\": \"0\"}")),
        remove("ngff.well.images.path", IMAGES + "/1/path"),
        set("ngff.well.images.path", IMAGES + "/1/path", "1"),
        in(
            "ngff.well.images.path",
            IMAGES + "/2/path",
            free.set(AT, "/ome" + IMAGES + "/2", "{\"path\": \"a_1\"}")
                .image(AT + "/a_1", ImageFixture.plane())),
        in("ngff.well.images.image", IMAGES + "/1/path", VALID.without(AT + "/1")),
        new Mistake(
            "ngff.well.images.image",
            AT + "/1",
            "/attributes/ome",
            VALID.without(AT + "/1").with(AT + "/1", GroupSpec.empty())),
        new Mistake(
            "ngff.image.group",
            AT + "/1",
            "",
            VALID.without(AT + "/1").with(AT + "/1", ImageFixture.level(List.of("x"), 3))),
        set("ngff.well.images.acquisition", IMAGES + "/1/acquisition", "\"2\""),
        in(
            "ngff.well.images.acquisition.positive",
            IMAGES + "/1/acquisition",
            free.set(AT, "/ome" + IMAGES + "/1/acquisition", "-2")),
        in("ngff.well.images.listed", IMAGES, VALID.image(AT + "/7", ImageFixture.plane())));
  }

  /** A plate may want wells to be there and to say of which acquisition they are. */
  private static PlateFixture withoutPlate() {
    return VALID.with("/", GroupSpec.empty());
  }

  @Override
  Stream<PlateFixture> valid() {
    return Stream.of(
        withoutPlate().remove(AT, "/ome" + IMAGES + "/1/acquisition"),
        VALID.set(AT, "/ome" + IMAGES + "/1/acquisition", "2.0"),
        VALID.with(AT + "/notes", GroupSpec.empty()));
  }
}
