package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.testkit.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What {@code plan}, {@code create} and {@code convert} do where something stands at the target.
 */
class PolicyTest {
  private static final String OLD =
      """
      {"/": {"node_type": "group"},
       "/counts": {"node_type": "array", "shape": [1000, 90], "data_type": "int16"},
       "/notes": {"node_type": "group", "attributes": {"by": "them"}}}
      """;
  private static final String NEW =
      """
      {"/": {"node_type": "group"},
       "/counts": {"node_type": "array", "shape": [2000, 90], "data_type": "int16"},
       "/weights": {"node_type": "array", "shape": [90], "data_type": "float32"}}
      """;

  @TempDir private Path directory;
  private Path old = Path.of("");
  private Path wanted = Path.of("");
  private Path target = Path.of("");

  @BeforeEach
  void createTheOldOne() throws IOException {
    old = Files.writeString(directory.resolve("old.json"), OLD);
    wanted = Files.writeString(directory.resolve("new.json"), NEW);
    target = directory.resolve("t.zarr");
    Cli.succeed("create", old, target);
  }

  @Test
  void aPlanForNothingCreatesEverything() {
    Cli.Outcome outcome = Cli.succeed("plan", wanted, directory.resolve("new.zarr"));

    assertThat(outcome.out())
        .isEqualTo(
            """
            create   /  group
            create   /counts  int16 [2000, 90]  351.6 KiB
            create   /weights  float32 [90]  360 bytes
            3 to create; 351.9 KiB of elements in at most 5 objects to write
            """);
    assertThat(directory.resolve("new.zarr")).doesNotExist();
  }

  @Test
  void aPlanSaysWhatAMergeDoes() {
    Snapshot before = Snapshot.of(directory);

    Cli.Outcome outcome = Cli.succeed("plan", wanted, target, "--policy", "merge");

    assertThat(outcome.out())
        .isEqualTo(
            """
            keep     /  group
            replace  /counts  int16 [2000, 90]  351.6 KiB
            create   /weights  float32 [90]  360 bytes
            keep     /notes  group
            1 to create, 2 to keep, 1 to replace; 351.9 KiB of elements in at most 4 objects to write
            """);
    assertThat(Snapshot.of(directory)).isEqualTo(before);
  }

  @Test
  void aPlanSaysWhatAReplacementDeletes() {
    JsonObject plan =
        Cli.succeed("plan", "--json", wanted, target, "--policy", "replace").document();

    assertThat(plan.members().keySet()).containsExactly("target", "policy", "plan");
    assertThat(Cli.at(plan, "policy")).isEqualTo(JsonValue.of("replace"));
    assertThat(Cli.at(plan, "plan", "actions"))
        .isEqualTo(JsonReader.parse("{\"create\": 1, \"replace\": 2, \"delete\": 1}"));
    assertThat(Cli.at(plan, "plan", "nodes", "3"))
        .isEqualTo(
            JsonReader.parse(
                """
                {"path": "/notes", "action": "delete", "node_type": "group", "objects": 1,
                 "element_bytes": 0}
                """));
    assertThat(Cli.at(plan, "plan").toString())
        .startsWith("{\"objects\":5,\"element_bytes\":360360,\"actions\":");
  }

  @Test
  void aPlanForTheSameHasNothingToWrite() {
    assertThat(Cli.succeed("plan", old, target, "--policy", "fail-unless-alike").out())
        .isEqualTo(
            """
            keep     /  group
            keep     /counts  int16 [1000, 90]  175.8 KiB
            keep     /notes  group
            3 to keep; nothing to write
            """);
  }

