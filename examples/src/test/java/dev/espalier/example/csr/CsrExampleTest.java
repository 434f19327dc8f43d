package dev.espalier.example.csr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.example.Stored;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.match.MatchedNode;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.typed.NdArray;
import dev.espalier.testkit.SharedData;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sparse matrix: declared, written, read, checked, and broken in every way there is. */
class CsrExampleTest {
  private final CsrConvention convention = new CsrConvention();
  @TempDir private Path directory;

  /** Three rows, four columns: [[0, 5, 0, 6], [0, 0, 0, 0], [7, 0, 0, 0]]. */
  private static GroupSpec root() {
    return GroupSpec.empty()
        .withAttribute("encoding-type", JsonValue.of("csr_matrix"))
        .withAttribute("encoding-version", JsonValue.of("0.1.0"))
        .withAttribute("shape", JsonArray.ofLongs(3, 4));
  }

  private static Map<String, NdArray> arrays() {
    return Map.of(
        "data", NdArray.of(new float[] {5, 6, 7}),
        "indices", NdArray.of(new int[] {1, 3, 0}),
        "indptr", NdArray.of(new int[] {0, 2, 2, 3}));
  }

  @Test
  void aMatrixIsWrittenAndReadAgain() {
    Stored.write(Stored.bound(root(), arrays()), directory.resolve("matrix.zarr"));

    try (OpenHierarchy open = Stored.open(directory.resolve("matrix.zarr"))) {
      assertThat(Stored.findings(convention, open, NodePath.root())).isEmpty();
      MatchedNode matrix = convention.match(open.tree(), NodePath.root()).node().orElseThrow();
      assertThat(matrix.attribute("shape")).contains(JsonArray.ofLongs(3, 4));
      assertThat(matrix.member("indptr")).isPresent();
    }
  }

  @Test
  void theSizesOfAMatrixAreKnownByName() {
    BoundHierarchy matrix = Stored.bound(root(), arrays());

    assertThat(convention.match(matrix.root(), NodePath.root()).extents(NodePath.root()))
        .isEqualTo(Map.of("rows", 3L, "cols", 4L, "nnz", 3L));
  }

  /**
   * A broken matrix.
   *
   * @param words what is wrong
   * @param rules the rules that this breaks, and no others
   * @param matrix the matrix
   */
  private record Broken(String words, List<String> rules, BoundHierarchy matrix) {
    @Override
    public String toString() {
      return words;
    }
  }

  private static Broken attribute(String words, String rule, UnaryOperator<GroupSpec> change) {
    return new Broken(words, List.of(rule), Stored.bound(change.apply(root()), arrays()));
  }

  private static Broken array(String words, String rule, String name, NdArray array) {
    Map<String, NdArray> changed = Stored.with(arrays(), name, old -> array);
    return new Broken(words, List.of(rule), Stored.bound(root(), changed));
  }

  private static Broken without(String name) {
    Map<String, NdArray> fewer = new LinkedHashMap<>(arrays());
    fewer.remove(name);
    return new Broken("no " + name, List.of("member.missing"), Stored.bound(root(), fewer));
  }

  static Stream<Broken> broken() {
    return Stream.of(
        attribute(
            "another encoding",
            "attribute.value",
            root -> root.withAttribute("encoding-type", JsonValue.of("csc_matrix"))),
        attribute(
            "no version",
            "attribute.missing",
            root -> root.withAttributes(root.attributes().without("encoding-version"))),
        attribute(
            "a shape of three",
            "attribute.type",
            root -> root.withAttribute("shape", JsonArray.ofLongs(3, 4, 1))),
        attribute(
            "a shape of texts",
            "attribute.type",
            root -> root.withAttribute("shape", JsonValue.of("3 x 4"))),
        attribute(
            "another number of rows",
            "dimension.conflict",
            root -> root.withAttribute("shape", JsonArray.ofLongs(2, 4))),
        attribute(
            "fewer columns than are used",
            "elements.range",
            root -> root.withAttribute("shape", JsonArray.ofLongs(3, 3))),
        without("data"),
        without("indices"),
        without("indptr"),
        array("texts", "array.data-type", "data", NdArray.of(new String[] {"5", "6", "7"})),
        array("two dimensions", "array.rank", "data", NdArray.of(new float[] {5, 6, 7}, 3, 1)),
        array("an element too many", "dimension.conflict", "indices", ints(1, 3, 0, 0)),
        array("a column below zero", "elements.range", "indices", ints(1, -1, 0)),
        array("rows that begin late", "elements.first", "indptr", ints(1, 2, 2, 3)),
        array("rows that end early", "elements.last", "indptr", ints(0, 2, 2, 2)),
        array("rows out of order", "elements.order", "indptr", ints(0, 2, 1, 3)),
        array(
            "columns that are no integers",
            "array.data-type",
            "indices",
            NdArray.of(new double[] {1, 3, 0})),
        new Broken(
            "two mistakes",
            List.of("array.data-type", "attribute.missing"),
            Stored.bound(
                root().withAttributes(root().attributes().without("encoding-version")),
                Stored.with(arrays(), "data", old -> NdArray.of(new String[] {"5", "6", "7"})))));
  }

  private static NdArray ints(int... elements) {
    return NdArray.of(elements);
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aMistakeIsFoundAndNothingElse(Broken broken) {
    assertThat(Stored.broken(convention, broken.matrix(), directory.resolve("broken.zarr")))
        .containsExactlyInAnyOrderElementsOf(broken.rules());
  }

  /** The same declaration, and the same code, for files that others made in another format. */
  @ParameterizedTest
  @ValueSource(strings = {"geo/anndata/v0.7.0-adata.h5ad", "geo/anndata/v0.7.8-adata.h5ad"})
  void matricesOfAnHdf5FileAreFoundAndRight(String file) {
    try (OpenHierarchy open = Stored.open(SharedData.require(file))) {
      List<NodePath> matrices = Stored.declared(convention, open.tree());

      assertThat(matrices).hasSize(8);
      assertThat(matrices)
          .allSatisfy(at -> assertThat(Stored.findings(convention, open, at)).isEmpty());
    }
  }
}
