package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of what commands print: a contract that programs rely on. */
class CommandContractTest {
  private static final String IMAGE_DIGEST =
      "2fef2f225d1b683be7ae683c4eecad68a345837236be5bc53fa07aeceaf0448b";

  @TempDir private static Path shared;
  private static Path converted = Path.of("");

  @TempDir private Path directory;

  @BeforeAll
  static void convertTheSample() {
    converted = Cli.convertedSample(shared);
  }

  @Test
  void inspectGivesADocumentForEachHierarchy() {
    List<JsonObject> documents =
        Cli.succeed("inspect", "--json", Cli.sample(), converted).documents();

    assertThat(documents).hasSize(2);
    JsonObject hdf5 = documents.get(0);
    assertThat(hdf5.members().keySet()).containsExactly("location", "format", "nodes");
    assertThat(Cli.at(hdf5, "format")).isEqualTo(JsonValue.of("hdf5"));
    assertThat(Cli.at(hdf5, "nodes", "/acquisition/run1/image"))
        .isEqualTo(
            JsonReader.parse(
                """
                {"node_type": "array", "shape": [3, 5, 517, 623], "data_type": "uint16",
                 "fill_value": 0, "chunks": [1, 2, 128, 160],
                 "hdf5_codecs": [{"name": "shuffle", "configuration": {"elementsize": 2}},
                                 {"name": "deflate", "configuration": {"level": 6}}],
                 "attributes": {"element_size_um": [1.0, 0.325, 0.325], "unit": "micrometer",
                                "axis_order": "czyx", "channel_names": ["DNA", "Actin", "Lysosomes"],
                                "saturation": 4095}}
                """));
    assertThat(Cli.at(documents.get(1), "nodes", "/0", "dimension_names"))
        .isEqualTo(JsonReader.parse("[\"c\", \"z\", \"y\", \"x\"]"));
  }

  @Test
  void whatInspectSaysCanBeCreated() throws IOException {
    JsonObject nodes =
        (JsonObject) Cli.at(Cli.succeed("inspect", "--json", converted).document(), "nodes");
    Path spec = directory.resolve("spec.json");
    Files.writeString(spec, nodes.toString());
    Path created = directory.resolve("created.zarr");

    Cli.succeed("create", spec, created);

    assertThat(Cli.succeed("diff", converted, created).out()).isEmpty();
  }

  @Test
  void digestGivesALineForEachArray() {
    String text = Cli.succeed("digest", Cli.sample()).out();
    assertThat(text.lines()).hasSize(5);
    assertThat(text)
        .contains(
            String.join(
                "\t",
                Cli.sample().toString(),
                "/acquisition/run1/image",
                "uint16",
                "[3, 5, 517, 623]",
                IMAGE_DIGEST + "\n"));

    JsonObject line = Cli.succeed("digest", "--json", converted).documents().get(0);
    assertThat(line)
        .isEqualTo(
            JsonObject.builder()
                .put("location", converted.toString())
                .put("path", "/0")
                .put("data_type", "uint16")
                .put("shape", JsonReader.parse("[3, 5, 517, 623]"))
                .put("sha256", IMAGE_DIGEST)
                .build());
  }

