package dev.espalier.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonValue;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schemas and examples that authors of Zarr conventions publish. */
class PublishedConventionsTest {
  private static final String FOLDER = "geo/zarr-conventions/";
  private static final int MUTATIONS = 300;

  /** The imported declaration and the JSON Schema of the same attributes are of one opinion. */
  @ParameterizedTest
  @ValueSource(strings = {"multiscales", "spatial", "CF", "dggs", "nzug", "template"})
  void theDeclarationJudgesAsTheSchemaDoes(String convention) throws IOException {
    JsonObject schema = read(SharedData.require(FOLDER + convention + "/schema.json"));
    ImportedSchema imported = AttributeSchemaImport.ofMetadata(schema);
    JsonSchemaChecker judge =
        SourceSchema.of(schema)
            .checker(JsonPointer.of("properties", "attributes").find(schema).orElseThrow());
    Random random = new Random(5);
    int[] verdicts = new int[2];
    for (Path file : examples(convention)) {
      JsonObject attributes = (JsonObject) read(file).get("attributes").orElseThrow();
      for (int i = 0; i < MUTATIONS; i++) {
        JsonObject changed = i == 0 ? attributes : (JsonObject) mutated(attributes, random);
        boolean valid = judge.check(changed).isEmpty();
        verdicts[valid ? 1 : 0]++;
        assertThat(ImportedJudge.findings(imported.attributes(), changed).isEmpty())
            .as("%s %s", file.getFileName(), changed)
            .isEqualTo(valid);
      }
    }
    assertThat(verdicts[0]).isPositive();
    assertThat(verdicts[1]).isPositive();
  }

  @ParameterizedTest
  @ValueSource(strings = {"geo-proj", "stac"})
  void schemasThatReferToOthersAreRefusedByName(String convention) throws IOException {
    JsonObject schema = read(SharedData.require(FOLDER + convention + "/schema.json"));

    assertThatThrownBy(() -> AttributeSchemaImport.ofMetadata(schema))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the JSON Schema refers to https://")
        .hasMessageEndingWith("can be followed");
  }

  private static List<Path> examples(String convention) throws IOException {
    try (Stream<Path> files = Files.list(SharedData.require(FOLDER + convention))) {
      List<Path> examples = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        boolean isExample =
            file.toString().endsWith(".json")
                && !file.getFileName().toString().equals("schema.json");
        if (isExample && read(file).has("attributes")) {
          examples.add(file);
        }
      }
      assertThat(examples).isNotEmpty();
      return examples;
    }
  }

  /** A copy in which something deep inside is another value, or not there. */
  private static JsonValue mutated(JsonValue value, Random random) {
    if (value instanceof JsonObject object && !object.isEmpty() && random.nextInt(5) > 0) {
      List<String> names = List.copyOf(object.members().keySet());
      String name = names.get(random.nextInt(names.size()));
      return random.nextInt(5) == 0
          ? object.without(name)
          : object.with(name, mutated(object.get(name).orElseThrow(), random));
    }
    if (value instanceof JsonArray array && array.size() > 0 && random.nextInt(5) > 0) {
      List<JsonValue> elements = new ArrayList<>(array.elements());
      int at = random.nextInt(elements.size());
      if (random.nextInt(5) == 0) {
        elements.remove(at);
      } else {
        elements.set(at, mutated(elements.get(at), random));
      }
      return new JsonArray(elements);
    }
    if (value instanceof JsonObject object) {
      return object.with("more", JsonValue.of(1));
    }
    return switch (random.nextInt(6)) {
      case 0 -> JsonValue.of("text");
      case 1 -> JsonValue.of(-1);
      case 2 -> JsonValue.of(true);
      case 3 -> JsonArray.ofLongs(1, 2);
      case 4 -> JsonObject.empty();
      default -> value;
    };
  }

  private static JsonObject read(Path file) throws IOException {
    return (JsonObject) JsonReader.parse(Files.readAllBytes(file));
  }
}
