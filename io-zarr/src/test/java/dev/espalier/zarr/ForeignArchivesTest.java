package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.testkit.SharedData;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives that others packed hold what the directories hold that they were packed from. */
class ForeignArchivesTest {
  @ParameterizedTest
  @CsvSource({
    "zarr/zarrita-fixtures/fixtures/v2/data.zipped_from_within.zarr.zip, data.zarr, 30",
    "zarr/zarrita-fixtures/fixtures/v2/data.zipped_from_parent.zarr.zip, data.zarr, 30",
    "zarr/zarrita-fixtures/fixtures/v3/data.zipped_from_within.zarr.zip, data.zarr, 45",
    "zarr/zarrita-fixtures/fixtures/v3/data.zipped_from_parent.zarr.zip, data.zarr, 45",
    "zarr/zarrita-fixtures/fixtures/v3/data.uncompressed.zarr.zip, data.zarr, 45",
    "geo/anndata/v0.7.0-adata.zarr.zip, v0.7.0-adata.zarr, 67",
    "geo/anndata/v0.7.8-adata.zarr.zip, v0.7.8-adata.zarr, 71",
    "geo/anndata/v0.11.4-adata.zarr.zip, v0.11.4-adata.zarr, 2"
  })
  void anArchiveHoldsWhatItWasPackedFrom(String archive, String directory, int arrays) {
    Location packed = Location.of(SharedData.require(archive));
    Location unpacked = Location.of(SharedData.require(archive + "/../" + directory));
    int compared = 0;
    try (OpenHierarchy found = Backends.load().open(packed);
        OpenHierarchy expected = Backends.load().open(unpacked)) {
      Map<NodePath, NodeSpec> nodes = found.tree().toFlat();
      for (Map.Entry<NodePath, NodeSpec> node : expected.tree().toFlat().entrySet()) {
        if (node.getValue() instanceof ArraySpec spec) {
          assertThat(nodes.get(node.getKey())).as("%s", node.getKey()).isEqualTo(spec);
          assertThat(contents(found, node.getKey()))
              .as("%s", node.getKey())
              .isEqualTo(contents(expected, node.getKey()));
          compared++;
        }
      }
      assertThat(nodes.keySet()).isEqualTo(expected.tree().toFlat().keySet());
    }
    assertThat(compared).isGreaterThanOrEqualTo(arrays);
  }

  private static Object contents(OpenHierarchy hierarchy, NodePath path) {
    ArraySource source = hierarchy.array(path);
    return Elements.contents(source.read(Region.all(source.shape())));
  }
}
