package dev.espalier.conventions.ngff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.espalier.model.finding.Finding;
import dev.espalier.model.finding.Rule;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule, broken by one mistake in an image that is valid otherwise: exactly one finding. */
class ImageRulesTest {
  private static final ImageFixture VALID = ImageFixture.valid();

  private final NgffImage05 convention = new NgffImage05();

  /**
   * A mistake.
   *
   * @param rule the id of the rule that it breaks, without the common beginning
   * @param node where the finding has to be
   * @param pointer where in the metadata document of the node
   * @param image the image with the mistake
   */
  private record Mistake(String rule, String node, String pointer, ImageFixture image) {
    /** The same mistake, found elsewhere than where it was made. */
    Mistake at(String place) {
      return new Mistake(rule, node, "/attributes/ome" + place, image);
    }

    @Override
    public String toString() {
      return rule + " at " + node + " " + pointer;
    }
  }

  private static Mistake set(String rule, String pointer, String value) {
    return in(rule, pointer, VALID.set("/ome" + pointer, value));
  }

  private static Mistake remove(String rule, String pointer) {
    return in(rule, pointer, VALID.remove("/ome" + pointer));
  }

  private static Mistake in(String rule, String pointer, ImageFixture image) {
    return new Mistake(rule, "/", "/attributes/ome" + pointer, image);
  }

  static Stream<Mistake> mistakes() {
    return Stream.of(document(), axes(), datasets(), transformations(), omero(), arrays())
        .flatMap(List::stream);
  }

  private static List<Mistake> document() {
    return List.of(
        new Mistake("ome", "/", "/attributes/ome", VALID.set("/ome", "[]")),
        new Mistake("ome", "/", "/attributes/ome", VALID.remove("/ome")),
        set("version", "/version", "\"0.4\""),
        set("version", "/version", "0.5"),
        in(
            "version",
            "/version",
            VALID.set("/ome/version", "\"0.6.dev3\"").remove("/ome/multiscales/0/axes")),
        remove("version", "/version"),
        in("version", "/version", VALID.remove("/ome/version").set("/ome/Version", "\"0.5\"")),
        set("multiscales", "/multiscales", "{}"),
        set("multiscales", "/multiscales", "[]"),
        set("multiscales", "/multiscales/0", "\"image\""),
        remove("multiscales", "/multiscales"),
        set("name.string", "/multiscales/0/name", "7"),
        remove("name", "/multiscales/0/name"),
        remove("type", "/multiscales/0/type"),
        remove("metadata", "/multiscales/0/metadata"),
        set("multiscales.distinct", "/multiscales/1", VALID.get("/ome/multiscales/0")),
        new Mistake(
            "version.below",
            "/notes",
            "/attributes/ome/version",
            VALID.with("/notes", ImageFixture.group("{\"ome\": {\"version\": \"0.4\"}}"))),
        new Mistake(
            "labels",
            "/labels",
            "/attributes/ome/labels",
            VALID.with("/labels", ImageFixture.group("{\"ome\": {\"version\": \"0.5\"}}"))),
        new Mistake(
            "labels", "/labels", "/attributes/ome", VALID.with("/labels", GroupSpec.empty())),
        new Mistake("group", "/", "", VALID.asArray()));
  }

  private static List<Mistake> axes() {
    String axes = "/multiscales/0/axes";
    return List.of(
        set("axes", axes, "\"tczyx\""),
        set("axes", axes + "/2", "\"z\""),
        remove("axes", axes),
        set("axes.count", axes, "[{\"name\": \"x\", \"type\": \"space\", \"unit\": \"meter\"}]"),
        set("axes.count", axes + "/5", "{\"name\": \"w\", \"type\": \"channel\"}").at(axes),
        set("axes.distinct", axes + "/3", VALID.get("/ome" + axes + "/2")),
        set("axes.name.distinct", axes + "/4/name", "\"y\""),
        set("axes.space", axes + "/1/type", "\"space\"").at(axes),
        remove("axes.space", axes + "/1/type").at(axes),
        in("axes.space.typed", axes, ImageFixture.plane().remove("/ome" + axes + "/0/type")),
        remove("axes.name", axes + "/3/name"),
        set("axes.name", axes + "/3/name", "3"),
        set("axes.type.string", axes + "/0/type", "null"),
        in("axes.type", axes, ImageFixture.stack().remove("/ome" + axes + "/0/type")),
        set("axes.unit.string", axes + "/2/unit", "1"),
        set("axes.unit.name", axes + "/2/unit", "\"micron\""),
        set("axes.unit.name", axes + "/0/unit", "\"micrometer\""),
        remove("axes.unit", axes + "/0/unit").at(axes),
        set("axes.time", axes + "/1/type", "\"time\"").at(axes),
        set("axes.channel", axes + "/0/type", "\"angle\"").at(axes),
        in("axes.order", axes + "/1", VALID.swapped("/ome" + axes, 0, 1)),
        in("axes.order", axes + "/4", VALID.swapped("/ome" + axes, 1, 4)),
        in(
            "axes.space.order",
            axes,
            VALID.swapped("/ome" + axes, 2, 4).dimensions("t", "c", "x", "y", "z")),
        in("arrays.rank", axes, VALID.remove("/ome" + axes + "/0")),
        in("arrays.dimension-names", axes, VALID.set("/ome" + axes + "/4/name", "\"X\"")),
        in("arrays.dimension-names", axes, VALID.swapped("/ome" + axes, 2, 3)));
  }

