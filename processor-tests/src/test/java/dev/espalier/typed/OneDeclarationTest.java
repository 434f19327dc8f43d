package dev.espalier.typed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.hdf5.Hdf5Backend;
import dev.espalier.model.data.BitsBlock;
import dev.espalier.model.data.BoundHierarchy;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.plan.WritePolicy;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.typed.NdArray;
import dev.espalier.model.typed.Read;
import dev.espalier.model.work.Execution;
import dev.espalier.testkit.SharedData;
import dev.espalier.typed.anndata.CsrMatrix;
import dev.espalier.typed.anndata.CsrMatrixConvention;
import dev.espalier.zarr.ZarrBackend;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One declaration reads what others wrote as HDF5, and writes and reads Zarr. */
class OneDeclarationTest {
  private static final NodePath X = NodePath.parse("/X");

  private final CsrMatrixConvention convention = new CsrMatrixConvention();
  private final ZarrBackend zarr = new ZarrBackend();
  @TempDir private Path directory;

  @Test
  void aMatrixOfAnHdf5FileIsWrittenAsZarrAndReadAgain() {
    Path file = SharedData.require("hdf5/anndata/v0.7.0/adata.h5ad");
    try (OpenHierarchy hdf5 = new Hdf5Backend().open(Location.of(file))) {
      Read<CsrMatrix> read = convention.read(hdf5.tree(), X, hdf5::array);
      assertThat(read.findings()).isEmpty();
      CsrMatrix matrix = withOpenLayout(read.orThrow());

      write(convention.write(matrix));

      try (OpenHierarchy store = zarr.open(Location.of(directory.resolve("x")))) {
        CsrMatrix again = convention.read(store).orThrow();
        assertThat(withOpenLayout(again)).isEqualTo(matrix);
        assertThat(bytes(again.indptr())).isEqualTo(bytes(matrix.indptr()));
        assertThat(bytes(again.indices())).isEqualTo(bytes(matrix.indices()));
        assertThat(bytes(again.data())).isEqualTo(bytes(matrix.data()));
      }
    }
  }

  /** The filters of HDF5 are no codecs of Zarr, so the layout is chosen anew. */
  private static CsrMatrix withOpenLayout(CsrMatrix matrix) {
    return CsrMatrixConvention.builder()
        .from(matrix)
        .indptr(NdArray.of(matrix.indptr().source().orElseThrow()))
        .indices(NdArray.of(matrix.indices().source().orElseThrow()))
        .data(NdArray.of(matrix.data().source().orElseThrow()))
        .build();
  }

  private void write(BoundHierarchy bound) {
    Location target = Location.of(directory.resolve("x"));
    zarr.write(
        zarr.plan(bound.root(), target, WritePolicy.FAIL), bound, Execution.onCallingThread());
  }

  private static byte[] bytes(NdArray array) {
    return ((BitsBlock) array.read()).bytes();
  }
}
