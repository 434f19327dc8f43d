package dev.espalier.conventions.ngff;

import dev.espalier.model.node.GroupSpec;
import java.util.stream.Stream;

/** The rules of a plate. */
class PlateRulesTest extends RulesContract {
  private static final String ID = "ngff.plate.";
  private static final String IMAGES = "/well/images";

  PlateRulesTest() {
    super(new NgffPlate05(), "/");
  }

  @Override
  Stream<Mistake> mistakes() {
    return Stream.of(document(), named(), wells(), groups(), acquisitions(), images())
        .flatMap(mistakes -> mistakes);
  }

  private Stream<Mistake> document() {
    return Stream.of(
        new Mistake(ID + "group", "/", "", VALID.asArray("/")),
        in(ID + "ome", "", VALID.set("/", "/ome", "3")),
        set(ID + "version", "/version", "\"0.4\""),
        remove(ID + "version", "/version"),
        set(ID + "plate", "/plate", "[]"),
        remove(ID + "plate", "/plate"),
        remove(ID + "name", "/plate/name"),
        set(ID + "name.string", "/plate/name", "7"),
        remove(ID + "field-count", "/plate/field_count"),
        set(ID + "field-count.positive", "/plate/field_count", "0"),
        set(ID + "field-count.positive", "/plate/field_count", "\"2\""),
        set(ID + "field-count.kept", "/plate/field_count", "1"));
  }

  private Stream<Mistake> named() {
    return Stream.of(
        remove(ID + "rows", "/plate/rows"),
        set(ID + "rows", "/plate/rows", "[]"),
        set(ID + "rows", "/plate/rows/2", "\"C\""),
        set(ID + "rows.distinct", "/plate/rows/3", "{\"name\": \"C\"}"),
        set(ID + "rows.name.distinct", "/plate/rows/3", "{\"name\": \"C\", \"x\": 1}")
            .at("/plate/rows/3/name"),
        remove(ID + "rows.name", "/plate/rows/2/name"),
        set(ID + "rows.name", "/plate/rows/2/name", "3"),
        set(ID + "rows.name", "/plate/rows/2/name", "\"C-1\""),
        set(ID + "rows.name", "/plate/rows/2/name", "\"C\\n\""),
        set(ID + "names.case", "/plate/rows/3", "{\"name\": \"c\"}").at("/plate/rows/3/name"),
        remove(ID + "columns", "/plate/columns"),
        set(ID + "columns", "/plate/columns", "{}"),
        set(ID + "columns.distinct", "/plate/columns/2", "{\"name\": \"1\"}"),
        set(ID + "columns.name.distinct", "/plate/columns/2", "{\"name\": \"1\", \"x\": 1}")
            .at("/plate/columns/2/name"),
        set(ID + "columns.name", "/plate/columns/2", "{\"concentration\": 10}")
            .at("/plate/columns/2/name"));
  }

  private Stream<Mistake> wells() {
    String second = "/plate/wells/1";
    return Stream.of(
        remove(ID + "wells", "/plate/wells"),
        set(ID + "wells", "/plate/wells", "{}"),
        set(ID + "wells", "/plate/wells/1", "\"B/2\""),
        set(ID + "wells.distinct", "/plate/wells/2", VALID.get("/", "/ome" + second)),
        set(
                ID + "wells.path.distinct",
                "/plate/wells/2",
                "{\"path\": \"B/2\", \"rowIndex\": 1, \"columnIndex\": 1, \"x\": 1}")
            .at("/plate/wells/2/path"),
        remove(ID + "wells.path", second + "/path"),
        set(ID + "wells.path", second + "/path", "2"),
        set(ID + "wells.path", second + "/path", "\"B2\""),
        set(ID + "wells.path", second + "/path", "\"B/2/0\""),
        remove(ID + "wells.row-index", second + "/rowIndex"),
        set(ID + "wells.row-index", second + "/rowIndex", "-1"),
        set(ID + "wells.row-index", second + "/rowIndex", "0.5"),
        remove(ID + "wells.column-index", second + "/columnIndex"),
        set(ID + "wells.place", second + "/rowIndex", "7"),
        set(ID + "wells.place", second + "/rowIndex", "0").at(second + "/path"),
        set(ID + "wells.place", second + "/columnIndex", "0").at(second + "/path"),
        in(ID + "wells.group", second + "/path", VALID.without("/B")),
        in(ID + "wells.group", second + "/path", VALID.without("/B/2")));
  }

