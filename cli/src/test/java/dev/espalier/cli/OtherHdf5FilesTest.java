package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HDF5 files that others made, with other names, types, filters and links than the sample has. */
class OtherHdf5FilesTest {
  private static final String EXPECTED = ".expected.json";

  private static final String LOST = " is lost";

  /** Files from which another test of this repository knows that they can be read. */
  private static final int FILES_AT_LEAST = 250;

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hdf5-1.10.8/tools/testfiles/tall.h5",
        "jhdf/test_chunked_datasets_earliest.hdf5",
        "jhdf/test_compact_datasets_earliest.hdf5",
        "jhdf/fletcher32_datasets_earliest.hdf5",
        "PyTables/smpl_i32le.h5",
        "anndata/v0.7.0/adata.h5ad",
        "bioformats/test_jhdf.h5",
        "MAT.jl/v7.3/cell.mat",
        "hdf5-1.10.8/test/test_filters_be.h5",
        "hdf5-1.10.8/tools/testfiles/tdset.h5",
      })
  void convertsWithEveryValueAsItWas(String file) {
    Path target = directory.resolve("out.zarr");

    JsonObject document =
        Cli.succeed("convert", SharedData.require("hdf5/" + file), target, "--verify", "--json")
            .document();

    assertThat(Cli.at(document, "verification", "equal")).isEqualTo(JsonValue.of(true));
    assertThat(Cli.at(document, "verification", "arrays")).isNotEqualTo(JsonValue.of(0));
    assertThat(Cli.succeed("digest", target).out()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "hdf5-1.10.8/tools/testfiles/tall.h5, /g1/g1.1/dset1.1.1, yx, int32",
    "jhdf/test_chunked_datasets_earliest.hdf5, /float/float32, zyx, float32",
  })
  void becomesAnImageWithTheSameOptions(String file, String path, String axes, String type) {
    Path source = SharedData.require("hdf5/" + file);
    Path target = directory.resolve("image.ome.zarr");

    Cli.succeed(
        "convert",
        source + "#" + path,
        target,
        "--as",
        "ngff:image@0.5",
        "--axes",
        axes,
        "--voxel-size",
        "y=2nm,x=3nm",
        "--verify");

    assertThat(Cli.succeed("validate", target).out()).contains("as ngff:image@0.5: valid");
    String before = digest(source, path);
    assertThat(digest(target, "/0")).isEqualTo(before).contains(type);
  }

  /** Type, shape and digest of an array. */
  private static String digest(Path location, String array) {
    String start = location + "\t" + array + "\t";
    return Cli.run("digest", location)
        .out()
        .lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst()
        .orElseThrow();
  }

  /** Nothing is lost in silence: each object and attribute that h5py saw is in the report. */
  @Test
  void theReportNamesEveryObject() throws IOException {
    List<String> silent = new ArrayList<>();
    int files = 0;
    for (Path file : wholeFiles()) {
      Cli.Outcome outcome =
          Cli.run("convert", file, directory.resolve("out.zarr"), "--dry-run", "--json");
      if (outcome.code() == 0) {
        files++;
        Set<String> told = told(outcome.document());
        expected(file).stream()
            .filter(object -> !told.contains(object) && !isBelowWhatIsLost(told, object))
            .forEach(object -> silent.add(file + ": " + object));
      }
    }
    assertThat(silent).isEmpty();
    assertThat(files).isGreaterThanOrEqualTo(FILES_AT_LEAST);
  }

  private static List<Path> wholeFiles() throws IOException {
    try (Stream<Path> files = Files.walk(SharedData.require("hdf5"))) {
      return files
          .map(Path::toString)
          .filter(name -> name.endsWith(EXPECTED))
          .map(name -> Path.of(name.substring(0, name.length() - EXPECTED.length())))
          .filter(Files::exists)
          .sorted()
          .toList();
    }
  }

  /** What is below a node or link that is left out goes with it, and has no entry of its own. */
  private static boolean isBelowWhatIsLost(Set<String> told, String object) {
    for (int end = 1; end < object.length(); end++) {
      if ("/@".indexOf(object.charAt(end)) >= 0 && told.contains(object.substring(0, end) + LOST)) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> told(JsonObject document) {
    Set<String> told = new LinkedHashSet<>();
    for (JsonValue object : ((JsonArray) Cli.at(document, "report", "objects")).elements()) {
      String path = ((JsonString) Cli.at(object, "path")).value();
      told.add(path);
      boolean isLink = Cli.at(object, "kind").equals(JsonValue.of("link"));
      if (isLink || Cli.at(object, "reason").toString().contains("its attributes go with it")) {
        told.add(path + LOST);
      }
      if (Cli.at(object, "attribute") instanceof JsonString attribute) {
        told.add(path + "@" + attribute.value());
      }
    }
    return told;
  }

  private static Set<String> expected(Path file) throws IOException {
    Set<String> expected = new LinkedHashSet<>();
    JsonValue document = JsonReader.parse(Files.readAllBytes(Path.of(file + EXPECTED)));
    ((JsonObject) Cli.at(document, "objects"))
        .members()
        .forEach(
            (path, object) -> {
              expected.add(path);
              ((JsonObject) object)
                  .get("attrs")
                  .ifPresent(
                      attributes ->
                          ((JsonObject) attributes)
                              .members().keySet().stream()
                                  .filter(name -> !name.matches("#[0-9]+")) // damaged: no name
                                  .forEach(name -> expected.add(path + "@" + name)));
            });
    return expected;
  }
}
