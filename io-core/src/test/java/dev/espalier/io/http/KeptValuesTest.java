package dev.espalier.io.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is kept takes no more memory than it may. */
class KeptValuesTest {
  private static KeptValues.Kept value(int size) {
    KeptBytes bytes = new KeptBytes();
    bytes.add(ByteBuffer.allocate(size));
    Validators validators =
        new Validators(Optional.of("\"one\""), Optional.empty(), false, bytes.size());
    return new KeptValues.Kept(validators, bytes);
  }

  private static URI url(int number) {
    return URI.create("http://a/" + number);
  }

  @Test
  void emptyValuesAreNotKeptInAnyNumber() {
    KeptValues kept = new KeptValues(1_000);
    for (int i = 0; i < 10_000; i++) {
      assertThat(kept.reserve(0)).isTrue();
      kept.keep(url(i), value(0));
    }

    assertThat(IntStream.range(0, 10_000).filter(i -> kept.find(url(i)).isPresent()))
        .as("the last ones")
        .hasSize(4_096)
        .allMatch(i -> i >= 10_000 - 4_096);
  }

  @Test
  void nothingGoesForAValueThatDoesNotFitAnyway() {
    KeptValues kept = new KeptValues(1_000);
    assertThat(kept.reserve(400)).isTrue();
    kept.keep(url(1), value(400));
    assertThat(kept.reserve(500)).as("of a value that stays open").isTrue();

    assertThat(kept.reserve(501)).isFalse();
    assertThat(kept.find(url(1))).isPresent();

    assertThat(kept.reserve(500)).isTrue();
    assertThat(kept.find(url(1))).as("it had to go").isEmpty();
    assertThat(kept.reserve(1)).isFalse();
  }

  @Test
  void aValueTakesThePlaceOfTheOneThatItReplaces() {
    KeptValues kept = new KeptValues(1_000);
    for (int i = 0; i < 3; i++) {
      assertThat(kept.reserve(400)).isTrue();
      kept.keep(url(1), value(400));
    }

    assertThat(kept.reserve(600)).isTrue();
    assertThat(kept.find(url(1))).as("there is room for both").isPresent();
  }
}
