package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Datasets that were made and never written. */
class FillTest {
  @ParameterizedTest
  @CsvSource({
    "contiguous, 30, -1.5",
    "chunked, 30, 12",
    "big endian, 30, 258",
    "without fill, 30, 0",
    "undefined fill, 3, 0",
    "text, 2, '\"ab\"'",
    "long text, 2, '\"\"'",
    "truth, 2, true",
  })
  void theyHoldTheirFillValue(String dataset, int count, String fill) {
    try (Fixture fixture = Fixture.open("never-written.h5")) {
      List<String> expected = Collections.nCopies(count, fill);
      assertThat(fixture.values(dataset)).hasToString(expected.toString());
      assertThat(fixture.array(dataset).fillValueOrZero().toJson()).hasToString(fill);
    }
  }

  @Test
  void aHugeArrayIsReadByRegion() {
    try (Fixture fixture = Fixture.open("never-written.h5")) {
      assertThat(fixture.values("huge", new long[] {1L << 39, 1 << 19}, 1, 2))
          .isEqualTo("[-7, -7]");
    }
  }
}
