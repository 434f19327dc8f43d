package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.data.ArraySource;
import dev.espalier.model.data.Block;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Region;
import dev.espalier.model.shape.Shape;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of chunk index, with chunks that were never written. */
class ChunkIndexTest {
  private static final int FILL = -7;

  @ParameterizedTest
  @CsvSource({
    "indexes-earliest.h5, btree1",
    "indexes-earliest.h5, btree1 gzip",
    "indexes-earliest.h5, btree1 growing",
    "indexes-earliest.h5, btree1 deep",
    "indexes-latest.h5, single",
    "indexes-latest.h5, single gzip",
    "indexes-latest.h5, fixed",
    "indexes-latest.h5, fixed gzip",
    "indexes-latest.h5, fixed may grow",
    "indexes-latest.h5, fixed may grow gzip",
    "indexes-latest.h5, fixed paged",
    "indexes-latest.h5, extensible rows",
    "indexes-latest.h5, extensible rows may grow",
    "indexes-latest.h5, extensible columns",
    "indexes-latest.h5, extensible columns may grow",
    "indexes-latest.h5, extensible long",
    "indexes-latest.h5, btree2",
    "indexes-latest.h5, btree2 gzip",
    "indexes-latest.h5, btree2 deep",
    "indexes-latest.h5, implicit",
    "indexes-v200.h5, fixed gzip",
    "indexes-v200.h5, extensible rows gzip",
    "indexes-v200.h5, btree2 gzip",
    "indexes-v200.h5, single gzip",
  })
  void chunksAreFoundAndGapsAreFilled(String file, String dataset) {
    try (Fixture fixture = Fixture.open(file)) {
      ArraySpec array = fixture.array(dataset);
      assertThat(array.fillValueOrZero().toJson()).hasToString("-7");
      assertThat(fixture.ints(dataset)).isEqualTo(expected(array));
      readsTheSameByRegion(fixture.source(dataset), expected(array));
    }
  }

  @Test
  void severalThreadsReadOneSource() {
    try (Fixture fixture = Fixture.open("indexes-earliest.h5")) {
      ArraySource source = fixture.source("btree1 gzip");
      int[] expected = expected(fixture.array("btree1 gzip"));
      IntStream.range(0, 64).parallel().forEach(i -> readsTheSameByRegion(source, expected));
    }
  }

  @Test
  void distantPagesOfAnExtensibleArrayAreFound() {
    try (Fixture fixture = Fixture.open("indexes-latest.h5")) {
      int[] expected = new int[200_000];
      Arrays.fill(expected, FILL);
      IntStream.of(0, 3, 131_500, 150_000, 199_999).forEach(at -> expected[at] = at);
      assertThat(fixture.ints("extensible paged")).isEqualTo(expected);
    }
  }

  @Test
  void chunksOutsideOfAShrunkArrayAreLeftAlone() {
    try (Fixture fixture = Fixture.open("indexes-latest.h5")) {
      int[] expected = IntStream.range(0, 13 * 7).map(i -> i / 7 * 11 + i % 7).toArray();
      assertThat(fixture.ints("shrunk")).isEqualTo(expected);
    }
  }

  @Test
  void theLayoutShowsChunksAndFilters() {
    try (Fixture fixture = Fixture.open("indexes-earliest.h5")) {
      assertThat(fixture.array("btree1 gzip").layout().toString())
          .contains("[4, 3]", "deflate{\"level\":4}", "foreignTo=hdf5");
      assertThat(fixture.source("btree1 gzip").preferredShape()).contains(Shape.of(4, 3));
    }
  }

  /** Element = its number in C order, where (chunk row + chunk column) mod 3 is not 1. */
  private static int[] expected(ArraySpec array) {
    int rows = (int) array.shape().extent(0);
    int columns = (int) array.shape().extent(1);
    Shape chunk = array.layout().chunkShape().orElseThrow();
    int[] expected = new int[rows * columns];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        long diagonal = y / chunk.extent(0) + x / chunk.extent(1);
        expected[y * columns + x] = diagonal % 3 == 1 ? FILL : y * columns + x;
      }
    }
    return expected;
  }

  private static void readsTheSameByRegion(ArraySource source, int[] expected) {
    Random random = new Random(20260317);
    Shape shape = source.shape();
    for (int i = 0; i < 50; i++) {
      long y = random.nextLong(shape.extent(0));
      long x = random.nextLong(shape.extent(1));
      long height = 1 + random.nextLong(shape.extent(0) - y);
      long width = 1 + random.nextLong(shape.extent(1) - x);
      Region region = Region.of(new long[] {y, x}, Shape.of(height, width));
      Block block = source.read(region);
      int[] wanted =
          IntStream.range(0, (int) (height * width))
              .map(at -> expected[(int) ((y + at / width) * shape.extent(1) + x + at % width)])
              .toArray();
      assertThat(Fixture.ints(block)).as("region %s", region).isEqualTo(wanted);
    }
  }

  @Test
  void anArrayThatIsNotThereIsSaidToBeMissing() {
    try (Fixture fixture = Fixture.open("indexes-earliest.h5")) {
      assertThatThrownBy(() -> fixture.hierarchy().array(NodePath.parse("/none")))
          .hasMessageEndingWith("indexes-earliest.h5: there is no /none");
    }
  }
}
