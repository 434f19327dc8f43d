package dev.espalier.bench.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairShuffleTest {
  @Test
  void firstBytesComeBeforeSecondOnesAndBack() {
    byte[] plain = new byte[64];
    new Random(2).nextBytes(plain);
    byte[] shuffled = new byte[64];
    byte[] again = new byte[64];

    PairShuffle.shuffle(plain, shuffled);
    PairShuffle.unshuffle(shuffled, again);

    for (int i = 0; i < 32; i++) {
      assertThat(shuffled[i]).isEqualTo(plain[2 * i]);
      assertThat(shuffled[32 + i]).isEqualTo(plain[2 * i + 1]);
    }
    assertThat(again).isEqualTo(plain);
  }
}
