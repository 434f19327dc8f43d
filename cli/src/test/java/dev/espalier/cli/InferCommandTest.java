package dev.espalier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonWriter;
import dev.espalier.model.error.EspalierException;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.form.SchemaForm;
import dev.espalier.model.infer.SchemaInference;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.match.Matcher;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.node.UnreadableSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.schema.Identity;
import dev.espalier.model.schema.Schema;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.spi.Backends;
import dev.espalier.model.spi.Location;
import dev.espalier.model.spi.OpenHierarchy;
import dev.espalier.model.type.DataType;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas out of data that others made: what they were inferred from follows them. */
class InferCommandTest {
  @TempDir private Path directory;

  @Test
  void theSourceOfASchemaIsPrinted() {
    Cli.Outcome outcome =
        Cli.succeed(
            "infer",
            Cli.sample(),
            "--name",
            "lab:cell-atlas",
            "--class",
            "lab.Cells",
            "--form",
            "builder");

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .startsWith("package lab;\n\nimport static dev.espalier.model.declare.Declare.*;\n")
        .contains("public final class Cells {\n", "return convention(\"lab:cell-atlas\", \"1\")\n")
        .contains(".attribute(\"channel_names\", list(string()))")
        .endsWith("\n}\n");
  }

  @Test
  void theDocumentHasTheSourceInIt() {
    JsonObject document =
        Cli.succeed("infer", Cli.sample(), "--name", "lab:b-c", "--form", "builder", "--json")
            .document();

    assertThat(document.members().keySet()).containsExactly("form", "source", "not_expressed");
    assertThat(Cli.at(document, "form")).isEqualTo(JsonValue.of("builder"));
    assertThat(((JsonString) Cli.at(document, "source")).value())
        .contains("public final class BCSchema {\n");
  }

  @Test
  void annotatedInterfacesArePrintedAndWhatTheyCannotSay() throws IOException {
    Cli.Outcome outcome = Cli.succeed("infer", Cli.sample(), "--form", "annotations");
    assertThat(outcome.err())
        .isEqualTo("espalier: not expressed: /acquisition/run1/focus_score: dimensions []\n");
    assertThat(outcome.out())
        .contains("@Convention(\n    name = \"example:inferred\",\n    version = \"1\")\n")
        .contains("public interface Inferred {\n", "  List<String> channelNames();\n");

    Path created = directory.resolve("created.zarr");
    Path spec = directory.resolve("spec.json");
    Files.writeString(
        spec, "{\"\": {\"node_type\": \"group\", \"attributes\": {\"a\": [1, \"b\"]}}}");
    Cli.succeed("create", spec, created);

    Cli.Outcome tuple = Cli.succeed("infer", created, "--form", "annotations");
    assertThat(tuple.err()).isEmpty();
    assertThat(tuple.out()).contains("@Tuple\n", "record A(Long first, String second) {}");
  }

  @Test
  void theDeclarationCanBeUsedAsAConvention() throws IOException {
    Path schema = directory.resolve("cells.json");
    Cli.Outcome printed = Cli.succeed("infer", Cli.sample(), "--name", "lab:cells", "--json");
    Files.writeString(schema, printed.out());

    Schema inferred = SchemaForm.read(printed.document());
    assertThat(inferred.identity()).isEqualTo(Identity.of("lab:cells", "1"));
    assertThat(Cli.succeed("infer", Cli.sample(), "--name", "lab:cells").out())
        .isEqualTo(JsonWriter.pretty(printed.document()) + "\n");
    Cli.Outcome valid = Cli.succeed("validate", Cli.sample(), "--as", schema, "--json");
    assertThat(Cli.at(valid.document(), "findings")).isEqualTo(new JsonArray(List.of()));
  }

