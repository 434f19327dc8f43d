package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The converted sample with one mistake in its documents: one finding, at the right place. */
class MutatedImageTest {
  private static final String OME = "/attributes/ome";
  private static final String IMAGE = OME + "/multiscales/0";
  private static final String LEVEL = IMAGE + "/datasets/1";

  @TempDir private static Path directory;
  private static Path image = Path.of("");

  private final List<Path> touched = new ArrayList<>();
  private final List<byte[]> originals = new ArrayList<>();

  /**
   * One mistake, and the finding that it has to give.
   *
   * @param node the node whose document is changed
   * @param pointer where it is changed
   * @param value what is put there, or nothing to remove what is there
   * @param rule the rule that is broken
   * @param foundAt the node of the finding
   * @param foundIn the pointer of the finding
   */
  private record Mutation(
      String node,
      String pointer,
      Optional<String> value,
      String rule,
      String foundAt,
      String foundIn) {
    @Override
    public String toString() {
      return node + " " + pointer + value.map(v -> " = " + v).orElse(" removed") + ": " + rule;
    }

    /** The finding is in the document of the root, which speaks of the node. */
    Mutation atRoot(String place) {
      return new Mutation(node, pointer, value, rule, "/", place);
    }

    Mutation foundIn(String place) {
      return new Mutation(node, pointer, value, rule, foundAt, place);
    }
  }

  private static Mutation set(String pointer, String value, String rule) {
    return new Mutation("/", pointer, Optional.of(value), rule, "/", pointer);
  }

  private static Mutation remove(String pointer, String rule) {
    return new Mutation("/", pointer, Optional.empty(), rule, "/", pointer);
  }

  private static Mutation ofLevel(String pointer, String value, String rule) {
    return new Mutation("/1", pointer, Optional.of(value), rule, "/1", pointer);
  }

  static Stream<Mutation> mutations() {
    return Stream.of(
        set(OME + "/version", "\"0.4\"", "ngff.image.version"),
        remove(OME + "/version", "ngff.image.version"),
        set(OME + "/multiscales", "[]", "ngff.image.multiscales"),
        remove(IMAGE + "/axes", "ngff.image.axes"),
        set(IMAGE + "/axes/0/type", "\"space\"", "ngff.image.axes.space").foundIn(IMAGE + "/axes"),
        set(IMAGE + "/axes/3/name", "\"y\"", "ngff.image.axes.distinct").foundIn(IMAGE + "/axes/3"),
        set(IMAGE + "/axes/2/type", "7", "ngff.image.axes.type.string"),
        set(IMAGE + "/axes/2/unit", "1", "ngff.image.axes.unit.string"),
        set(IMAGE + "/datasets", "[]", "ngff.image.datasets"),
        remove(LEVEL + "/path", "ngff.image.datasets.path"),
        set(LEVEL + "/path", "\"nowhere\"", "ngff.image.datasets.array"),
        remove(LEVEL + "/coordinateTransformations", "ngff.image.transformations"),
        set(
            LEVEL + "/coordinateTransformations/0/type",
            "\"affine\"",
            "ngff.image.transformations.type"),
        set(
            LEVEL + "/coordinateTransformations/0/scale",
            "[1.0, 0.65, 0.65]",
            "ngff.image.transformations.length"),
        set(
            LEVEL + "/coordinateTransformations/0/scale/2",
            "\"0.65\"",
            "ngff.image.transformations.scale"),
        remove(
            LEVEL + "/coordinateTransformations/1/translation",
            "ngff.image.transformations.translation"),
        set(IMAGE + "/name", "7", "ngff.image.name.string"),
        ofLevel(
            "/dimension_names",
            "[\"c\", \"z\", \"x\", \"y\"]",
            "ngff.image.arrays.dimension-names"),
        ofLevel("/shape", "[3, 5, 5190, 312]", "ngff.image.datasets.order").atRoot(LEVEL),
        ofLevel("/data_type", "7", "ngff.image.datasets.array"),
        ofLevel("/chunk_grid", "[]", "ngff.image.datasets.array"),
        ofLevel("/shape/0", "-1", "ngff.image.datasets.array"),
        ofLevel("/fill_value", "70000", "ngff.image.datasets.array"),
        new Mutation(
            "/1", "/codecs", Optional.empty(), "ngff.image.datasets.array", "/1", "/codecs"),
        ofLevel("/codecs/1", "{\"name\": \"zstd\"}", "zarr.codec.invalid").foundIn("/codecs"),
        ofLevel("/codecs/0", "{\"name\": \"crc32c\"}", "zarr.codec.invalid").foundIn("/codecs"),
        set("/node_type", "\"leaf\"", "zarr.document.invalid"));
  }

  @BeforeAll
  static void convertTheSample() {
    image = Cli.convertedSample(directory);
  }

  @BeforeEach
  void nothingIsTouchedYet() {
    touched.clear();
    originals.clear();
  }

