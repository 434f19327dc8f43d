package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "contiguous|[0, 1, 2, 3, 4]",
        "chunked|[0, 1, 2, 3, 4]",
        "compact|[0, 1, 2, 3, 4, 5]",
        "text|[\"in the heap\"]",
      })
  void aUserBlockMovesEverything(String dataset, String values) {
    try (Fixture fixture = Fixture.open("user-block.h5")) {
      assertThat(fixture.values(dataset)).isEqualTo(values);
    }
  }

  @Test
  void partsOfCompactAndContiguousDataAreRead() {
    try (Fixture fixture = Fixture.open("user-block.h5")) {
      assertThat(fixture.values("compact", new long[] {0, 1}, 2, 2)).isEqualTo("[1, 2, 4, 5]");
      assertThat(fixture.values("contiguous", new long[] {3}, 2)).isEqualTo("[3, 4]");
    }
  }

  @Test
  void dimensionsAreNamedAfterTheirOnlyScaleOrTheirLabel() {
    try (Fixture fixture = Fixture.open("scales.h5")) {
      assertThat(fixture.array("group/image").dimensionNames())
          .contains(List.of(Optional.of("time"), Optional.of("lat"), Optional.of("lon")));
      assertThat(fixture.array("partly").dimensionNames())
          .contains(List.of(Optional.empty(), Optional.of("lat")));
      assertThat(fixture.array("twice").dimensionNames()).isEmpty();
      assertThat(fixture.array("labelled").dimensionNames())
          .contains(List.of(Optional.of("y"), Optional.of("x")));
      assertThat(Unread.names(fixture.node("group/image"), "attribute"))
          .containsExactly("DIMENSION_LIST");
    }
  }
}