  @Test
  void digestOfADamagedArrayIsAnErrorAndTheOthersStillCome() throws IOException {
    Path damaged = directory.resolve("damaged.zarr");
    Cli.succeed("convert", Cli.sample(), damaged, "--codec", "zstd+crc32c");
    Path chunk = damaged.resolve("acquisition/run1/timestamps/c/0/0");
    byte[] bytes = Files.readAllBytes(chunk);
    bytes[5] ^= 0x40;
    Files.write(chunk, bytes);

    Cli.Outcome outcome = Cli.run("digest", "--json", damaged);

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.documents()).hasSize(5);
    JsonObject broken = outcome.documents().get(4);
    assertThat(broken.members().keySet())
        .containsExactly("location", "path", "data_type", "shape", "error");
    assertThat(broken.toString()).contains("/acquisition/run1/timestamps").contains("crc32c");
    assertThat(outcome.err()).contains("/acquisition/run1/timestamps");
  }

  @Test
  void dumpGivesValuesFlatInCOrder() {
    JsonObject region =
        Cli.succeed(
                "dump",
                "--json",
                Cli.sample(),
                "--array",
                "/acquisition/run1/timestamps",
                "--region",
                "1:3,3:")
            .document();
    assertThat(region)
        .isEqualTo(
            JsonReader.parse(
                """
                {"path": "/acquisition/run1/timestamps", "shape": [2, 2], "data_type": "float64",
                 "values": [3.5, 3.9375, 5.6875, 6.125]}
                """));
    assertThat(region.members().keySet()).containsExactly("path", "shape", "data_type", "values");
  }

  @Test
  void dumpForPeopleGivesARowALine() {
    assertThat(
            Cli.succeed("dump", Cli.sample(), "--array", "/acquisition/run1/channel_table").out())
        .isEqualTo(
            """
            "DNA" "Hoechst 33342" "405" "450/50"
            "Actin" "Phalloidin–AF488" "488" "525/40"
            "Lysosomes" "LysoTracker Deep Red" "640" "680/42"
            """);
  }

  @Test
  void dumpGivesEveryTypeTheFormOfItsFillValue() throws IOException {
    Path spec = directory.resolve("spec.json");
    Files.writeString(
        spec,
        """
        {"/nan": {"node_type": "array", "shape": [2], "data_type": "float32", "fill_value": "NaN"},
         "/payload": {"node_type": "array", "shape": [1], "data_type": "float32", "fill_value": "0x7fc00123"},
         "/pair": {"node_type": "array", "shape": [], "data_type": "complex64", "fill_value": [1.5, "-Infinity"]},
         "/truth": {"node_type": "array", "shape": [1], "data_type": "bool", "fill_value": true},
         "/large": {"node_type": "array", "shape": [1], "data_type": "uint64", "fill_value": 18446744073709551615},
         "/raw": {"node_type": "array", "shape": [1], "data_type": "r16", "fill_value": [1, 255]},
         "/text": {"node_type": "array", "shape": [2], "data_type": "string", "fill_value": "ä\\n"},
         "/none": {"node_type": "array", "shape": [0, 3], "data_type": "int8"}}
        """);
    Path target = directory.resolve("forms.zarr");
    Cli.succeed("create", spec, target);

    assertThat(values(target, "/nan")).isEqualTo("[\"NaN\",\"NaN\"]");
    assertThat(values(target, "/payload")).isEqualTo("[\"0x7fc00123\"]");
    assertThat(values(target, "/pair")).isEqualTo("[[1.5,\"-Infinity\"]]");
    assertThat(values(target, "/truth")).isEqualTo("[true]");
    assertThat(values(target, "/large")).isEqualTo("[18446744073709551615]");
    assertThat(values(target, "/raw")).isEqualTo("[[1,255]]");
    assertThat(values(target, "/text")).isEqualTo("[\"ä\\n\",\"ä\\n\"]");
    assertThat(values(target, "/none")).isEqualTo("[]");
  }

  private static String values(Path target, String array) {
    return Cli.at(Cli.succeed("dump", "--json", target, "--array", array).document(), "values")
        .toString();
  }

  @Test
  void validateGivesAVerdict() {
    JsonObject verdict = Cli.succeed("validate", "--json", converted).document();

    assertThat(verdict.members().keySet())
        .containsExactly("location", "convention", "valid", "findings");
    assertThat(verdict)
        .isEqualTo(
            JsonObject.builder()
                .put("location", converted.toString())
                .put("convention", "ngff:image@0.5")
                .put("valid", true)
                .put("findings", JsonReader.parse("[]"))
                .build());
  }

  @Test
  void validateIsNeverSilentlyValid() {
    Cli.Outcome outcome = Cli.run("validate", "--json", Cli.sample());

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(Cli.at(outcome.document(), "convention")).isEqualTo(JsonNull.NULL);
    assertThat(Cli.at(outcome.document(), "valid")).isEqualTo(JsonValue.of(false));
    JsonObject finding = (JsonObject) Cli.at(outcome.document(), "findings", "0");
    assertThat(finding.members().keySet())
        .containsExactly(
            "rule", "severity", "node", "pointer", "message", "expected", "found", "fix");
    assertThat(Cli.at(finding, "rule")).isEqualTo(JsonValue.of("hierarchy.convention.declared"));
  }

  @Test
  void profilesDecideWhatCounts() throws IOException {
    Path schema = directory.resolve("schema.json");
    Files.writeString(schema, Cli.succeed("schema", "ngff:image").out());
    assertThat(JsonReader.parse(Files.readString(schema))).isInstanceOf(JsonObject.class);

    assertThat(Cli.run("validate", converted, "--profile", "schema").code()).isZero();
    assertThat(Cli.run("validate", converted, "--profile", "spec").code()).isZero();
    assertThat(Cli.run("validate", converted, "--profile", "best").err())
        .contains("--profile best: expected schema, spec or strict");
  }

  @Test
  void diffGivesALineForEachDifference() {
    assertThat(Cli.succeed("diff", "--json", converted, converted).out()).isEmpty();

    Cli.Outcome outcome = Cli.run("diff", "--json", Cli.sample(), converted);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.documents())
        .allSatisfy(
            line ->
                assertThat(line.members().keySet())
                    .containsExactly("path", "facet", "left", "right"))
        .contains(
            (JsonObject)
                JsonReader.parse(
                    "{\"path\": \"/0\", \"facet\": \"node\", \"left\": null, \"right\": \"array\"}"));
  }

  @Test
  void diffIgnoresWhatItIsToldTo() {
    Cli.Outcome unlike = Cli.run("diff", Cli.sample(), converted, "--ignore", "layout,attributes");
    Cli.Outcome unknown = Cli.run("diff", Cli.sample(), converted, "--ignore", "layout,colour");

    assertThat(unlike.out()).contains("/0  node: (not there) | \"array\"").doesNotContain("codecs");
    assertThat(Cli.run("diff", Cli.sample(), converted, "--ignore", "node,layout,attributes").out())
        .doesNotContain("node:");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err())
        .isEqualTo(
            "espalier: --ignore colour: expected one of node, kind, problem, data_type, shape,"
                + " fill_value, dimension_names, chunks, shards, codecs, chunk_key_encoding,"
                + " layout, attributes\n");
  }

  @Test
  void conventionsAreALineEach() {
    assertThat(Cli.succeed("conventions").out()).startsWith("ngff:image@0.5\t");
    assertThat(Cli.succeed("conventions", "--json").documents())
        .anySatisfy(
            line ->
                assertThat(line.members().keySet())
                    .containsExactly(
                        "id",
                        "name",
                        "version",
                        "title",
                        "convertible",
                        "uuid",
                        "url",
                        "aliases",
                        "migrations"));
  }

  @Test
  void schemaIsOneDocumentALine() {
    JsonObject schema = Cli.succeed("schema", "--json", "ngff:image@0.5").document();
    assertThat(Cli.at(schema, "$schema"))
        .isEqualTo(JsonValue.of("https://json-schema.org/draft/2020-12/schema"));
    assertThat(JsonReader.parse(Cli.succeed("schema", "ngff:image@0.5").out())).isEqualTo(schema);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inspect",
        "validate",
        "fix",
        "convert",
        "migrate",
        "plan",
        "create",
        "diff",
        "dump",
        "digest",
        "schema",
        "docs",
        "conventions"
      })
  void everyCommandHasHelpWithAnExample(String command) {
    Cli.Outcome help = Cli.succeed(command, "--help");

    assertThat(help.out()).contains("Usage: espalier " + command).contains("--json");
    assertThat(help.out()).contains("Example:\n  espalier " + command);
    assertThat(help.out().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(84));
    assertThat(Cli.succeed("--help").out()).contains("  " + command);
  }

  @Test
  void aDirectoryIsSearchedForHierarchies() throws IOException {
    Path deep = directory.resolve("a/b");
    Files.createDirectories(deep);
    Files.copy(Cli.sample(), deep.resolve("cells.h5"));
    Files.writeString(directory.resolve("a/notes.txt"), "nothing to see");
    Files.createDirectories(directory.resolve(".hidden"));
    Files.copy(Cli.sample(), directory.resolve(".hidden/cells.h5"));
    Files.createSymbolicLink(directory.resolve("a/loop"), directory);

    assertThat(Cli.succeed("inspect", "--json", directory).documents())
        .extracting(line -> Cli.at(line, "location"))
        .containsExactly(JsonValue.of(deep.resolve("cells.h5").toString()));
  }
}
