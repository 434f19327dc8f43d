package dev.espalier.zarr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.error.UnsupportedException;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.ChunkIndex;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.shape.Tiling;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** Arrays that others wrote, each the root of its own hierarchy. */
final class ForeignArrays {
  private ForeignArrays() {}

  /** What to do with an array that should be read. */
  interface Check {
    void run();
  }

  /**
   * Why a check fails; nothing if it passes, or if the page of what is not read tells of an array
   * that is refused by name.
   */
  static Optional<String> fault(RefusalList refusals, String array, Check check) {
    try {
      check.run();
      return Optional.empty();
    } catch (UnsupportedException | InvalidHierarchyException e) {
      return refusals.tells(array, String.valueOf(e.getMessage()))
          ? Optional.empty()
          : Optional.of(array + ": " + e);
    } catch (AssertionError | RuntimeException e) {
      return Optional.of(array + ": " + e);
    }
  }

  /** Read as a whole and in parts, it has the values that others read. */
  static void assertValues(Path path, JsonObject expected) {
    try (OpenHierarchy open = open(path)) {
      Block whole = read(open);
      ExpectedValues.of(expected).assertAre(whole, path);
      assertPartsAreTheWhole(open.array(NodePath.root()), whole, path);
    }
  }

  static OpenHierarchy open(Path path) {
    return Backends.load().open(Location.of(path));
  }

  static void readAll(Path path) {
    try (OpenHierarchy open = open(path)) {
      read(open);
    }
  }

  static Block read(OpenHierarchy open) {
    ArraySource source = open.array(NodePath.root());
    return source.read(Region.all(source.shape()));
  }

  /** Tiles that fit no chunk, put together. */
  private static void assertPartsAreTheWhole(ArraySource source, Block whole, Path path) {
    Shape tile = Shape.of(source.shape().stream().map(extent -> extent / 3 + 1).toArray());
    Block together = Block.allocate(source.dataType(), source.shape());
    Tiling tiling = Tiling.of(source.shape(), tile);
    for (ChunkIndex index : tiling.all()) {
      Region region = tiling.region(index);
      long[] at = new long[region.rank()];
      Arrays.setAll(at, region::start);
      together.copyFrom(source.read(region), Region.all(region.shape()), at);
    }
    assertThat(together.mismatch(whole)).as("%s", path).isEqualTo(-1);
  }
}
