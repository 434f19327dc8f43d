package dev.espalier.model.match;

import static dev.espalier.model.declare.Declare.array;
import static dev.espalier.model.declare.Declare.choice;
import static dev.espalier.model.declare.Declare.convention;
import static dev.espalier.model.declare.Declare.group;
import static dev.espalier.model.declare.Declare.integer;
import static dev.espalier.model.declare.Declare.list;
import static dev.espalier.model.declare.Declare.reference;
import static dev.espalier.model.declare.Declare.string;
import static dev.espalier.model.declare.Declare.template;
import static dev.espalier.model.declare.Declare.tuple;
import static dev.espalier.model.match.Trees.told;
import static dev.espalier.model.match.Trees.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.declare.GroupDeclaration;
import dev.espalier.model.edit.Edit;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.path.NodePath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SymbolicDimensionsTest {
  private static GroupDeclaration recording() {
    return group()
        .member("signal", array().dimensions("time", "channel"))
        .member("timestamps", array().dimensions("time"))
        .optionalMember("gain", array().dimensions("channel"));
  }

  @Test
  void oneSymbolIsOneExtent() {
    Match match =
        tree()
            .array("signal", "int16", 3000, 4)
            .array("timestamps", "float64", 3000)
            .against(recording());
    assertThat(match.findings()).isEmpty();
    assertThat(match.extents(NodePath.root())).isEqualTo(Map.of("time", 3000L, "channel", 4L));
  }

  @Test
  void aConflictNamesBothSides() {
    Match match =
        tree()
            .array("signal", "int16", 3000, 4)
            .array("timestamps", "float64", 2999)
            .against(recording());
    assertThat(told(match))
        .containsExactly(
            "dimension.conflict at /timestamps: "
                + "time: /signal axis 0 = 3000, /timestamps axis 0 = 2999");
  }

  @Test
  void elementsAreNotHeldToOneSideOfAConflict() {
    GroupDeclaration sparse =
        group()
            .member("data", array().dimensions("nnz"))
            .member("indices", array().dimensions("nnz").positionsIn("nnz"))
            .member("indptr", array().dimensions("row").last("nnz").first("row"));
    Match match =
        tree()
            .array("data", "int16", 9)
            .array("indices", "int32", 10)
            .array("indptr", "int32", 4)
            .against(sparse);
    assertThat(match.findings()).hasSize(1);
    assertThat(match.elementDemands())
        .extracting(demand -> demand.array() + " " + demand.symbols())
        .containsExactly("/indices {}", "/indptr {row=4}");
  }

  @Test
  void whatMostArraysSayHolds() {
    GroupDeclaration three =
        group()
            .member("a", array().dimensions("n"))
            .member("b", array().dimensions("n"))
            .member("c", array().dimensions("n"));
    Match match =
        tree().array("a", "int8", 5).array("b", "int8", 6).array("c", "int8", 6).against(three);
    assertThat(told(match))
        .containsExactly(
            "dimension.conflict at /a: n: /b axis 0 = 6, /c axis 0 = 6, /a axis 0 = 5");
    assertThat(match.extents(NodePath.root())).containsEntry("n", 6L);
  }

  @Test
  void expressionsSayWhatTheirSymbolIs() {
    GroupDeclaration csr =
        group()
            .attribute("shape", tuple(integer().equalTo("rows"), integer().equalTo("cols")))
            .member("data", array().dimensions("nnz"))
            .member("indices", array().dimensions("nnz"))
            .member("indptr", array().dimensions("rows+1"));
    Match right =
        tree()
            .attribute("/", "shape", JsonArray.ofLongs(4, 7))
            .array("data", "float32", 9)
            .array("indices", "int32", 9)
            .array("indptr", "int64", 5)
            .against(csr);
    assertThat(right.findings()).isEmpty();

    Match wrong =
        tree()
            .attribute("/", "shape", JsonArray.ofLongs(5, 7))
            .array("data", "float32", 9)
            .array("indices", "int32", 9)
            .array("indptr", "int64", 5)
            .against(csr);
    assertThat(told(wrong))
        .containsExactly(
            "dimension.conflict at /indptr: rows: / element 0 of \"shape\" = 5,"
                + " /indptr axis 0 = 5 (rows+1, so rows = 4)");
  }

  @Test
  void anAttributeThatIsOutvotedCanBeMended() {
    GroupDeclaration table =
        group()
            .attribute("rows", integer().equalTo("rows"))
            .member("a", array().dimensions("rows"))
            .member("b", array().dimensions("rows"));
    Match match =
        tree()
            .attribute("/", "rows", JsonValue.of(3))
            .array("a", "int8", 4)
            .array("b", "int8", 4)
            .against(table);
    assertThat(told(match))
        .containsExactly(
            "attribute.extent at /: rows: /a axis 0 = 4, /b axis 0 = 4, / \"rows\" = 3");
    assertThat(match.findings().get(0).edits())
        .extracting(Edit::describe)
        .containsExactly("set attribute /rows of / to 4");
  }

  @Test
  void roundedQuotientsAreComparedWhenTheSymbolIsKnown() {
    GroupDeclaration pyramid =
        group()
            .member("half", array().dimensions("ceil(y/2)", "ceil(x/2)"))
            .member("full", array().dimensions("y", "x"));
    assertThat(
            tree()
                .array("half", "int8", 3, 4)
                .array("full", "int8", 5, 8)
                .against(pyramid)
                .findings())
        .isEmpty();
    assertThat(
            told(tree().array("half", "int8", 2, 4).array("full", "int8", 5, 8).against(pyramid)))
        .containsExactly(
            "dimension.conflict at /half: /half axis 0 = 2, not 3 (ceil(y/2) with y = 5)");
  }

  @Test
  void anExtentThatNoSymbolGivesIsAFinding() {
    GroupDeclaration pairs = group().member("a", array().dimensions("2*n"));
    assertThat(told(tree().array("a", "int8", 7).against(pairs)))
        .containsExactly("dimension.conflict at /a: /a axis 0 = 7, which is 2*n for no extent");
  }

  @Test
  void groupsBesideEachOtherHaveSymbolsOfTheirOwn() {
    GroupDeclaration runs =
        group().members(template("run_{n}"), group().member("x", array().dimensions("time")));
    assertThat(
            tree().array("run_0/x", "int8", 3).array("run_1/x", "int8", 4).against(runs).findings())
        .isEmpty();
  }

  @Test
  void whatAGroupUsesItselfIsSharedByAllBelow() {
    GroupDeclaration runs =
        group()
            .members(template("run_{n}"), group().member("x", array().dimensions("channel")))
            .member("gain", array().dimensions("channel"));
    assertThat(
            told(
                tree()
                    .array("run_0/x", "int8", 3)
                    .array("run_1/x", "int8", 4)
                    .array("gain", "int8", 3)
                    .against(runs)))
        .containsExactly(
            "dimension.conflict at /run_1/x: channel: /gain axis 0 = 3, /run_0/x axis 0 = 3,"
                + " /run_1/x axis 0 = 4");
  }

  @Test
  void aDeclaredSymbolIsSharedWithoutAnArrayOfTheGroup() {
    GroupDeclaration shared =
        group()
            .dimensions("obs")
            .member("a", group().member("x", array().dimensions("obs")))
            .member("b", group().member("y", array().dimensions("obs")));
    assertThat(told(tree().array("a/x", "int8", 3).array("b/y", "int8", 4).against(shared)))
        .containsExactly("dimension.conflict at /b/y: obs: /a/x axis 0 = 3, /b/y axis 0 = 4");
  }

  @Test
  void aDeclaredSymbolHidesThatOfAGroupFurtherUp() {
    GroupDeclaration hidden =
        group()
            .member("n", array().dimensions("n"))
            .member("inner", group().dimensions("n").member("x", array().dimensions("n")));
    assertThat(tree().array("n", "int8", 3).array("inner/x", "int8", 9).against(hidden).findings())
        .isEmpty();
  }

  @Test
  void theRestStandsForAnyNumberOfAxes() {
    GroupDeclaration images =
        group()
            .member("image", array().dimensions("...", "y", "x"))
            .member("mask", array().dimensions("y", "x"));
    assertThat(
            tree()
                .array("image", "int8", 2, 3, 5, 6)
                .array("mask", "int8", 5, 6)
                .against(images)
                .findings())
        .isEmpty();
    assertThat(told(tree().array("image", "int8", 6).array("mask", "int8", 5, 6).against(images)))
        .containsExactly("array.rank at /image: /image has 1 dimension, not at least 2");
  }

  @Test
  void aNamedDimensionIsFoundBesideAndItsExtentIsKnown() {
    GroupDeclaration ragged =
        group()
            .member(
                "row_size",
                array()
                    .dimensions("instance")
                    .attribute("sample_dimension", string().namingDimension("sample"))
                    .sum("sample"))
            .member("temperature", array().dimensions("sample"));
    Match match =
        tree()
            .named("row_size", List.of("station"), 3)
            .named("temperature", List.of("obs"), 12)
            .attribute("row_size", "sample_dimension", JsonValue.of("obs"))
            .against(ragged);
    assertThat(match.findings()).isEmpty();
    assertThat(match.elementDemands())
        .singleElement()
        .satisfies(
            demand -> {
              assertThat(demand.array()).hasToString("/row_size");
              assertThat(demand.symbols()).isEqualTo(Map.of("sample", 12L));
            });
    assertThat(
            told(
                tree()
                    .named("row_size", List.of("station"), 3)
                    .named("temperature", List.of("obs"), 12)
                    .attribute("row_size", "sample_dimension", JsonValue.of("osb"))
                    .against(ragged)))
        .containsExactly(
            "reference.dimension at /row_size: no array has a dimension called \"osb\"");
  }

  @Test
  void whatATriedAlternativeSaidOfASymbolIsForgotten() {
    GroupDeclaration either =
        group()
            .member("time", array().dimensions("time"))
            .member(
                "data",
                choice()
                    .or("plain", array().types("float").dimensions("time"))
                    .or("offsets", array().types("integer").dimensions("time+1")));
    assertThat(tree().array("time", "int8", 4).array("data", "int32", 5).against(either).findings())
        .isEmpty();
  }

  @Test
  void theSymbolsOfTheChosenAlternativeAreKnownWhicheverWasTriedLast() {
    GroupDeclaration either =
        group()
            .member(
                "part",
                choice()
                    .or(
                        "a",
                        group().recommended("a", string()).member("x", array().dimensions("n")))
                    .or(
                        "b",
                        group()
                            .recommended("b", string())
                            .recommended("c", string())
                            .member("x", array().dimensions("m"))));
    Match match = tree().array("part/x", "int8", 5).against(either);
    assertThat(match.extents(NodePath.parse("part"))).isEqualTo(Map.of("n", 5L));
  }

  @Test
  void symbolsReachThroughReferences() {
    Match match =
        tree()
            .array("a", "int8", 4)
            .array("b", "int8", 5)
            .against(
                convention("test", "1")
                    .root(group().member("a", reference("v")).member("b", reference("v")))
                    .define("v", array().dimensions("n"))
                    .build());
    assertThat(told(match))
        .containsExactly("dimension.conflict at /b: n: /a axis 0 = 4, /b axis 0 = 5");
  }

  @Test
  void aSymbolThatNothingGivesAValueIsRefusedInTheDeclaration() {
    assertThatThrownBy(
            () ->
                convention("test", "1")
                    .root(group().member("a", array().dimensions("ceil(y/2)")))
                    .build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "schema test@1: the dimension \"y\" is used, but no array and no attribute says how"
                + " long it is");
    assertThat(
            convention("test", "1")
                .root(
                    group()
                        .attribute("size", list(integer().equalTo("y")))
                        .member("a", array().dimensions("ceil(y/2)")))
                .build()
                .title())
        .isEmpty();
  }
}