  private static List<Mistake> datasets() {
    String datasets = "/multiscales/0/datasets";
    return List.of(
        set("datasets", datasets, "[]"),
        set("datasets", datasets, "{}"),
        set("datasets", datasets + "/1", "\"1\""),
        remove("datasets", datasets),
        set("datasets.path", datasets + "/1/path", "1"),
        remove("datasets.path", datasets + "/1/path"),
        set("datasets.array", datasets + "/1/path", "\"7\""),
        set("datasets.array", datasets + "/1/path", "\"../1\""),
        set("datasets.array", datasets + "/1/path", "\"\""),
        set("datasets.array", datasets + "/1/path", "\"/1\""),
        in("datasets.array", datasets + "/2/path", VALID.without("/2")),
        set("datasets.array", datasets + "/2/path", "\"labels\""),
        new Mistake(
            "datasets.array",
            "/2",
            "",
            VALID.with("/2", new UnreadableSpec(UnreadableSpec.Problem.INVALID, "no shape"))),
        set("datasets.path.distinct", datasets + "/2/path", "\"1\""),
        in("datasets.order", datasets + "/1", VALID.swapped("/ome" + datasets, 0, 1)),
        set("datasets.scale", datasets + "/1/coordinateTransformations/0/scale/4", "3")
            .at(datasets + "/1/coordinateTransformations/0/scale"),
        set("datasets.scale", datasets + "/0/coordinateTransformations/0/scale/3", "1.5")
            .at(datasets + "/0/coordinateTransformations/0/scale"),
        in(
            "datasets.translation",
            datasets,
            VALID
                .remove("/ome" + datasets + "/1/coordinateTransformations/1")
                .remove("/ome" + datasets + "/2/coordinateTransformations/1")));
  }

  private static List<Mistake> transformations() {
    String list = "/multiscales/0/datasets/1/coordinateTransformations";
    String above = "/multiscales/0/coordinateTransformations";
    String scale = "{\"type\": \"scale\", \"scale\": [1, 1, 1, 1, 1]}";
    return List.of(
        remove("transformations", list),
        set("transformations", list, "[]"),
        set("transformations", list, "{}"),
        set("transformations", list + "/0", "1"),
        set("transformations.type", list + "/0/type", "\"identity\""),
        set("transformations.type", list + "/0/type", "1"),
        remove("transformations.type", list + "/0/type"),
        remove("transformations.scale", list + "/0/scale"),
        set("transformations.scale", list + "/0/scale", "2"),
        set("transformations.scale", list + "/0/scale", "[2]"),
        set("transformations.scale", list + "/0/scale/1", "\"2\""),
        set("transformations.scale", above + "/0/scale/1", "\"2\""),
        set("transformations.scale.positive", list + "/0/scale/3", "-1"),
        set("transformations.scale.one", list + "/2", scale).at(list),
        remove("transformations.scale.one", list + "/0").at(list),
        remove("transformations.translation", list + "/1/translation"),
        set("transformations.translation", list + "/1/translation/0", "null"),
        set("transformations.translation.one", list + "/2", VALID.get("/ome" + list + "/1"))
            .at(list),
        in("transformations.order", list + "/0", VALID.swapped("/ome" + list, 0, 1)),
        set("transformations.length", list + "/0/scale", "[1, 1, 1]"),
        set("transformations.length", list + "/1/translation", "[1, 1, 1]"),
        set("transformations.length", above + "/0/scale", "[1, 1]"));
  }

  private static List<Mistake> omero() {
    String channel = "/omero/channels/1";
    return List.of(
        set("omero", "/omero", "[]"),
        remove("omero.channels", "/omero/channels"),
        set("omero.channels", "/omero/channels", "3"),
        set("omero.channels", channel, "\"DAPI\""),
        remove("omero.channels.count", channel).at("/omero/channels"),
        remove("omero.channels.color", channel + "/color"),
        set("omero.channels.color", channel + "/color", "\"00ff00ff\""),
        set("omero.channels.color", channel + "/color", "\"#00ff0\""),
        set("omero.channels.color", channel + "/color", "\"00ff00\\n\""),
        set("omero.channels.color.string", channel + "/color", "255"),
        remove("omero.channels.window", channel + "/window"),
        set("omero.channels.window.object", channel + "/window", "[0, 1]"),
        remove("omero.channels.window.numbers", channel + "/window/max"),
        set("omero.channels.window.numbers", channel + "/window/start", "\"0\""),
        set("omero.channels.label", channel + "/label", "7"),
        set("omero.channels.family", channel + "/family", "7"),
        set("omero.channels.active", channel + "/active", "1"));
  }