  private Stream<Mistake> groups() {
    return Stream.of(
        new Mistake(
            ID + "wells.group",
            "/B/2",
            "/attributes/ome",
            VALID.without("/B/2").with("/B/2", GroupSpec.empty())),
        new Mistake("ngff.well.group", "/B/2", "", VALID.asArray("/B/2")),
        new Mistake(
            ID + "wells.group", "/B/2", "/attributes/ome/well", VALID.remove("/B/2", "/ome/well")),
        in(
            ID + "wells.listed",
            "/plate/wells",
            VALID
                .with("/B/1", ImageFixture.group(wellOf("0", 1)))
                .image("/B/1/0", ImageFixture.plane())),
        new Mistake(ID + "groups.empty", "/C", "", VALID.with("/C", GroupSpec.empty())),
        new Mistake(ID + "groups.empty", "/B/1", "", VALID.with("/B/1", GroupSpec.empty())));
  }

  private static String wellOf(String path, int acquisition) {
    return "{\"ome\": {\"version\": \"0.5\", \"well\": {\"images\": [{\"path\": \""
        + path
        + "\", \"acquisition\": "
        + acquisition
        + "}]}}}";
  }

  private Stream<Mistake> acquisitions() {
    String second = "/plate/acquisitions/1";
    return Stream.of(
        set(ID + "acquisitions", "/plate/acquisitions", "{}"),
        set(ID + "acquisitions", second, "2"),
        remove(ID + "acquisitions.id", second + "/id"),
        set(ID + "acquisitions.id", second + "/id", "-2"),
        set(ID + "acquisitions.id", second + "/id", "\"2\""),
        set(
                ID + "acquisitions.id.distinct",
                "/plate/acquisitions/2",
                "{\"id\": 2, \"name\": \"third\", \"maximumfieldcount\": 1}")
            .at("/plate/acquisitions/2/id"),
        remove(ID + "acquisitions.name", second + "/name"),
        set(ID + "acquisitions.name.string", second + "/name", "2"),
        remove(ID + "acquisitions.count", second + "/maximumfieldcount"),
        set(ID + "acquisitions.count.positive", second + "/maximumfieldcount", "0"),
        in(
            ID + "acquisitions.count.kept",
            "/plate/acquisitions/0/maximumfieldcount",
            VALID.set("/B/2", "/ome" + IMAGES + "/1/acquisition", "1")),
        set(ID + "acquisitions.description", second + "/description", "2"),
        set(ID + "acquisitions.time", second + "/starttime", "\"2022-05-13T13:48:06\""),
        set(ID + "acquisitions.time", second + "/endtime", "-1"),
        set(ID + "acquisitions.time.order", "/plate/acquisitions/0/endtime", "5"));
  }

  private Stream<Mistake> images() {
    return Stream.of(
        new Mistake(
            ID + "images.acquisition",
            "/B/2",
            "/attributes/ome" + IMAGES,
            VALID.remove("/B/2", "/ome" + IMAGES + "/1/acquisition")),
        new Mistake(
            ID + "images.acquisition.known",
            "/B/2",
            "/attributes/ome" + IMAGES + "/1/acquisition",
            VALID.set("/B/2", "/ome" + IMAGES + "/1/acquisition", "3")));
  }

  @Override
  Stream<PlateFixture> valid() {
    return Stream.of(
        VALID.remove("/", "/ome/plate/acquisitions"),
        VALID.set("/", "/ome/plate/field_count", "2.0"),
        VALID.set("/", "/ome/plate/acquisitions/0/endtime", "1343731272000"),
        VALID
            .remove("/", "/ome/plate/acquisitions/1")
            .set("/", "/ome/plate/acquisitions/0/maximumfieldcount", "2")
            .remove("/A/1", "/ome" + IMAGES + "/1/acquisition")
            .remove("/B/2", "/ome" + IMAGES + "/1/acquisition"),
        VALID.set("/", "/ome/plate/columns/2", "{\"name\": \"A\", \"concentration\": 10}"),
        VALID.with("/notes", GroupSpec.empty()));
  }
}