  @Test
  void byDefaultWhatStandsThereIsRefused() {
    assertRefused("create", old, target);
    assertRefused("plan", old, target);
    assertRefused("create", old, target, "--policy", "fail");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fail-unless-alike", "merge"})
  void anIdenticalRerunTouchesNoFile(String policy) {
    Snapshot before = Snapshot.of(directory);

    Cli.Outcome outcome = Cli.succeed("create", old, target, "--policy", policy);

    assertThat(outcome.out())
        .isEqualTo(
            target
                + ": nothing to write, what stands there is alike (elements were not compared)\n");
    assertThat(Snapshot.of(directory)).isEqualTo(before);
  }

  @Test
  void whatIsNotAlikeIsRefusedWithTheDifferences() {
    Cli.Outcome outcome = assertRefused("create", wanted, target, "--policy", "fail-unless-alike");

    assertThat(outcome.err())
        .isEqualTo(
            "espalier: target exists: "
                + target
                + ": what stands there differs from what is to be written; choose another target,"
                + " or ask to merge or to replace\n"
                + "  /counts: shape is [1000,90], expected [2000,90]\n"
                + "  /notes: node is \"group\", expected none\n"
                + "  /weights: node is not there, expected \"array\"\n");
  }

  @Test
  void aMergeAddsAndDeletesNothing() {
    Cli.Outcome outcome = Cli.succeed("create", wanted, target, "--policy", "merge");

    assertThat(outcome.out())
        .isEqualTo(
            target + ": created, 2 arrays, 0 groups, 351.9 KiB of elements, at most 4 objects\n");
    String tree = Cli.succeed("inspect", "--json", target).out();
    assertThat(tree).contains("/weights", "[2000,90]", "\"by\":\"them\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--policy=replace", "--overwrite"})
  void aReplacementLeavesTheNewOneOnly(String option) {
    Cli.succeed("create", wanted, target, option);

    assertThat(Cli.succeed("inspect", "--json", target).out())
        .contains("/weights")
        .doesNotContain("/notes");
  }

  @Test
  void aMergeThatIsRefusedLeavesEveryByte() throws IOException {
    Path other =
        Files.writeString(
            directory.resolve("other.json"),
            "{\"/notes\": {\"node_type\": \"array\", \"shape\": [2], \"data_type\": \"int8\"}}");

    Cli.Outcome outcome = assertRefused("create", other, target, "--policy", "merge");

    assertThat(outcome.err()).contains("  /notes: kind is \"group\", expected \"array\"\n");
  }

  @Test
  void aConversionIsRunTwiceAndVerified() throws IOException {
    Path converted = directory.resolve("cells.zarr");
    Object[] again = {"convert", Cli.sample(), converted, "--policy", "fail-unless-alike"};
    assertThat(Cli.at(json(again), "written")).isEqualTo(JsonValue.of(true));
    Snapshot before = Snapshot.of(directory);

    assertThat(Cli.at(json(again), "written")).isEqualTo(JsonValue.of(false));
    assertThat(Snapshot.of(directory)).isEqualTo(before);
    assertThat(Cli.succeed("convert", Cli.sample(), converted, "--policy=merge", "--verify").out())
        .contains("nothing to write")
        .contains("verified");
    assertThat(Snapshot.of(directory)).isEqualTo(before);
  }

  @Test
  void aConversionIsMergedIntoWhatStandsThere() {
    JsonObject done = json("convert", Cli.sample(), target, "--policy", "merge", "--verify");

    assertThat(Cli.at(done, "report", "added"))
        .as("what stood there is not added")
        .isEqualTo(JsonReader.parse("[]"));
    String tree = Cli.succeed("inspect", "--json", target).out();
    assertThat(tree).contains("/acquisition/run1/image", "/counts", "/notes");
  }

  @Test
  void wordsThatAreNoPolicyAreWrongUsage() {
    assertThat(Cli.run("create", old, target, "--policy", "ask").err())
        .startsWith(
            "espalier: --policy ask: expected one of fail, fail-unless-alike, replace, merge\n");
    Cli.Outcome both = Cli.run("create", old, target, "--policy", "merge", "--overwrite");
    assertThat(both.code()).isEqualTo(2);
    assertThat(both.err())
        .startsWith(
            "espalier: --overwrite is short for --policy replace and contradicts --policy merge;"
                + " leave one of them out\n");
  }

  private static JsonObject json(Object... words) {
    Object[] all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = "--json";
    return Cli.succeed(all).document();
  }

  private Cli.Outcome assertRefused(Object... words) {
    Snapshot before = Snapshot.of(directory);
    Cli.Outcome outcome = Cli.run(words);
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.out()).isEmpty();
    assertThat(Snapshot.of(directory)).isEqualTo(before);
    return outcome;
  }
}