  @AfterEach
  void restore() throws IOException {
    for (int i = 0; i < touched.size(); i++) {
      Files.write(touched.get(i), originals.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void oneMistakeIsOneFinding(Mutation mutation) throws IOException {
    mutate(mutation.node(), mutation.pointer(), mutation.value());

    Cli.Outcome outcome = Cli.run("validate", "--json", image);

    assertThat(outcome.documents()).hasSize(1);
    JsonObject verdict = outcome.documents().get(0);
    JsonArray findings = (JsonArray) Cli.at(verdict, "findings");
    assertThat(findings.elements()).as(findings.toString()).hasSize(1);
    JsonValue finding = findings.elements().get(0);
    assertThat(text(finding, "rule")).isEqualTo(mutation.rule());
    assertThat(text(finding, "severity")).isEqualTo("error");
    assertThat(text(finding, "node")).isEqualTo(mutation.foundAt());
    assertThat(text(finding, "pointer")).isEqualTo(mutation.foundIn());
    for (String member : List.of("message", "expected", "found", "fix")) {
      assertThat(text(finding, member)).as(member).isNotBlank();
    }
    assertThat(Cli.at(verdict, "valid")).isEqualTo(JsonValue.of(false));
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void whatWasNotTouchedIsValid() {
    assertThat(Cli.run("validate", image).code()).isZero();
  }

  @Test
  void anUnreadableNodeThatTheConventionDoesNotNeedIsFoundAsWell() throws IOException {
    mutate("/acquisition/run1/timestamps", "/shape", Optional.of("[-1]"));

    JsonObject verdict = Cli.run("validate", "--json", image).document();

    assertThat(text(verdict, "findings", "0", "rule")).isEqualTo("hierarchy.node.readable");
    assertThat(text(verdict, "findings", "0", "node")).isEqualTo("/acquisition/run1/timestamps");
  }

  @Test
  void aNodeThatIsOnlyUnknownHereIsAWarning() throws IOException {
    mutate(
        "/acquisition/run1/timestamps",
        "/storage_transformers",
        Optional.of("[{\"name\": \"encryption\"}]"));

    Cli.Outcome outcome = Cli.run("validate", "--json", image);

    assertThat(outcome.code()).isZero();
    assertThat(text(outcome.document(), "findings", "0", "rule"))
        .isEqualTo("hierarchy.node.supported");
    assertThat(text(outcome.document(), "findings", "0", "severity")).isEqualTo("warning");
  }

  @Test
  void aCodecThatIsOnlyUnknownHereIsAWarning() throws IOException {
    mutate("/1", "/codecs", Optional.of("[{\"name\": \"wavelet\"}]"));

    Cli.Outcome outcome = Cli.run("validate", "--json", image);

    assertThat(outcome.code()).isZero();
    assertThat(text(outcome.document(), "findings", "0", "rule"))
        .isEqualTo("hierarchy.node.supported");
    assertThat(text(outcome.document(), "findings", "0", "message")).contains("\"wavelet\"");
  }

  @Test
  void findingsForPeopleSayWhereAndHowToMendIt() throws IOException {
    mutate("/", OME + "/version", Optional.of("\"0.4\""));

    assertThat(Cli.run("validate", image).out())
        .isEqualTo(
            image
                + """
                 as ngff:image@0.5: not valid, 1 error
                  error ngff.image.version at / (/attributes/ome/version)
                    "version" is "0.4", not "0.5"
                    expected: "0.5"
                    found: "0.4"
                    fix: write "0.5"
                """);
  }

  private void mutate(String node, String pointer, Optional<String> value) throws IOException {
    Path file = image.resolve(node.substring(1)).resolve("zarr.json");
    touched.add(file);
    originals.add(Files.readAllBytes(file));
    List<String> tokens = List.of(pointer.substring(1).split("/"));
    JsonValue document = JsonReader.parse(Files.readAllBytes(file));
    Files.writeString(
        file, JsonWriter.pretty(changed(document, tokens, value.map(JsonReader::parse))));
  }

  private static JsonValue changed(JsonValue at, List<String> tokens, Optional<JsonValue> value) {
    String token = tokens.get(0);
    List<String> rest = tokens.subList(1, tokens.size());
    Optional<JsonValue> inner =
        rest.isEmpty() ? value : Optional.of(changed(Cli.at(at, token), rest, value));
    if (at instanceof JsonArray array) {
      List<JsonValue> elements = new ArrayList<>(array.elements());
      elements.set(Integer.parseInt(token), inner.orElseThrow());
      return new JsonArray(elements);
    }
    JsonObject object = (JsonObject) at;
    return inner.isPresent() ? object.with(token, inner.get()) : object.without(token);
  }

  private static String text(JsonValue document, String... tokens) {
    return ((JsonString) Cli.at(document, tokens)).value();
  }
}
