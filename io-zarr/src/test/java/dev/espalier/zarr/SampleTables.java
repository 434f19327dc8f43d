package dev.espalier.zarr;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Elements of arrays that zarr-python cannot read, as the tables and scripts beside them give them.
 */
final class SampleTables {
  private static final Map<String, List<String>> ELEMENTS =
      Map.of(
          "v2/data.zarr/1d.contiguous.json2.O#v2",
          List.of("\"foo\"", "\"bar\"", "\"baz\"", "\"qux\""),
          "bitround/sample_data/bitround_uint8.zarr",
          List.of("0", "1", "10", "12", "96", "128", "192", "192", "224", "224"),
          "bitround/sample_data/bitround_float32.zarr",
          List.of(
              "0.0",
              "0.1015625",
              "1.25",
              "12.0",
              "120.0",
              "1280.0",
              "\"NaN\"",
              "\"Infinity\"",
              "\"-Infinity\""),
          // Without a single block.
          "n5_default/examples/zstd_array",
          Collections.nCopies(256 * 128, "0.0"));

  private SampleTables() {}

  /** The elements in C order, in the form of fill values. */
  static Optional<List<String>> of(String array) {
    return Optional.ofNullable(ELEMENTS.get(array));
  }
}
