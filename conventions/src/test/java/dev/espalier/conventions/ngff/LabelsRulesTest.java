package dev.espalier.conventions.ngff;

import dev.espalier.model.node.GroupSpec;
import java.util.List;
import java.util.stream.Stream;

/** The rules of the labels of an image. */
class LabelsRulesTest extends RulesContract {
  private static final String AT = PlateFixture.LABELS;
  private static final String CELLS = PlateFixture.CELLS;

  LabelsRulesTest() {
    super(new NgffLabels05(), AT);
  }

  @Override
  Stream<Mistake> mistakes() {
    return Stream.of(
        new Mistake("ngff.labels.group", AT, "", VALID.asArray(AT)),
        in("ngff.labels.ome", "", PlateFixture.labelsAlone().set(AT, "/ome", "3").without(CELLS)),
        set("ngff.labels.version", "/version", "\"0.4\""),
        remove("ngff.labels.version", "/version"),
        set("ngff.labels.paths", "/labels", "\"cells\""),
        set("ngff.labels.paths", "/labels/1", "7"),
        set("ngff.labels.paths.distinct", "/labels/1", "\"cells\""),
        set("ngff.labels.image", "/labels/1", "\"nuclei\""),
        set("ngff.labels.image", "/labels/1", "\"/cells\""),
        new Mistake(
            "ngff.labels.image",
            AT + "/blank",
            "/attributes/ome",
            VALID.set(AT, "/ome/labels/1", "\"blank\"").with(AT + "/blank", GroupSpec.empty())),
        new Mistake(
            "ngff.image.group",
            AT + "/flat",
            "",
            VALID
                .set(AT, "/ome/labels/1", "\"flat\"")
                .with(AT + "/flat", ImageFixture.level(List.of("y", "x"), 101, 200))),
        new Mistake(
            "ngff.labels.image.image-label",
            CELLS,
            "/attributes/ome/image-label",
            VALID.remove(CELLS, "/ome/image-label")),
        new Mistake(
            "ngff.image-label.multiscales",
            CELLS,
            "/attributes/ome/multiscales",
            VALID.remove(CELLS, "/ome/multiscales")),
        new Mistake(
            "ngff.labels.between",
            AT + "/deep",
            "/attributes",
            nested().with(AT + "/deep", ImageFixture.group("{\"note\": 1}"))),
        set("ngff.labels.listed", "/labels", "[]"));
  }

  private static PlateFixture nested() {
    return VALID
        .set(AT, "/ome/labels/1", "\"deep/nuclei\"")
        .with(AT + "/deep", GroupSpec.empty())
        .image(AT + "/deep/nuclei", ImageFixture.plane())
        .set(AT + "/deep/nuclei", "/ome/image-label", VALID.get(CELLS, "/ome/image-label"))
        .set(AT + "/deep/nuclei", "/ome/image-label/source/image", "\"../../../\"");
  }

  @Override
  Stream<PlateFixture> valid() {
    return Stream.of(
        nested(),
        VALID.without(CELLS).set(AT, "/ome/labels", "[]"),
        VALID.set(AT, "/ome/labels/0", "\"cells/\""),
        VALID.with(AT + "/notes", ImageFixture.group("{\"note\": 1}")));
  }
}
