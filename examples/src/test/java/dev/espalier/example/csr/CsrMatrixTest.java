package dev.espalier.example.csr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.example.Stored;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.typed.NdArray;
import dev.espalier.model.typed.Read;
import dev.espalier.testkit.SharedData;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sparse matrix as a typed value. */
class CsrMatrixTest {
  private final CsrMatrixConvention convention = new CsrMatrixConvention();
  @TempDir private Path directory;

  /** Three rows, four columns: [[0, 5, 0, 6], [0, 0, 0, 0], [7, 0, 0, 0]]. */
  private static CsrMatrix matrix() {
    return CsrMatrixConvention.builder()
        .encodingType("csr_matrix")
        .encodingVersion("0.1.0")
        .shape(new CsrMatrix.Extents(3, 4))
        .data(NdArray.of(new float[] {5, 6, 7}))
        .indices(NdArray.of(new int[] {1, 3, 0}))
        .indptr(NdArray.of(new int[] {0, 2, 2, 3}))
        .build();
  }

  @Test
  void theAnnotatedMatrixHasTheSchemaThatIsBuiltByHand() {
    assertThat(CsrMatrixConvention.SCHEMA).isEqualTo(CsrConvention.SCHEMA);
  }

  @Test
  void aMatrixIsWrittenAsZarrAndReadAsTheSameValue() {
    Stored.write(convention.write(matrix()), directory.resolve("matrix.zarr"));

    try (OpenHierarchy open = Stored.open(directory.resolve("matrix.zarr"))) {
      assertThat(Stored.findings(convention, open, NodePath.root())).isEmpty();
      assertThat(open.tree().attributes().get("shape")).contains(JsonArray.ofLongs(3, 4));
      CsrMatrix read = convention.read(open).orThrow();
      assertThat(read.encodingType()).isEqualTo("csr_matrix");
      assertThat(read.shape()).isEqualTo(new CsrMatrix.Extents(3, 4));
      assertThat(read.data().doubles()).containsExactly(5, 6, 7);
      assertThat(read.indices().longs()).containsExactly(1, 3, 0);
      assertThat(read.indptr().longs()).containsExactly(0, 2, 2, 3);
    }
  }

  @Test
  void aShapeOfThreeIsToldAndNotRead() {
    GroupSpec wrong =
        ((GroupSpec) convention.write(matrix()).root())
            .withAttribute("shape", JsonArray.ofLongs(3, 4, 1));

    Read<CsrMatrix> read =
        convention.read(
            wrong,
            NodePath.root(),
            path -> {
              throw new AssertionError("nobody asked for elements of " + path);
            });

    assertThat(read.value()).isEmpty();
    assertThat(read.findings())
        .extracting(Finding::message)
        .containsExactly("\"shape\" has 3 elements, not 2");
  }

  @Test
  void matricesThatOthersStoredAsHdf5AreReadAsTheSameType() {
    try (OpenHierarchy open = Stored.open(SharedData.require("geo/anndata/v0.7.8-adata.h5ad"))) {
      NodePath first = Stored.declared(convention, open.tree()).get(0);

      CsrMatrix matrix = convention.read(open.tree(), first, open::array).orThrow();

      assertThat(matrix.indptr().longs()).hasSize((int) matrix.shape().rows() + 1);
      assertThat(LongStream.of(matrix.indices().longs()))
          .isNotEmpty()
          .allMatch(column -> column < matrix.shape().columns());
    }
  }
}