  @Test
  void nothingIsInferredFromWhatIsNotThere() {
    Path none = directory.resolve("none.h5");
    Cli.Outcome outcome = Cli.run("infer", Cli.sample(), none);

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err()).isEqualTo("espalier: not found: " + none + ": nothing is there\n");
  }

  @Test
  void aNameThatJavaDoesNotAllowIsWrongUsage() {
    Cli.Outcome outcome =
        Cli.run("infer", Cli.sample(), "--class", "lab.class", "--form", "builder");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err())
        .isEqualTo("espalier: --class lab.class: \"class\" is no name of a Java class\n");
    assertThat(Cli.run("infer").code()).isEqualTo(2);
    Cli.Outcome form = Cli.run("infer", Cli.sample(), "--form", "prose");
    assertThat(form.code()).isEqualTo(2);
    assertThat(form.err())
        .isEqualTo("espalier: --form prose: expected one of json, builder, annotations\n");
  }

  @Test
  void hdf5FilesOfOthersFollowWhatWasInferredFromThem() throws IOException {
    assertThat(lawHolds(SharedData.require("hdf5"))).isGreaterThan(250);
  }

  @Test
  void zarrHierarchiesOfOthersFollowWhatWasInferredFromThem() throws IOException {
    assertThat(lawHolds(SharedData.require("ngff/real"))).isGreaterThan(20);
  }

  /** Checks each hierarchy alone, and all of a directory together. */
  private static int lawHolds(Path root) throws IOException {
    Backends backends = Backends.load();
    List<NodeSpec> together = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : paths.sorted().toList()) {
        tree(backends, path).ifPresent(together::add);
      }
    }
    together.forEach(one -> assertFollows(List.of(one)));
    for (int i = 0; i < together.size(); i += 10) {
      assertFollows(together.subList(i, Math.min(together.size(), i + 10)));
    }
    return together.size();
  }

  private static Optional<NodeSpec> tree(Backends backends, Path path) {
    Location location = Location.of(path);
    try {
      if (backends.recognise(location).isEmpty()) {
        return Optional.empty();
      }
      try (OpenHierarchy hierarchy = backends.open(location)) {
        return Optional.of(hierarchy.tree()).filter(tree -> !(tree instanceof UnreadableSpec));
      }
    } catch (EspalierException e) {
      return Optional.empty(); // damaged on purpose, or of a kind that cannot be read
    }
  }

  @Test
  void productsOfSentinel2FollowWhatWasInferredFromAllOfThem() throws IOException {
    List<NodeSpec> products = new ArrayList<>();
    try (Stream<Path> files = Files.list(SharedData.require("geo/eopf"))) {
      for (Path file : files.sorted().toList()) {
        JsonValue json = JsonReader.parse(Files.readString(file));
        if (json instanceof JsonObject object && object.has("members")) {
          products.add(node(object));
        }
      }
    }

    assertThat(products).hasSizeGreaterThan(5);
    products.forEach(one -> assertFollows(List.of(one)));
    assertFollows(products);
  }

  /** A node in the nested form of pydantic-zarr. */
  private static NodeSpec node(JsonObject json) {
    Attributes attributes =
        json.get("attributes").map(a -> Attributes.of((JsonObject) a)).orElse(Attributes.none());
    if (json.get("shape").orElse(null) instanceof JsonArray shape) {
      String text = json.get("data_type").or(() -> json.get("dtype")).orElseThrow().toString();
      return ArraySpec.builder()
          .attributes(attributes)
          .dataType(DataType.named(text.replace("\"", "")))
          .shape(
              Shape.of(
                  shape.elements().stream()
                      .mapToLong(extent -> Long.parseLong(extent.toString()))
                      .toArray()))
          .build();
    }
    GroupSpec.Builder group = GroupSpec.builder().attributes(attributes);
    ((JsonObject) json.get("members").orElse(JsonObject.empty()))
        .members()
        .forEach((name, member) -> group.putMember(name, node((JsonObject) member)));
    return group.build();
  }

  private static void assertFollows(List<NodeSpec> examples) {
    Schema schema = SchemaInference.of(examples, Identity.of("lab:x", "1"));
    Matcher matcher = Matcher.of(schema);
    for (NodeSpec example : examples) {
      if (example instanceof GroupSpec group
          && group.attributes().isEmpty()
          && group.members().values().stream().allMatch(UnreadableSpec.class::isInstance)) {
        continue; // nothing in it is declared, which is a finding by itself
      }
      assertThat(matcher.match(example, NodePath.root()).findings())
          .filteredOn(finding -> !isUnread(example, finding))
          .isEmpty();
    }
  }

  /** Whether a finding is about a node that cannot be read, which inference leaves out. */
  private static boolean isUnread(NodeSpec tree, Finding finding) {
    return tree.find(finding.node()).filter(UnreadableSpec.class::isInstance).isPresent();
  }
}
