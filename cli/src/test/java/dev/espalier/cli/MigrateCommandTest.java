package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Migration with a convention of two versions that the tests bring along. */
class MigrateCommandTest {
  private static final String STATION = "\"station\": \"Husum\", ";
  @TempDir Path directory;

  @Test
  void aHierarchyIsWrittenAnewInAnotherVersion() throws IOException {
    Path old = written("old.zarr", STATION);
    Path young = directory.resolve("young.zarr");

    assertThat(Cli.succeed("migrate", old, young, "--to", "2.0").out())
        .isEqualTo(
            young
                + """
                 as test:tide@2.0: 3 changes, written
                  rename member /data to "height"
                  set attribute /unit of /height to "cm"
                  set attribute /tide/version of / to "2.0"
                """);
    assertThat(Cli.succeed("validate", young).out())
        .isEqualTo(young + " as test:tide@2.0: valid\n");
    assertThat(Cli.succeed("dump", "--json", young, "--array", "/height").document().get("values"))
        .hasToString("Optional[[7,7,7]]");
    assertThat(Cli.succeed("validate", old).out()).isEqualTo(old + " as test:tide@1.0: valid\n");
  }

  @Test
  void aDryRunSaysWhatWouldChangeAndWritesNothing() throws IOException {
    Path old = written("old.zarr", STATION);
    Path young = directory.resolve("young.zarr");

    assertThat(Cli.succeed("migrate", old, young, "--to", "test:tide@2.0", "--dry-run").out())
        .startsWith(young + " as test:tide@2.0: 3 changes, would be written\n")
        .contains("  create   /height  uint8 [3]  3 bytes\n");
    JsonObject document =
        Cli.succeed("migrate", old, young, "--to", "2.0", "--dry-run", "--json").document();
    assertThat(document.members().keySet())
        .containsExactly(
            "source", "target", "convention", "written", "changes", "valid", "findings", "plan");
    assertThat(Cli.at(document, "written")).isEqualTo(JsonValue.of(false));
    assertThat(Cli.at(document, "changes", "0"))
        .hasToString("{\"op\":\"rename_member\",\"node\":\"/data\",\"name\":\"height\"}");
    assertThat(Files.exists(young)).isFalse();
  }

  @Test
  void aResultThatBreaksARuleIsNotWritten() throws IOException {
    Path old = written("old.zarr", "");
    Path young = directory.resolve("young.zarr");

    Cli.Outcome outcome = Cli.run("migrate", old, young, "--to", "2.0");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out())
        .startsWith(young + " as test:tide@2.0: 3 changes, not written\n")
        .contains("error attribute.missing at / (/attributes/station)");
    assertThat(Files.exists(young)).isFalse();
  }

  @Test
  void dataThatDeclaresNothingIsMigratedByName() throws IOException {
    Path old = written("old.zarr", STATION + "\"kind\": \"gauge\", ");
    Path young = directory.resolve("young.zarr");
    Cli.succeed("migrate", old + "#/", young, "--as", "test:tide@1.0", "--to", "2.0");
    assertThat(Cli.succeed("validate", young).out()).endsWith(" as test:tide@2.0: valid\n");
  }

  @Test
  void whatCannotBeMigratedIsSaidAndNothingIsWritten() throws IOException {
    Path old = written("old.zarr", STATION);
    Path young = directory.resolve("young.zarr");
    Cli.succeed("migrate", old, young, "--to", "2.0");
    Path more = directory.resolve("more.zarr");

    refused(
        "no migration of test:tide leads from version 2.0 to version 1.0; there is 1.0 to 2.0",
        young,
        more,
        "--to",
        "1.0");
    refused("no convention is called \"test:tide@9\"; known: ", young, more, "--to", "9");
    refused(
        "#/height names a node; say with --as which version it follows",
        young + "#/height",
        more,
        "--to",
        "2.0");
    refused(
        "--as test:tide: expected a convention with its version, as ID@VERSION",
        old,
        more,
        "--as",
        "test:tide",
        "--to",
        "2.0");
    refused(
        "--as names test:other, but --to test:tide",
        old,
        more,
        "--as",
        "test:other@1.0",
        "--to",
        "test:tide@2.0");
    refused(
        "no node declares a convention that is known here; write --to ID@2.0",
        Cli.sample(),
        more,
        "--to",
        "2.0");
    refused("choose another target", old, old, "--to", "2.0", "--overwrite");
    assertThat(Cli.run("migrate", old, young, "--to", "2.0").code()).isEqualTo(4);
    assertThat(Files.exists(more)).isFalse();
  }

  @Test
  void conventionsSayHowTheyAreRecognisedAndWhatTheyMigrate() {
    assertThat(Cli.succeed("conventions").out())
        .contains(
            "test:tide@2.0\tHeights of the sea at one place"
                + "\tuuid 5b6c1f0e-7c35-4c56-9c4e-4f2f0d8a1c11"
                + "\turl https://example.org/tide/2.0/schema.json\tmigrates 1.0 to 2.0\n");
    assertThat(Cli.succeed("conventions", "--json").documents())
        .filteredOn(document -> Cli.at(document, "id").equals(JsonValue.of("test:tide@2.0")))
        .singleElement()
        .satisfies(
            document ->
                assertThat(Cli.at(document, "migrations"))
                    .hasToString("[{\"from\":\"1.0\",\"to\":\"2.0\"}]"));
  }

  private static void refused(String message, Object... words) {
    Object[] all = new Object[words.length + 1];
    all[0] = "migrate";
    System.arraycopy(words, 0, all, 1, words.length);
    Cli.Outcome outcome = Cli.run(all);
    assertThat(outcome.code()).as(message).isEqualTo(2);
    assertThat(outcome.err()).contains(message);
  }

  private Path written(String name, String attributes) throws IOException {
    Path spec = directory.resolve("spec.json");
    Files.writeString(
        spec,
        "{\"/\": {\"node_type\": \"group\", \"attributes\": {"
            + attributes
            + "\"tide\": {\"version\": \"1.0\"}}}, \"/data\": {\"node_type\": \"array\","
            + " \"shape\": [3], \"data_type\": \"uint8\", \"fill_value\": 7}}");
    Path target = directory.resolve(name);
    Cli.succeed("create", spec, target);
    return target;
  }
}
