package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixCommandTest {
  @TempDir private Path directory;
  private Path image;

  @BeforeEach
  void makeAnImage() {
    image = directory.resolve("image.zarr");
    Path spec = directory.resolve("spec.json");
    write(
        spec,
        """
        {"/": {"node_type": "group", "attributes": {"note": 1.50, "ome": {"version": "0.5",
           "multiscales": [{"axes": [{"name": "y", "type": "space", "unit": "micrometer"},
                                     {"name": "x", "type": "space", "unit": "micrometer"}],
             "datasets": [{"path": "0", "coordinateTransformations": [
               {"type": "scale", "scale": [0.5, 0.5]}]}],
             "name": "cells", "type": "mean", "metadata": {}}]}}},
         "/0": {"node_type": "array", "shape": [4, 6], "data_type": "uint8",
                "dimension_names": ["y", "x"]}}
        """);
    Cli.succeed("create", spec, image);
    assertThat(Cli.succeed("validate", image).out()).endsWith("valid\n");
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void replace(String document, String text, String by) throws IOException {
    Path file = image.resolve(document);
    String before = Files.readString(file);
    assertThat(before).contains(text);
    Files.writeString(file, before.replace(text, by));
  }

  @Test
  void aValidHierarchyNeedsNoEdit() {
    assertThat(Cli.succeed("fix", image).out()).isEqualTo(image + " as ngff:image@0.5: valid\n");
    assertThat(Cli.succeed("fix", image, "--in-place").out())
        .isEqualTo(image + " as ngff:image@0.5: valid\n");
  }

  @Test
  void editsArePrintedAndNotApplied() throws IOException {
    replace("zarr.json", "\"version\": \"0.5\"", "\"version\": 0.5");
    String before = Files.readString(image.resolve("zarr.json"));

    Cli.Outcome outcome = Cli.run("fix", image);

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .isEqualTo(
            image
                + """
                 as ngff:image@0.5: not valid, 1 error
                  error ngff.image.version at / (/attributes/ome/version)
                    "version" is the number 0.5, not a string
                    expected: "0.5"
                    found: 0.5
                    fix: write "0.5"
                    edit: set attribute /ome/version of / to "0.5"
                """);
    assertThat(Files.readString(image.resolve("zarr.json"))).isEqualTo(before);
  }

  @Test
  void editsAreAppliedInPlaceAndTheVerdictIsTheOneAfterwards() throws IOException {
    String valid = Files.readString(image.resolve("zarr.json"));
    String validArray = Files.readString(image.resolve("0/zarr.json"));
    replace("zarr.json", "\"version\": \"0.5\"", "\"version\": 0.5");
    replace("0/zarr.json", "[\"y\", \"x\"]", "[\"x\", \"y\"]");

    Cli.Outcome outcome = Cli.succeed("fix", image, "--in-place");

    assertThat(outcome.out())
        .isEqualTo(
            """
            IMAGE: done: set attribute /ome/version of / to "0.5"
            IMAGE: done: set the dimension names of /0 to ["y","x"]
            IMAGE as ngff:image@0.5: valid
            """
                .replace("IMAGE", image.toString()));
    assertThat(Files.readString(image.resolve("zarr.json"))).isEqualTo(valid);
    assertThat(Files.readString(image.resolve("0/zarr.json"))).isEqualTo(validArray);
  }

  @Test
  void anotherVersionIsToldAndNotWrittenOver() throws IOException {
    replace("zarr.json", "\"version\": \"0.5\"", "\"version\": \"0.4\"");
    String before = Files.readString(image.resolve("zarr.json"));

    Cli.Outcome outcome = Cli.run("fix", image, "--in-place");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
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
    assertThat(Files.readString(image.resolve("zarr.json"))).isEqualTo(before);
  }

  @Test
  void whatNoEditMendsRemains() throws IOException {
    replace("zarr.json", "\"version\": \"0.5\"", "\"version\": 0.5");
    replace("zarr.json", "\"path\": \"0\"", "\"path\": \"nowhere\"");

    Cli.Outcome outcome = Cli.run("fix", image, "--in-place", "--json");

    assertThat(outcome.code()).isEqualTo(1);
    JsonObject verdict = outcome.document();
    assertThat(verdict.members().keySet())
        .containsExactly("location", "convention", "valid", "applied", "findings");
    assertThat(Cli.at(verdict, "valid")).isEqualTo(JsonValue.of(false));
    assertThat(Cli.at(verdict, "applied"))
        .hasToString(
            "[{\"op\":\"set_attribute\",\"node\":\"/\",\"pointer\":\"/ome/version\","
                + "\"value\":\"0.5\"}]");
    assertThat(Cli.at(verdict, "findings", "0", "rule"))
        .isEqualTo(JsonValue.of("ngff.image.datasets.array"));
    assertThat(Cli.at(verdict, "findings", "0", "edits")).hasToString("[]");
    assertThat(JsonPointer.of("findings", "1").find(verdict)).isEmpty();
  }

  @Test
  void theJsonFormSaysWhatCanBeDoneInPlace() throws IOException {
    replace("zarr.json", "\"version\": \"0.5\"", "\"Version\": \"0.5\"");

    Cli.Outcome outcome = Cli.run("fix", image, "--json", "--as", "ngff:image");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(Cli.at(outcome.document(), "applied")).hasToString("[]");
    assertThat(Cli.at(outcome.document(), "findings", "0", "edits"))
        .isEqualTo(
            JsonReader.parse(
                """
                [{"op": "rename_attribute", "node": "/", "pointer": "/ome/Version",
                  "name": "version", "in_place": true}]
                """));
  }

  @Test
  void consolidatedMetadataFollowsAnEdit() throws IOException {
    String array = Files.readString(image.resolve("0/zarr.json"));
    replace("0/zarr.json", "[\"y\", \"x\"]", "[\"x\", \"y\"]");
    String broken = Files.readString(image.resolve("0/zarr.json"));
    replace(
        "zarr.json",
        "\"node_type\": \"group\",",
        "\"node_type\": \"group\", \"consolidated_metadata\": {\"kind\": \"inline\","
            + " \"must_understand\": false, \"metadata\": {\"0\": "
            + broken
            + "}},");

    Cli.succeed("fix", image, "--in-place");

    JsonValue root = JsonReader.parse(Files.readAllBytes(image.resolve("zarr.json")));
    assertThat(Cli.at(root, "consolidated_metadata", "metadata", "0"))
        .isEqualTo(JsonReader.parse(array));
  }

  @Test
  void anHdf5FileIsNotEdited() {
    Cli.Outcome printed = Cli.run("fix", Cli.sample());
    Cli.Outcome refused = Cli.run("fix", Cli.sample(), "--in-place");

    assertThat(printed.code()).isEqualTo(1);
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err())
        .isEqualTo(
            "espalier: unsupported: "
                + Cli.sample()
                + ": the format hdf5 cannot be edited in place; convert it to another one, and edit"
                + " that\n");
  }

  @Test
  void aRootThatCannotBeReadIsAFindingWithoutEdits() throws IOException {
    replace("zarr.json", "\"node_type\": \"group\"", "\"node_type\": \"leaf\"");

    Cli.Outcome outcome = Cli.run("fix", image, "--json");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(Cli.at(outcome.document(), "findings", "0", "rule"))
        .isEqualTo(JsonValue.of("zarr.document.invalid"));
  }

  @Test
  void aGroupWhoseDocumentWasRemovedIsFoundAndGetsOneAgain() throws IOException {
    Path spec = directory.resolve("more.json");
    write(
        spec,
        """
        {"/": {"node_type": "group"}, "/g": {"node_type": "group"},
         "/g/a": {"node_type": "array", "shape": [2], "data_type": "uint8"}}
        """);
    Path more = directory.resolve("more.zarr");
    Cli.succeed("create", spec, more);
    Files.delete(more.resolve("g/zarr.json"));

    JsonObject verdict = Cli.run("validate", "--json", more).document();

    assertThat(Cli.at(verdict, "findings", "1", "rule"))
        .isEqualTo(JsonValue.of("hierarchy.group.undocumented"));
    assertThat(Cli.at(verdict, "findings", "1", "node")).isEqualTo(JsonValue.of("/g"));
    assertThat(Cli.at(verdict, "findings", "1", "severity")).isEqualTo(JsonValue.of("warning"));
    assertThat(Cli.at(verdict, "findings", "1", "message"))
        .isEqualTo(
            JsonValue.of(
                "nodes below it are hidden, since it is no node itself: g/zarr.json is missing, and"
                    + " g/a/zarr.json is there"));
    assertThat(Cli.run("fix", more, "--in-place").out())
        .startsWith(more + ": done: add group /g\n");
    assertThat(Cli.succeed("inspect", more, "--json").out()).contains("\"/g/a\"");
  }

  @Test
  void namesThatLookAlikeAreAWarning() {
    Path spec = directory.resolve("names.json");
    write(
        spec,
        """
        {"/": {"node_type": "group"}, "/Data": {"node_type": "group"},
         "/data": {"node_type": "group"}, "/caf\u00e9": {"node_type": "group"},
         "/cafe\u0301": {"node_type": "group"}}
        """);
    Path names = directory.resolve("names.zarr");
    Cli.succeed("create", spec, names);

    JsonObject verdict = Cli.run("validate", "--json", names).document();

    assertThat(Cli.at(verdict, "findings", "1", "rule"))
        .isEqualTo(JsonValue.of("hierarchy.names.normalization"));
    assertThat(Cli.at(verdict, "findings", "2", "rule"))
        .isEqualTo(JsonValue.of("hierarchy.names.case"));
    assertThat(Cli.at(verdict, "findings", "2", "severity")).isEqualTo(JsonValue.of("warning"));
  }
}
