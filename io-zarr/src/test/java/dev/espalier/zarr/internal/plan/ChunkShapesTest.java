package dev.espalier.zarr.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import dev.espalier.model.type.DataType;
import dev.espalier.model.type.ExtensionType;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChunkShapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "uint16 |                | []",
        "uint16 | 0              | [1]",
        "uint16 | 0,5            | [1, 5]",
        "uint8  | 1000           | [1000]",
        "uint16 | 512,512        | [512, 512]",
        "uint16 | 512,512,512    | [2, 512, 512]",
        "uint16 | 2,40,2048,2048 | [1, 1, 512, 1024]",
        "uint8  | 100000,100000  | [782, 782]",
        "float64| 1000000,3      | [31250, 3]",
        "uint8  | 3,100000000    | [3, 195313]",
        "float64| 1000000000     | [122071]",
        "string | 1000000        | [31250]",
      })
  void aChunkIsAMebibyteAtMost(String type, String shape, String chunk) {
    long[] extents =
        shape == null
            ? new long[0]
            : Arrays.stream(shape.split(",")).mapToLong(Long::parseLong).toArray();

    assertThat(ChunkShapes.choose(Shape.of(extents), DataType.named(type))).hasToString(chunk);
  }

  @Test
  void extentsBeyondCountingAreCutAsWell() {
    Shape chunk = ChunkShapes.choose(Shape.of(Long.MAX_VALUE, Long.MAX_VALUE), CoreType.COMPLEX128);

    assertThat(chunk.elementCount()).isBetween(1L << 14, 1L << 16);
  }

  @Test
  void chunksAreNeitherLargeNorSmallWhateverTheShape() {
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      long[] extents = random.longs(random.nextInt(6), 1, 5000).toArray();
      Shape array = Shape.of(extents);
      Shape chunk = ChunkShapes.choose(array, CoreType.INT32);

      long bytes = 4 * chunk.elementCount();
      assertThat(bytes).as("%s in %s", array, chunk).isLessThanOrEqualTo(1 << 20);
      if (4 * array.elementCount() > 1 << 20) {
        assertThat(bytes).as("%s in %s", array, chunk).isGreaterThan(1 << 18);
      }
      assertThat(ChunkShapes.choose(array, ExtensionType.STRING).rank()).isEqualTo(array.rank());
    }
  }
}
