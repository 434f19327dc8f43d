package dev.espalier.conventions.ngff;

import dev.espalier.json.JsonReader;
import dev.espalier.json.JsonSchemaChecker;
import dev.espalier.model.convention.Convention;
import dev.espalier.model.finding.Finding;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The schemas and cases that the authors of OME-NGFF publish with the specification. */
final class OfficialSuite {
  private OfficialSuite() {}

  /**
   * A case.
   *
   * @param name what the authors call it
   * @param attributes the attributes of a group
   * @param valid the verdict of the authors
   */
  record Case(String name, JsonObject attributes, boolean valid) {
    @Override
    public String toString() {
      return name;
    }

    List<Finding> check() {
      return findings(attributes);
    }
  }

  static List<Finding> findings(JsonObject attributes) {
    return findings(new NgffImage05(), attributes);
  }

  static Stream<Case> cases(String suite) {
    JsonArray tests = (JsonArray) read("ngff/0.5/tests/" + suite).get("tests").orElseThrow();
    return tests.elements().stream()
        .map(JsonObject.class::cast)
        .map(
            test ->
                new Case(
                    ((JsonString) test.get("formerly").orElseThrow()).value(),
                    (JsonObject) test.get("data").orElseThrow(),
                    test.get("valid").orElseThrow() == JsonBoolean.TRUE));
  }

  /** What a convention finds in a group with such attributes and nothing below it. */
  static List<Finding> findings(Convention convention, JsonObject attributes) {
    GroupSpec group = GroupSpec.empty().withAttributes(Attributes.of(attributes));
    return convention.check(group, NodePath.root());
  }

  /** A checker of attributes by a published schema. */
  static JsonSchemaChecker schema(String name) {
    List<JsonObject> companions = new ArrayList<>();
    for (String companion :
        List.of("_version.schema", "image.schema", "label.schema", "plate.schema", "well.schema")) {
      companions.add(read("ngff/0.5/schemas/" + companion));
    }
    return JsonSchemaChecker.of(read("ngff/0.5/schemas/" + name), companions);
  }

  private static JsonObject read(String relative) {
    try {
      return (JsonObject) JsonReader.parse(Files.readAllBytes(SharedData.require(relative)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
