package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the options of {@code convert} do to the sample. */
class ConvertCommandTest {
  private static final String IMAGE = "/acquisition/run1/image";

  @TempDir private Path directory;
  private Path target = Path.of("");

  @BeforeEach
  void nameTheTarget() {
    target = directory.resolve("out.zarr");
  }

  private Cli.Outcome convert(Object... options) {
    return Cli.succeed(words(Cli.sample(), options));
  }

  private Cli.Outcome convertAsImage(Object... options) {
    Object[] words = words(Cli.sample() + "#" + IMAGE, options);
    return Cli.succeed(
        Stream.concat(Stream.of(words), Stream.of("--as", "ngff:image@0.5", "--axes", "czyx"))
            .toArray());
  }

  private Object[] words(Object source, Object... options) {
    return Stream.concat(Stream.of("convert", source, target), Stream.of(options)).toArray();
  }

  private JsonValue document(String path) throws IOException {
    return JsonReader.parse(Files.readAllBytes(target.resolve(path).resolve("zarr.json")));
  }

  private static Optional<JsonObject> entry(JsonObject report, String path, JsonValue attribute) {
    return ((JsonArray) Cli.at(report, "report", "objects"))
        .elements().stream()
            .map(JsonObject.class::cast)
            .filter(object -> Cli.at(object, "path").equals(JsonValue.of(path)))
            .filter(object -> Cli.at(object, "attribute").equals(attribute))
            .findFirst();
  }

  private static String member(Optional<JsonObject> entry, String name) {
    JsonValue value = Cli.at(entry.orElseThrow(), name);
    return value instanceof JsonString text ? text.value() : value.toString();
  }

  @Test
  void theReportTellsWhatBecameOfEachObject() {
    JsonObject report =
        convertAsImage("--voxel-size", "element_size_um", "--verify", "--json").document();

    assertThat(report.members().keySet())
        .containsExactly(
            "source",
            "target",
            "convention",
            "subject",
            "written",
            "plan",
            "report",
            "verification");
    Optional<JsonObject> image = entry(report, IMAGE, JsonNull.NULL);
    assertThat(member(image, "outcome")).isEqualTo("changed");
    assertThat(member(image, "target")).isEqualTo("/0");
    assertThat(member(image, "changes"))
        .isEqualTo(
            "[\"codecs: shuffle, deflate -> bytes, blosc\","
                + "\"dimension_names added: c, z, y, x\"]");
    assertThat(member(entry(report, IMAGE, JsonValue.of("unit")), "outcome")).isEqualTo("moved");
    assertThat(member(entry(report, "/instrument", JsonNull.NULL), "outcome")).isEqualTo("copied");
    Optional<JsonObject> exposure = entry(report, "/acquisition/run1", JsonValue.of("exposure_ms"));
    assertThat(member(exposure, "outcome")).isEqualTo("changed");
    assertThat(member(exposure, "changes")).contains("float32");
    assertThat(Cli.at(report, "report", "added")).hasToString("[\"/1\",\"/2\"]");
    assertThat(Cli.at(report, "verification", "equal")).isEqualTo(JsonValue.of(true));
    assertThat(Cli.at(report, "verification", "arrays")).isEqualTo(JsonValue.of(7));
    assertThat(Cli.at(report, "verification", "mismatches")).hasToString("[]");
  }

  @Test
  void aDryRunSaysTheSameAndWritesNothing() throws IOException {
    JsonObject planned = convertAsImage("--dry-run", "--json").document();
    assertThat(directory).isEmptyDirectory();
    assertThat(Cli.at(planned, "written")).isEqualTo(JsonValue.of(false));

    JsonObject done = convertAsImage("--json").document();

    assertThat(done.with("written", JsonValue.of(false))).isEqualTo(planned);
    long objects;
    try (Stream<Path> files = Files.walk(target)) {
      objects = files.filter(Files::isRegularFile).count();
    }
    assertThat(Cli.at(planned, "plan", "objects"))
        .as("nothing of the sample is all fill value, so every object is there")
        .isEqualTo(JsonValue.of(objects));
  }

