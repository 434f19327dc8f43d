package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.declare.ArrayDeclaration;
import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.schema.array.Dimension;
import dev.espalier.model.schema.array.Dimensions;
import dev.espalier.model.schema.array.Extent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AxisOrderTest {
  private static final String SWAPPED =
      "array.dimension-names at /film: the axes of /film are in the order [y, time, x], not"
          + " [time, y, x]";
  private static final GroupDeclaration FILM =
      group()
          .member("film", array().namedDimensions("time", "y", "x"))
          .optionalMember("times", array().dimensions("time"))
          .optionalMember("mask", array().dimensions("y", "x"));

  private static Trees film(List<String> names, long... shape) {
    return tree().named("film", names, shape);
  }

  private static List<String> edits(Match match) {
    return match.findings().stream()
        .flatMap(finding -> finding.edits().stream())
        .map(Edit::describe)
        .toList();
  }

  @Test
  void aTransposedArrayIsOneFindingThatNoEditMends() {
    Match match =
        film(List.of("y", "time", "x"), 48, 5, 64)
            .array("times", "int64", 5)
            .array("mask", "int8", 48, 64)
            .against(FILM);
    assertThat(told(match)).containsExactly(SWAPPED);
    assertThat(match.findings().get(0).fix()).contains("transpose the array to (time, y, x)");
    assertThat(edits(match)).isEmpty();
    assertThat(match.extents(NodePath.root())).isEqualTo(Map.of("time", 5L, "y", 48L, "x", 64L));
  }

  @Test
  void whatATransposedArraySaysByNameIsHeldToTheOthers() {
    Match match =
        film(List.of("y", "time", "x"), 48, 5, 64)
            .array("times", "int64", 6)
            .array("mask", "int8", 48, 64)
            .against(FILM);
    assertThat(told(match))
        .containsExactly(
            SWAPPED, "dimension.conflict at /film: time: /times axis 0 = 6, /film axis 1 = 5");
  }

  @Test
  void namesAloneAreWrongWhereTheExtentsFitTheDeclaredOrderOnly() {
    Match match =
        film(List.of("y", "time", "x"), 5, 48, 64)
            .array("times", "int64", 5)
            .array("mask", "int8", 48, 64)
            .against(FILM);
    assertThat(told(match))
        .containsExactly(
            "array.dimension-names at /film: the dimension names of /film are [y, time, x], not"
                + " [time, y, x]");
    assertThat(edits(match))
        .containsExactly("set the dimension names of /film to [\"time\",\"y\",\"x\"]");
    assertThat(match.extents(NodePath.root())).isEqualTo(Map.of("time", 5L, "y", 48L, "x", 64L));
  }

  @Test
  void whereNothingTellsWhichIsWrongBothWaysOutAreNamed() {
    Match match = film(List.of("y", "time", "x"), 48, 5, 64).against(FILM);
    assertThat(told(match)).containsExactly(SWAPPED);
    assertThat(match.findings().get(0).fix())
        .contains(
            "transpose the array to (time, y, x), or set \"dimension_names\" to [time, y, x] if"
                + " its elements are so already");
    assertThat(edits(match)).isEmpty();
    assertThat(match.extents(NodePath.root())).containsEntry("time", 5L);
  }

  @Test
  void whereMoreSpeaksForTheDeclaredOrderTheOtherExtentsAreHeldToIt() {
    Match match =
        film(List.of("y", "time", "x"), 5, 48, 64)
            .array("times", "int64", 5)
            .array("mask", "int8", 48, 63)
            .against(FILM);
    assertThat(told(match))
        .containsExactly(
            SWAPPED, "dimension.conflict at /film: x: /mask axis 1 = 63, /film axis 2 = 64");
    assertThat(edits(match)).isEmpty();
  }

  @Test
  void anAttributeThatRepeatsAnExtentTellsAsWell() {
    GroupDeclaration counted =
        group()
            .attribute("frames", integer().equalTo("time"))
            .member("film", array().namedDimensions("time", "y", "x"));
    Match match =
        film(List.of("y", "time", "x"), 5, 48, 64)
            .attribute("/", "frames", JsonValue.of(5))
            .against(counted);
    assertThat(edits(match))
        .containsExactly("set the dimension names of /film to [\"time\",\"y\",\"x\"]");
  }

  @Test
  void fixedExtentsTellWithoutAnyOtherArray() {
    Schema colour =
        schema(
            array()
                .dimensions(
                    Dimensions.of(
                        List.of(
                            new Dimension(Extent.parse("y"), Optional.of("y")),
                            new Dimension(Extent.parse("3"), Optional.of("c"))))));
    assertThat(edits(film(List.of("c", "y"), 48, 3).against(colour)))
        .containsExactly("set the dimension names of /film to [\"y\",\"c\"]");
    Match transposed = film(List.of("c", "y"), 3, 48).against(colour);
    assertThat(told(transposed))
        .containsExactly(
            "array.dimension-names at /film: the axes of /film are in the order [c, y], not"
                + " [y, c]");
    assertThat(transposed.findings().get(0).fix()).contains("transpose the array to (y, c)");
  }

  @Test
  void axesOfTheRestKeepTheirOrder() {
    Schema any =
        schema(
            array()
                .dimensions(
                    Dimensions.of(
                        List.of(Dimension.of("..."), Dimension.named("y"), Dimension.named("x")))));
    assertThat(told(film(List.of("x", "t", "y"), 3, 4, 5).against(any)))
        .containsExactly(
            "array.dimension-names at /film: the axes of /film are in the order [x, t, y], not"
                + " [t, y, x]");
  }

  @Test
  void extentsOfAGroupFurtherUpTellWhenAllOfItHasBeenSeen() {
    GroupDeclaration films =
        group()
            .dimensions("time")
            .member("a", group().member("film", array().namedDimensions("time", "y")))
            .member("b", group().member("times", array().dimensions("time")));
    Match match =
        tree()
            .named("a/film", List.of("y", "time"), 5, 48)
            .array("b/times", "int64", 5)
            .against(films);
    assertThat(edits(match))
        .containsExactly("set the dimension names of /a/film to [\"time\",\"y\"]");
    assertThat(match.extents(NodePath.parse("a"))).isEqualTo(Map.of("time", 5L, "y", 48L));
  }

  @Test
  void namesTellAlternativesApart() {
    GroupDeclaration either =
        group()
            .member("times", array().dimensions("time"))
            .member(
                "film",
                choice()
                    .or("rows", array().namedDimensions("time", "y"))
                    .or("columns", array().namedDimensions("y", "time")));
    assertThat(
            tree()
                .array("times", "int64", 5)
                .named("film", List.of("y", "time"), 48, 5)
                .against(either)
                .findings())
        .isEmpty();
  }

  @Test
  void agreeingNamesAreNotHeldAgainstWrongOnes() {
    GroupDeclaration agreeing =
        group()
            .member("film", array().namedDimensions("time", "y"))
            .member("times", array().namedDimensions("time"))
            .dimensionNamesAgree();
    Match match =
        film(List.of("y", "time"), 5, 48).named("times", List.of("time"), 5).against(agreeing);
    assertThat(told(match))
        .containsExactly(
            "array.dimension-names at /film: the dimension names of /film are [y, time], not"
                + " [time, y]");
  }

  private static Schema schema(ArrayDeclaration film) {
    return convention("test", "1").root(group().member("film", film)).build();
  }
}
