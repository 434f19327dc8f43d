package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.error.CorruptException;
import dev.espalier.model.node.UnreadableSpec.Problem;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {
  @Test
  void theFilterMaskOfEachChunkIsHonoured() {
    try (Fixture fixture = Fixture.open("filters.h5")) {
      assertThat(fixture.ints("masked"))
          .isEqualTo(IntStream.range(0, 64).map(i -> i * 1001 - 20000).toArray());
    }
  }

  @Test
  void chunksAtTheEdgesMayBeUnfiltered() {
    try (Fixture fixture = Fixture.open("edges.h5")) {
      assertThat(fixture.ints("edges")).isEqualTo(IntStream.range(0, 143).toArray());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"checked", "checked gzip", "shuffled", "lzf"})
  void filtersAreUndone(String dataset) {
    try (Fixture fixture = Fixture.open("filters.h5")) {
      assertThat(fixture.ints(dataset)).isEqualTo(IntStream.range(0, 143).toArray());
    }
  }

  @Test
  void anOddNumberOfBytesHasAChecksumToo() {
    try (Fixture fixture = Fixture.open("filters.h5")) {
      assertThat(fixture.values("odd size")).isEqualTo("[0, 1, 2, 3, 4, 5, 6]");
    }
  }

  @Test
  void anUnknownFilterIsRefusedByName() {
    try (Fixture fixture = Fixture.open("filters.h5")) {
      assertThat(fixture.unreadable("scaled").problem()).isEqualTo(Problem.UNSUPPORTED);
      assertThat(fixture.unreadable("scaled").message())
          .isEqualTo("chunks encoded with filter scaleoffset (6)");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bad checksum, the bytes do not fit their fletcher32 checksum",
    "bad stream, no deflate stream: incorrect header check",
    "short stream, decoded to 4 bytes; expected 48",
  })
  void aDamagedChunkIsNamedAndTheOthersAreRead(String dataset, String reason) {
    try (Fixture fixture = Fixture.open("filters.h5")) {
      assertThatThrownBy(() -> fixture.ints(dataset))
          .isInstanceOf(CorruptException.class)
          .hasMessageMatching(
              ".*filters\\.h5: /" + dataset + ": chunk \\[0, 0\\] at address [0-9]+: " + reason);
      assertThat(fixture.values(dataset, new long[] {4, 3}, 2, 2)).isEqualTo("[47, 48, 58, 59]");
    }
  }
}
