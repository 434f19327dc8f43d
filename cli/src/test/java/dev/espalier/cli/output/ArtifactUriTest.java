package dev.espalier.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArtifactUriTest {
  @ParameterizedTest
  @CsvSource({
    "cells.zarr, cells.zarr",
    "a b/ü#1?.zarr, a%20b/%C3%BC%231%3F.zarr",
    "50%.zarr, 50%25.zarr",
    "x:y.zarr, ./x:y.zarr",
    "a/x:y.zarr, a/x:y.zarr",
    "/data/cells.zarr, file:///data/cells.zarr",
    "C:\\data\\cells.zarr, file:///C:/data/cells.zarr",
    "file:///data/a b.zarr, file:///data/a%20b.zarr",
    "https://example.org/cells.zarr, https://example.org/cells.zarr",
  })
  void aLocationBecomesAUriReference(String location, String uri) {
    assertThat(ArtifactUri.of(location)).isEqualTo(uri);
    assertThat(URI.create(uri)).hasToString(uri);
  }
}
