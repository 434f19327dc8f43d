package dev.espalier.zarr.internal.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByteShuffleTest {
  private static final int MOST_ELEMENTS = 40;
  private static final int BEFORE = 3;
  private static final int AFTER = 5;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12, 16, 24})
  void bytesOfOnePlaceStandTogether(int size) {
    Random random = new Random(size);
    for (int elements = 0; elements <= MOST_ELEMENTS; elements++) {
      byte[] source = new byte[BEFORE + elements * size];
      random.nextBytes(source);
      byte[] target = new byte[elements * size + AFTER];

      ByteShuffle.shuffle(source, BEFORE, target, 0, elements, size);

      for (int i = 0; i < elements; i++) {
        for (int place = 0; place < size; place++) {
          assertThat(target[place * elements + i]).isEqualTo(source[BEFORE + i * size + place]);
        }
      }
      assertThat(target).endsWith(new byte[AFTER]);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 12, 16, 24})
  void theyComeBackToWhereTheyWere(int size) {
    Random random = new Random(size);
    for (int elements = 0; elements <= MOST_ELEMENTS; elements++) {
      byte[] source = new byte[elements * size];
      random.nextBytes(source);
      byte[] sorted = new byte[BEFORE + elements * size];
      byte[] back = new byte[elements * size];

      ByteShuffle.shuffle(source, 0, sorted, BEFORE, elements, size);
      ByteShuffle.unshuffle(sorted, BEFORE, back, 0, elements, size);

      assertThat(back).isEqualTo(source);
    }
  }
}
