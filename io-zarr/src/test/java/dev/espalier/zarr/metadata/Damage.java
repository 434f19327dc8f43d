package dev.espalier.zarr.metadata;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Replaces, removes or adds one value somewhere in a document. */
final class Damage {
  private static final List<JsonValue> VALUES =
      List.of(
          JsonReader.parse("null"),
          JsonReader.parse("true"),
          JsonReader.parse("0"),
          JsonReader.parse("-1"),
          JsonReader.parse("1e400"),
          JsonReader.parse("99999999999999999999999"),
          JsonReader.parse("\"\""),
          JsonReader.parse("\"r8\""),
          JsonReader.parse("\"/\""),
          JsonReader.parse("[]"),
          JsonReader.parse("[1, 1]"),
          JsonReader.parse("[[1, 1], {}]"),
          JsonReader.parse("{}"),
          JsonReader.parse("{\"name\": \"sharding_indexed\", \"configuration\": {}}"));

  private Damage() {}

  static JsonValue somewhere(JsonValue value, Random random) {
    if (value instanceof JsonObject object && !object.isEmpty() && random.nextInt(8) > 0) {
      List<String> names = new ArrayList<>(object.members().keySet());
      String name = names.get(random.nextInt(names.size()));
      return switch (random.nextInt(8)) {
        case 0 -> object.without(name);
        case 1 -> object.with(name + "x", any(random));
        default -> object.with(name, somewhere(object.get(name).orElseThrow(), random));
      };
    }
    if (value instanceof JsonArray array && array.size() > 0 && random.nextInt(8) > 0) {
      List<JsonValue> elements = new ArrayList<>(array.elements());
      int at = random.nextInt(elements.size());
      switch (random.nextInt(8)) {
        case 0 -> elements.remove(at);
        case 1 -> elements.add(at, any(random));
        default -> elements.set(at, somewhere(elements.get(at), random));
      }
      return new JsonArray(elements);
    }
    return any(random);
  }

  private static JsonValue any(Random random) {
    return VALUES.get(random.nextInt(VALUES.size()));
  }
}
