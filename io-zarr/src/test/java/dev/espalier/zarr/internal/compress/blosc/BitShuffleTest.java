package dev.espalier.zarr.internal.compress.blosc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bits are sorted many bytes at a time; here they are looked for one by one. */
class BitShuffleTest {
  private static final int FROM = 3;
  private static final int TO = 5;

  private final BitShuffle bits = new BitShuffle();

  /** Element sizes that are special, and others; numbers of elements around whole squares. */
  static Stream<int[]> cases() {
    IntStream sizes = IntStream.concat(IntStream.rangeClosed(1, 17), IntStream.of(255));
    return sizes
        .boxed()
        .flatMap(
            size ->
                IntStream.concat(IntStream.rangeClosed(0, 20), IntStream.of(64, 2049))
                    .mapToObj(groups -> new int[] {size, Byte.SIZE * groups}));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachBitGoesToThePlaneOfItsPlace(int... sizeAndCount) {
    int size = sizeAndCount[0];
    int elements = sizeAndCount[1];
    int length = size * elements;
    byte[] source = new byte[FROM + length + 1];
    new Random(length).nextBytes(source);
    byte[] expected = new byte[TO + length + 1];
    sortOneByOne(source, expected, elements, size);

    byte[] sorted = new byte[TO + length + 1];
    bits.shuffle(source, FROM, sorted, TO, elements, size);
    assertThat(sorted).isEqualTo(expected);

    byte[] restored = new byte[FROM + length + 1];
    bits.unshuffle(sorted, TO, restored, FROM, elements, size);
    assertThat(Arrays.copyOfRange(restored, FROM, FROM + length))
        .isEqualTo(Arrays.copyOfRange(source, FROM, FROM + length));
    assertThat(restored[FROM - 1]).isZero();
    assertThat(restored[FROM + length]).isZero();
  }

  @Test
  void noBitOfASquareIsTakenForAnother() {
    int elements = 72;
    int size = 2;
    for (int bit = 0; bit < elements * size * Byte.SIZE; bit++) {
      byte[] source = new byte[FROM + elements * size];
      source[FROM + bit / Byte.SIZE] = (byte) (1 << (bit % Byte.SIZE));
      byte[] expected = new byte[TO + elements * size];
      sortOneByOne(source, expected, elements, size);

      byte[] sorted = new byte[TO + elements * size];
      bits.shuffle(source, FROM, sorted, TO, elements, size);
      assertThat(sorted).as("bit %s", bit).isEqualTo(expected);
      byte[] restored = new byte[FROM + elements * size];
      bits.unshuffle(sorted, TO, restored, FROM, elements, size);
      assertThat(restored).as("bit %s", bit).isEqualTo(source);
    }
  }

  @Test
  void theMemoryThatIsKeptDoesNotGrowWithTheBlock() {
    int elements = 1 << 18;
    byte[] source = new byte[4 * elements];

    bits.shuffle(source, 0, new byte[source.length], 0, elements, 4);
    long kept = bits.memory();
    bits.unshuffle(source, 0, new byte[source.length], 0, elements, 4);

    assertThat(kept).isPositive().isLessThan(1 << 15);
    assertThat(bits.memory()).isEqualTo(kept);
  }

  private static void sortOneByOne(byte[] source, byte[] target, int elements, int size) {
    int row = elements / Byte.SIZE;
    for (int element = 0; element < elements; element++) {
      for (int place = 0; place < size * Byte.SIZE; place++) {
        int from = FROM + element * size + place / Byte.SIZE;
        int bit = (source[from] >> (place % Byte.SIZE)) & 1;
        target[TO + place * row + element / Byte.SIZE] |= (byte) (bit << (element % Byte.SIZE));
      }
    }
  }
}
