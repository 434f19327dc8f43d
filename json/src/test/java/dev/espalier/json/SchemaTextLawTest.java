package dev.espalier.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.error.InvalidHierarchyException;
import dev.espalier.model.form.SchemaForm;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Laws that hold for every schema, and for every document that is nearly one. */
class SchemaTextLawTest {
  private static final JsonSchemaChecker FORM = JsonSchemaChecker.of(SchemaText.jsonSchema());

  @Test
  void everySchemaSurvivesItsTextAndHasOneSpelling() {
    for (long seed = 0; seed < 500; seed++) {
      Schema schema = RandomSchemas.of(seed);
      String text = SchemaText.write(schema);
      Schema read = SchemaText.parse(text);
      assertThat(read).as("seed %d", seed).isEqualTo(schema);
      assertThat(SchemaText.write(read)).as("seed %d", seed).isEqualTo(text);
    }
  }

  @Test
  void theJsonSchemaOfTheFormIsOneAndEverythingWrittenIsValidAgainstIt() {
    assertThat(JsonSchemaChecker.ofSchemas().check(SchemaText.jsonSchema())).isEmpty();
    for (long seed = 0; seed < 200; seed++) {
      assertThat(FORM.check(SchemaForm.write(RandomSchemas.of(seed))))
          .as("seed %d", seed)
          .isEmpty();
    }
    for (Schema schema : ExportedConventions.all()) {
      assertThat(FORM.check(SchemaForm.write(schema))).isEmpty();
    }
  }

  @Test
  void whatTheJsonSchemaRefusesIsRefusedByTheReaderAsWell() {
    int refused = 0;
    for (long seed = 0; seed < 400; seed++) {
      JsonObject broken =
          (JsonObject) new Damage(seed).to(SchemaForm.write(RandomSchemas.of(seed)));
      List<SchemaViolation> violations = FORM.check(broken);
      if (!violations.isEmpty()) {
        refused++;
        assertThat(isRead(broken)).as("seed %d: %s in %s", seed, violations, broken).isFalse();
      }
    }
    assertThat(refused).isGreaterThan(200);
  }

  private static boolean isRead(JsonObject form) {
    try {
      return SchemaForm.read(form) != null;
    } catch (InvalidHierarchyException e) {
      return false;
    }
  }

  /** One member of a document renamed, removed or replaced. */
  private static final class Damage {
    private final Random random;
    private int left;

    Damage(long seed) {
      this.random = new Random(seed);
    }

    JsonValue to(JsonObject document) {
      left = random.nextInt(members(document));
      return damaged(document);
    }

    private static int members(JsonValue value) {
      if (value instanceof JsonArray array) {
        return array.elements().stream().mapToInt(Damage::members).sum();
      }
      return value instanceof JsonObject object
          ? object.members().values().stream().mapToInt(v -> 1 + members(v)).sum()
          : 0;
    }

    private JsonValue damaged(JsonValue value) {
      if (value instanceof JsonArray array) {
        List<JsonValue> elements = new ArrayList<>();
        array.elements().forEach(element -> elements.add(damaged(element)));
        return new JsonArray(elements);
      }
      if (!(value instanceof JsonObject object)) {
        return value;
      }
      Map<String, JsonValue> members = new LinkedHashMap<>();
      object
          .members()
          .forEach(
              (name, member) -> {
                if (left-- == 0) {
                  hit(name, member, members);
                } else {
                  members.put(name, damaged(member));
                }
              });
      return new JsonObject(members);
    }

    private void hit(String name, JsonValue member, Map<String, JsonValue> members) {
      switch (random.nextInt(4)) {
        case 0 -> members.put(name + "x", member);
        case 1 -> members.put(name, JsonNull.NULL);
        case 2 -> members.put(name, JsonArray.of(member));
        default -> members.put(name, JsonObject.of(name, member));
      }
    }
  }
}