  private static List<Mistake> arrays() {
    return List.of(
        new Mistake(
            "arrays.rank",
            "/1",
            "/shape",
            VALID.with("/1", ImageFixture.level(List.of("c", "z", "y", "x"), 3, 10, 51, 100))),
        new Mistake(
            "arrays.dimension-names",
            "/1",
            "/dimension_names",
            VALID.array("/1", array -> array.dimensionNames(Optional.empty()))),
        new Mistake(
            "arrays.dimension-names",
            "/1",
            "/dimension_names",
            VALID.array("/1", array -> array.dimensions(List.of("c", "t", "z", "y", "x")))),
        new Mistake(
            "arrays.dimension-names",
            "/",
            "/attributes/ome/multiscales/0/axes",
            VALID
                .array("/0", array -> array.dimensionNames(Optional.empty()))
                .array("/1", array -> array.dimensionNames(Optional.empty()))
                .array("/2", array -> array.dimensionNames(Optional.empty()))),
        new Mistake(
            "arrays.data-type",
            "/1",
            "/data_type",
            VALID.array("/1", array -> array.dataType(CoreType.UINT8))),
        in(
            "datasets.order",
            "/multiscales/0/datasets/2",
            VALID.array("/2", array -> array.shape(Shape.of(2, 3, 10, 52, 100)))));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void oneMistakeIsOneFinding(Mistake mistake) {
    List<Finding> findings = convention.check(mistake.image().hierarchy(), NodePath.root());

    assertThat(findings)
        .extracting(f -> f.rule().id(), f -> f.node().toString(), f -> f.pointer().toString())
        .containsExactly(tuple("ngff.image." + mistake.rule(), mistake.node(), mistake.pointer()));
    Finding finding = findings.get(0);
    assertThat(finding.message()).isNotBlank();
    assertThat(finding.expected()).isPresent();
    assertThat(finding.found()).isPresent();
    assertThat(finding.fix()).isPresent();
  }

  /** To write the texts anew after a change that is meant, run with -Despalier.updateTexts=true. */
  @Test
  void everyFindingReadsAsAgreedOn() throws IOException {
    List<String> texts = new ArrayList<>();
    mistakes()
        .flatMap(m -> convention.check(m.image().hierarchy(), NodePath.root()).stream())
        .forEach(finding -> texts.addAll(RulesContract.spelled(finding)));
    Path agreed =
        Path.of(System.getProperty("espalier.root"))
            .resolve("conventions/src/test/resources/ngff-image-findings.txt");
    if (Boolean.getBoolean("espalier.updateTexts")) {
      Files.createDirectories(agreed.resolveSibling("."));
      Files.write(agreed, texts);
    }

    assertThat(texts).isEqualTo(Files.readAllLines(agreed));
  }

  @Test
  void everyRuleHasAMistakeThatBreaksIt() {
    Set<String> broken =
        mistakes().map(mistake -> "ngff.image." + mistake.rule()).collect(Collectors.toSet());
    assertThat(convention.rules()).extracting(Rule::id).doesNotHaveDuplicates();
    assertThat(broken)
        .isEqualTo(
            convention.rules().stream()
                .map(Rule::id)
                .filter(id -> id.startsWith("ngff.image.")) // others are tested as what they are
                .collect(Collectors.toSet()));
  }

  /** The valid image has a part for every rule, so that each of them looks and is content. */
  static Stream<ImageFixture> validImages() {
    String axes = "/ome/multiscales/0/axes";
    return Stream.of(
        VALID,
        ImageFixture.plane(),
        ImageFixture.stack(),
        VALID.remove("/ome/omero"),
        VALID.remove("/ome/multiscales/0/coordinateTransformations"),
        VALID.without("/labels"),
        VALID.set("/ome/unknown", "{\"deep\": [1, {}]}"),
        VALID.set(axes + "/1/type", "\"angle\""),
        VALID.set(axes + "/1/unit", "\"anything\""),
        VALID.set("/ome/multiscales/0/metadata", "null"),
        VALID.set("/ome/multiscales/0/type", "3"),
        VALID.set("/ome/omero/channels/1/window/start", "-1e3"),
        VALID.set("/ome/multiscales/0/datasets/1/extra", "true"),
        VALID.with("/labels/cells", ImageFixture.group("{\"ome\": {\"multiscales\": []}}")),
        VALID.with("/0_old", ImageFixture.level(List.of("x"), 4)));
  }

  @ParameterizedTest
  @MethodSource("validImages")
  void whatIsRightHasNoFinding(ImageFixture image) {
    assertThat(convention.check(image.hierarchy(), NodePath.root())).isEmpty();
  }
}