  @Test
  void withoutAPathTheOnlyArrayThatFitsIsTaken() {
    Cli.Outcome outcome =
        Cli.succeed(words(Cli.sample(), "--as", "ngff:image", "--axes", "czyx", "--json"));

    assertThat(outcome.err()).contains(IMAGE + " is the only array that fits; using it");
    assertThat(Cli.at(outcome.document(), "subject")).isEqualTo(JsonValue.of(IMAGE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "element_size_um | 1.0 0.325 0.325 micrometer",
        "/acquisition/run1/image@element_size_um | 1.0 0.325 0.325 micrometer",
        "/instrument/camera@pixel_size_um | 6.5 6.5 6.5 micrometer",
        "z=2nm,y=1.5nm,x=1.5nm | 2.0 1.5 1.5 nanometer",
      })
  void theVoxelSizeComesFromWhereItIsSaidToBe(String option, String expected) throws IOException {
    convertAsImage("--voxel-size", option);

    JsonValue multiscale = Cli.at(document(""), "attributes", "ome", "multiscales", "0");
    JsonArray scale =
        (JsonArray) Cli.at(multiscale, "datasets", "0", "coordinateTransformations", "0", "scale");
    List<String> numbers = scale.elements().stream().skip(1).map(JsonValue::toString).toList();
    JsonString unit = (JsonString) Cli.at(multiscale, "axes", "3", "unit");
    assertThat(String.join(" ", numbers) + " " + unit.value()).isEqualTo(expected);
    assertThat(scale.elements().get(0)).hasToString("1.0");
  }

  @Test
  void aVoxelSizeThatDoesNotFitIsRefused() {
    Object[] image = words(Cli.sample() + "#" + IMAGE, "--as", "ngff:image", "--axes", "czyx");
    assertThat(refusal(image, "--voxel-size", "saturation_nm"))
        .contains("no attribute \"saturation_nm\" at " + IMAGE)
        .contains("element_size_um");
    assertThat(refusal(image, "--voxel-size", "channel_names"))
        .contains("holds \"DNA\"; expected numbers");
    assertThat(refusal(image, "--voxel-size", "/acquisition/run1@binning"))
        .contains("holds 2 numbers; expected one for each of the space axes z, y, x");
    assertThat(refusal(image, "--voxel-size", "/nowhere@size")).contains("no node /nowhere");
    assertThat(refusal(image, "--voxel-size", "z=1parsecond")).contains("parsecond");
    assertThat(refusal(image, "--voxel-size", "w=1um")).contains("\"w\"");
  }

  private static String refusal(Object[] words, Object... more) {
    Cli.Outcome outcome = Cli.run(Stream.concat(Stream.of(words), Stream.of(more)).toArray());
    assertThat(outcome.code()).isEqualTo(2);
    return outcome.err();
  }

  @Test
  void storageIsAsAskedFor() throws IOException {
    convertAsImage("--chunks", "1,1,64,64", "--shards", "1,5,128,128", "--codec", "gzip:1");

    for (String level : List.of("0", "1", "2")) {
      JsonValue array = document(level);
      assertThat(Cli.at(array, "chunk_grid", "configuration", "chunk_shape"))
          .hasToString("[1,5,128,128]");
      assertThat(Cli.at(array, "codecs", "0", "name")).hasToString("\"sharding_indexed\"");
      JsonValue sharding = Cli.at(array, "codecs", "0", "configuration");
      assertThat(Cli.at(sharding, "chunk_shape")).hasToString("[1,1,64,64]");
      assertThat(Cli.at(sharding, "codecs", "1"))
          .hasToString("{\"name\":\"gzip\",\"configuration\":{\"level\":1}}");
    }
    JsonValue texts = Cli.at(document("acquisition/run1/channel_table"), "codecs");
    assertThat(Cli.at(texts, "0", "name")).hasToString("\"vlen-utf8\"");
    assertThat(Cli.at(texts, "1", "name")).hasToString("\"gzip\"");
  }

  @Test
  void chunksOfTheSourceAreKept() throws IOException {
    convert("--codec", "none", "--chunks", "auto");

    JsonValue array = document(IMAGE.substring(1));
    assertThat(Cli.at(array, "chunk_grid", "configuration", "chunk_shape"))
        .hasToString("[1,2,128,160]");
    assertThat(Cli.at(array, "codecs").toString()).contains("bytes").doesNotContain("zstd");
  }

  @Test
  void shardsAloneGetChunksThatDivideThem() throws IOException {
    convert("--shards", "3,5,512,512");

    JsonValue array = document(IMAGE.substring(1));
    assertThat(Cli.at(array, "chunk_grid", "configuration", "chunk_shape"))
        .hasToString("[3,5,512,512]");
    assertThat(Cli.at(array, "codecs", "0", "configuration", "chunk_shape"))
        .hasToString("[1,1,128,128]");
  }

  @Test
  void aMappingMovesNodesAndLeavesThemOut() throws IOException {
    Path map = directory.resolve("map.json");
    Files.writeString(
        map,
        """
        {"/acquisition/run1": "/run", "/acquisition/run1/timestamps": "/times/planes",
         "/instrument": null}
        """);

    JsonObject report = convert("--map", map, "--verify", "--json").document();

    assertThat(Cli.at(document("run/image"), "shape")).hasToString("[3,5,517,623]");
    assertThat(Cli.at(document("times/planes"), "shape")).hasToString("[3,5]");
    assertThat(target.resolve("instrument")).doesNotExist();
    assertThat(target.resolve("acquisition/zarr.json")).exists();
    assertThat(member(entry(report, "/instrument/camera", JsonNull.NULL), "reason"))
        .isEqualTo("the mapping leaves it out");
    assertThat(member(entry(report, "/acquisition/run1/focus_score", JsonNull.NULL), "outcome"))
        .isEqualTo("moved");
    assertThat(Cli.at(report, "report", "added")).hasToString("[\"/times\"]");
  }

  @Test
  void aMappingIsAppliedBeforeTheConventionArranges() throws IOException {
    Path map = directory.resolve("map.json");
    Files.writeString(map, "{\"/acquisition/run1\": \"/run\", \"/sample\": null}");

    convertAsImage("--map", map, "--voxel-size", "element_size_um", "--verify");

    assertThat(Cli.at(document("0"), "shape")).hasToString("[3,5,517,623]");
    assertThat(target.resolve("run/timestamps/zarr.json")).exists();
    assertThat(target.resolve("sample")).doesNotExist();
  }

  @Test
  void aMappingThatCannotBeIsRefused() throws IOException {
    Path map = directory.resolve("map.json");
    Files.writeString(map, "{\"/sample\": \"/instrument\"}");
    assertThat(refusal(words(Cli.sample(), "--map", map)))
        .contains("the mapping puts both /instrument and /sample at /instrument");
    Files.writeString(map, "{\"/simple\": null}");
    assertThat(refusal(words(Cli.sample(), "--map", map))).contains("/simple, which is not in");
    Files.writeString(map, "{\"/sample\": \"/acquisition/run1/image/sample\"}");
    assertThat(refusal(words(Cli.sample(), "--map", map)))
        .contains("/acquisition/run1/image is an array and cannot hold");
    Files.writeString(map, "{\"" + IMAGE + "\": null}");
    assertThat(
            refusal(
                words(Cli.sample() + "#" + IMAGE, "--as", "ngff:image", "--axes", "czyx"),
                "--map",
                map))
        .contains("the mapping leaves out " + IMAGE);
  }

  @Test
  void aPartOfASourceConvertsAlone() throws IOException {
    Cli.succeed(words(Cli.sample() + "#/instrument"));
    assertThat(Cli.at(document("camera"), "attributes", "bit_depth")).hasToString("12");

    target = directory.resolve("array.zarr");
    Cli.succeed(words(Cli.sample() + "#/acquisition/run1/timestamps", "--verify"));
    assertThat(Cli.at(document(""), "shape")).hasToString("[3,5]");
  }

  @Test
  void overwritingReplacesTheWholeTarget() throws IOException {
    convert();
    Files.writeString(target.resolve("left.txt"), "from before");

    convertAsImage("--overwrite");

    assertThat(target.resolve("left.txt")).doesNotExist();
    assertThat(target.resolve("0/zarr.json")).exists();
    try (Stream<Path> left = Files.list(directory)) {
      assertThat(left).containsExactly(target);
    }
  }

  @Test
  void zarrConvertsAsWell() throws IOException {
    convert("--codec", "gzip:2", "--shards", "3,5,256,320");
    Path first = target;
    target = directory.resolve("again.zarr");

    JsonObject report = Cli.succeed(words(first, "--verify", "--json")).document();

    assertThat(Cli.succeed("diff", first, target).out()).isEmpty();
    assertThat(Cli.at(report, "report", "counts").toString()).doesNotContain("changed");

    target = directory.resolve("image.zarr");
    Cli.succeed(words(first + "#" + IMAGE, "--as", "ngff:image", "--axes", "czyx", "--verify"));
    assertThat(Cli.succeed("validate", target).out()).contains("valid");
  }

  @Test
  void turnedAxesAreTurnedBack() throws IOException {
    Cli.succeed(
        words(
            Cli.sample() + "#" + IMAGE,
            "--as",
            "ngff:image",
            "--axes",
            "czxy",
            "--voxel-size",
            "z=1um,y=2um,x=3um",
            "--verify"));

    assertThat(Cli.at(document("0"), "shape")).hasToString("[3,5,623,517]");
    assertThat(Cli.at(document("0"), "chunk_grid", "configuration", "chunk_shape"))
        .hasToString("[1,2,160,128]");
    JsonValue there = dump(Cli.sample(), IMAGE, "1:2,2:3,10:12,20:23");
    JsonValue here = dump(target, "/0", "1:2,2:3,20:23,10:12");
    for (int y = 0; y < 3; y++) {
      for (int x = 0; x < 2; x++) {
        assertThat(Cli.at(here, Integer.toString(2 * y + x)))
            .isEqualTo(Cli.at(there, Integer.toString(3 * x + y)));
      }
    }
  }

  private static JsonValue dump(Path location, String array, String region) {
    return Cli.at(
        Cli.succeed("dump", "--json", location, "--array", array, "--region", region).document(),
        "values");
  }
}
