package dev.espalier.conventions.ngff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.convention.Arrangement;
import dev.espalier.model.convention.Arrangement.Computed;
import dev.espalier.model.convention.Arrangement.Copied;
import dev.espalier.model.convention.ArrangementRequest;
import dev.espalier.model.convention.Quantity;
import dev.espalier.model.data.MeanDownsampling;
import dev.espalier.model.error.RequestException;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImageArrangerTest {
  private static final NodePath ROOT = NodePath.root();
  private static final NodePath STACK = NodePath.parse("/run/stack");

  private final NgffImage05 convention = new NgffImage05();

  @Test
  void theImageIsAtTheRootWithExactScalesAndHalfPixelTranslations() {
    Arrangement arranged =
        arrange(
            request(array(CoreType.UINT16, 3, 40, 1030, 301), "czyx")
                .putSpacing("z", quantity("1.5", "um"))
                .putSpacing("y", quantity("0.325", "micron"))
                .putSpacing("x", quantity("0.325", "µm"))
                .build());

    assertThat(ome(arranged))
        .isEqualTo(
            """
            {"version":"0.5","multiscales":[{"name":"stack","axes":[\
            {"name":"c","type":"channel"},\
            {"name":"z","type":"space","unit":"micrometer"},\
            {"name":"y","type":"space","unit":"micrometer"},\
            {"name":"x","type":"space","unit":"micrometer"}],\
            "datasets":[\
            {"path":"0","coordinateTransformations":[\
            {"type":"scale","scale":[1.0,1.5,0.325,0.325]}]},\
            {"path":"1","coordinateTransformations":[\
            {"type":"scale","scale":[1.0,1.5,0.65,0.65]},\
            {"type":"translation","translation":[0.0,0.0,0.1625,0.1625]}]},\
            {"path":"2","coordinateTransformations":[\
            {"type":"scale","scale":[1.0,1.5,1.3,1.3]},\
            {"type":"translation","translation":[0.0,0.0,0.4875,0.4875]}]},\
            {"path":"3","coordinateTransformations":[\
            {"type":"scale","scale":[1.0,1.5,2.6,2.6]},\
            {"type":"translation","translation":[0.0,0.0,1.1375,1.1375]}]}],\
            "type":"mean","metadata":{\
            "description":"mean of 2 by 2 pixels in y and x; integers are rounded half to even",\
            "method":"espalier"}}]}""");
    assertThat(shapes(arranged))
        .containsExactly(
            Shape.of(3, 40, 1030, 301),
            Shape.of(3, 40, 515, 151),
            Shape.of(3, 40, 258, 76),
            Shape.of(3, 40, 129, 38));
    assertThat(convention.check(arranged.hierarchy(), ROOT)).isEmpty();
  }

  @Test
  void everyLevelHasDimensionNamesAndTheTypeOfTheImage() {
    Arrangement arranged = arrange(request(array(CoreType.FLOAT32, 600, 300), "yx").build());

    for (String level : List.of("/0", "/1", "/2")) {
      ArraySpec array = arranged.hierarchy().findArray(NodePath.parse(level)).orElseThrow();
      assertThat(array.dimensionNames()).contains(List.of(Optional.of("y"), Optional.of("x")));
      assertThat(array.dataType()).isEqualTo(CoreType.FLOAT32);
    }
  }

  @Test
  void levelsAreMeansOfEachOther() {
    Arrangement arranged = arrange(request(array(CoreType.INT8, 2, 600, 300), "cyx").build());

    MeanDownsampling mean = MeanDownsampling.by(1, 2, 2);
    assertThat(arranged.origins())
        .containsEntry(NodePath.parse("/0"), new Copied(STACK))
        .containsEntry(NodePath.parse("/1"), new Computed(NodePath.parse("/0"), mean))
        .containsEntry(NodePath.parse("/2"), new Computed(NodePath.parse("/1"), mean));
  }

  @ParameterizedTest
  @CsvSource({
    "xyzc, '3,2,1,0', '5,4,3,2'",
    "yxt, '2,0,1', '4,2,3'",
    "zyxc, '3,0,1,2', '5,2,3,4'",
    "tczyx, '', '2,3,4,5,6'",
    "xy, '1,0', '3,2'"
  })
  void dimensionsChangePlacesUntilTheyAreInTheOrderOfTheConvention(
      String axes, String order, String shape) {
    long[] extents = LongStream.range(2, 2 + axes.length()).toArray();
    Arrangement arranged = arrange(request(array(CoreType.UINT8, extents), axes).build());

    assertThat(arranged.origins())
        .containsEntry(NodePath.parse("/0"), new Copied(STACK, ints(order)));
    assertThat(shapes(arranged))
        .containsExactly(Shape.of(ints(shape).stream().mapToLong(i -> i).toArray()));
    assertThat(convention.check(arranged.hierarchy(), ROOT))
        .extracting(finding -> finding.rule().id())
        .containsExactly("ngff.image.axes.unit");
  }

  @ParameterizedTest
  @CsvSource({"256, 256, 1", "257, 256, 2", "1, 100000, 10", "0, 512, 1", "512, 513, 3"})
  void levelsEndWhereThePlaneFits(long height, long width, int levels) {
    assertThat(shapes(arrange(request(array(CoreType.UINT8, height, width), "yx").build())))
        .hasSize(levels);
  }

  @Test
  void dimensionNamesTellTheAxesWhereNobodyElseDoes() {
    ArraySpec named =
        ArraySpec.builder()
            .dataType(CoreType.UINT8)
            .shape(Shape.of(3, 4, 5))
            .dimensions(List.of("X", "Y", "T"))
            .build();
    ArrangementRequest request =
        ArrangementRequest.builder().source(source(named)).array(STACK).build();

    assertThat(arrange(request).origins())
        .containsEntry(NodePath.parse("/0"), new Copied(STACK, List.of(2, 1, 0)));
    assertThatThrownBy(
            () ->
                arrange(
                    ArrangementRequest.builder()
                        .source(source(array(CoreType.UINT8, 3, 4)))
                        .array(STACK)
                        .build()))
        .isInstanceOf(RequestException.class)
        .hasMessage(
            "the dimensions of /run/stack do not say which axes they are; name its axes with"
                + " --axes, slowest first, for example --axes zyx; the letters are t, c, z, y, x");
  }

  @Test
  void everythingElseStaysWhereItIs() {
    Attributes attributes = Attributes.none().with("camera", JsonValue.of("sCMOS"));
    ArraySpec image = array(CoreType.UINT8, 300, 300).withAttributes(attributes);
    ArraySpec times = array(CoreType.FLOAT64, 7);
    GroupSpec run =
        GroupSpec.builder()
            .attributes(Attributes.none().with("operator", JsonValue.of("M")))
            .putMember("stack", image)
            .putMember("times", times)
            .build();
    GroupSpec source =
        GroupSpec.builder()
            .attributes(Attributes.none().with("title", JsonValue.of("T")))
            .putMember("run", run)
            .putMember("broken", new UnreadableSpec(UnreadableSpec.Problem.CORRUPT, "no"))
            .build();

    Arrangement arranged =
        arrange(
            ArrangementRequest.builder()
                .source(source)
                .array(STACK)
                .axes(List.of("y", "x"))
                .name("cells")
                .build());

    NodeSpec root = arranged.hierarchy();
    assertThat(root.attributes().byName().keySet()).containsExactly("title", "ome");
    assertThat(root.toFlat().keySet())
        .containsExactlyInAnyOrder(
            ROOT, path("/0"), path("/1"), path("/run"), path("/run/times"), path("/broken"));
    assertThat(root.findGroup(path("/run")).orElseThrow().attributes()).isEqualTo(run.attributes());
    assertThat(root.findArray(path("/0")).orElseThrow().attributes()).isEqualTo(attributes);
    assertThat(root.findArray(path("/1")).orElseThrow().attributes()).isEqualTo(Attributes.none());
    assertThat(arranged.origins())
        .containsEntry(path("/run/times"), new Copied(path("/run/times")))
        .hasSize(3);
    assertThat(arranged.moved())
        .containsEntry(STACK, path("/0"))
        .containsEntry(path("/run/times"), path("/run/times"))
        .containsEntry(path("/broken"), path("/broken"))
        .containsEntry(ROOT, ROOT)
        .hasSize(5);
    assertThat(ome(arranged)).contains("\"name\":\"cells\"");
  }

  @Test
  void levelsGetOtherNamesWhereTheirsAreTaken() {
    ArraySpec image = array(CoreType.UINT8, 300, 300);
    GroupSpec source =
        GroupSpec.builder()
            .putMember("1", GroupSpec.empty())
            .putMember("Level0", GroupSpec.empty())
            .putMember("stack", image)
            .build();

    Arrangement arranged = arrange(source, "/stack");

    assertThat(arranged.moved()).containsEntry(path("/stack"), path("/level_0"));
    assertThat(arranged.hierarchy().find(path("/1"))).contains(GroupSpec.empty());
    assertThat(ome(arranged)).contains("\"path\":\"level_1\"");
  }

  @Test
  void theImageMayTakeItsOwnPlace() {
    GroupSpec source = GroupSpec.builder().putMember("0", array(CoreType.UINT8, 300, 300)).build();
    assertThat(arrange(source, "/0").moved()).containsEntry(path("/0"), path("/0"));
    assertThat(arrange(array(CoreType.UINT8, 300, 300), "/").moved())
        .containsExactly(Map.entry(ROOT, path("/0")));
  }

  @ParameterizedTest
  @CsvSource({"0.1, 0.2, 0.05", "1e-9, 2E-9, 5E-10", "3, 6.0, 1.5", "0.10, 0.2, 0.05"})
  void scalesAreExactDecimals(String pixel, String scale, String translation) {
    Arrangement arranged =
        arrange(
            request(array(CoreType.UINT8, 300, 300), "yx")
                .putSpacing("y", quantity(pixel, "m"))
                .build());

    assertThat(ome(arranged)).contains("[" + scale + ",2.0]", "[" + translation + ",0.5]");
  }

  @ParameterizedTest
  @CsvSource({
    "x, um, micrometer",
    "x, µm, micrometer",
    "x, μm, micrometer",
    "x, microns, micrometer",
    "x, Micrometre, micrometer",
    "x, nm, nanometer",
    "x, m, meter",
    "x, Mm, megameter",
    "x, mm, millimeter",
    "x, Å, angstrom",
    "x, inches, inch",
    "x, parsec, parsec",
    "t, s, second",
    "t, sec, second",
    "t, seconds, second",
    "t, ms, millisecond",
    "t, us, microsecond",
    "t, min, minute",
    "t, hours, hour"
  })
  void unitsGetTheNamesOfTheConvention(String axis, String written, String name) {
    Arrangement arranged =
        arrange(
            request(array(CoreType.UINT8, 2, 3, 4), "tyx")
                .putSpacing(axis, quantity("1", written))
                .build());
    assertThat(ome(arranged)).contains("\"unit\":\"" + name + "\"");
  }

  static Stream<Arguments> mistakes() {
    ArraySpec plane = array(CoreType.UINT8, 4, 5);
    return Stream.of(
        Arguments.of(
            request(plane, "yx").putSpacing("y", quantity("1", "furlong")),
            "the unit \"furlong\" of \"y\" is not known; known are angstrom, attometer,"),
        Arguments.of(
            request(plane, "yx").putSpacing("y", quantity("1", "s")),
            "the unit \"s\" of \"y\" is not known; known are angstrom,"),
        Arguments.of(
            request(plane, "yx").putSpacing("z", quantity("1", "um")),
            "spacing was given for \"z\", but the axes are y, x"),
        Arguments.of(
            request(array(CoreType.UINT8, 2, 4, 5), "cyx").putSpacing("c", quantity("1", "um")),
            "spacing was given for \"c\", but channels have no distance"),
        Arguments.of(
            request(plane, "yx").putSpacing("y", quantity("0", "um")),
            "the spacing of \"y\" is 0; expected a number above 0"),
        Arguments.of(
            request(plane, "yx").putSpacing("y", quantity("-0.5", "um")),
            "the spacing of \"y\" is -0.5; expected a number above 0"),
        Arguments.of(
            request(plane, "yx").putSpacing("y", quantity("1e999999999", "um")),
            "the spacing of \"y\" is 1e999999999; expected a number above 0"),
        Arguments.of(
            request(plane, "zyx"),
            "3 axes (z, y, x) for /run/stack, which has 2 dimensions [4, 5]; name its axes"),
        Arguments.of(request(plane, "ya"), "there is no axis \"a\"; name its axes"),
        Arguments.of(request(plane, "yy"), "an axis is named twice in y, y; name its axes"),
        Arguments.of(
            request(plane, "tx"),
            "an image has at least two of the axes z, y and x, and the axes of /run/stack are t, x"),
        Arguments.of(
            request(array(CoreType.BOOL, 4, 5), "yx"),
            "/run/stack has data type bool; an image has integers or floats"),
        Arguments.of(
            request(array(CoreType.COMPLEX64, 4, 5), "yx"),
            "/run/stack has data type complex64; an image has integers or floats"),
        Arguments.of(
            request(array(ExtensionType.STRING, 4, 5), "yx"),
            "/run/stack has data type string; an image has integers or floats"),
        Arguments.of(
            request(plane, "yx").array(path("/run")), "/run is a group; an image is made of an"),
        Arguments.of(
            request(plane, "yx").array(path("/nowhere")),
            "there is nothing at /nowhere; an image is made of an array"),
        Arguments.of(
            request(plane, "yx")
                .source(
                    source(plane).withAttributes(Attributes.none().with("ome", JsonValue.of(1)))),
            "the root of the source has an attribute \"ome\" already, which the image would"));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void whatDoesNotFitIsRefused(ArrangementRequest.Builder request, String message) {
    assertThatThrownBy(() -> arrange(request.build()))
        .isInstanceOf(RequestException.class)
        .hasMessageStartingWith(message);
  }

  private Arrangement arrange(NodeSpec source, String image) {
    return arrange(
        ArrangementRequest.builder()
            .source(source)
            .array(path(image))
            .axes(List.of("y", "x"))
            .build());
  }

  private static NodePath path(String text) {
    return NodePath.parse(text);
  }

  private Arrangement arrange(ArrangementRequest request) {
    return convention.arranger().orElseThrow().arrange(request);
  }

  private static ArrangementRequest.Builder request(ArraySpec image, String axes) {
    return ArrangementRequest.builder()
        .source(source(image))
        .array(STACK)
        .axes(Arrays.asList(axes.split("")));
  }

  private static GroupSpec source(ArraySpec image) {
    return GroupSpec.builder()
        .putMember("run", GroupSpec.builder().putMember("stack", image).build())
        .build();
  }

  private static ArraySpec array(DataType type, long... extents) {
    return ArraySpec.builder().dataType(type).shape(Shape.of(extents)).build();
  }

  private static Quantity quantity(String value, String unit) {
    return new Quantity(new JsonNumber(value), Optional.of(unit));
  }

  private static String ome(Arrangement arranged) {
    return arranged.hierarchy().attributes().get("ome").orElseThrow().toString();
  }

  private static List<Shape> shapes(Arrangement arranged) {
    return ((GroupSpec) arranged.hierarchy())
        .members().values().stream()
            .filter(ArraySpec.class::isInstance)
            .map(node -> ((ArraySpec) node).shape())
            .toList();
  }

  private static List<Integer> ints(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
  }
}
