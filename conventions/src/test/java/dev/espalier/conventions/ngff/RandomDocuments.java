package dev.espalier.conventions.ngff;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Attributes of images with one to three random changes. */
final class RandomDocuments {
  private final Random random;

  private RandomDocuments(long seed) {
    random = new Random(seed);
  }

  static List<JsonObject> likeAnImage(long seed, int count) {
    RandomDocuments source = new RandomDocuments(seed);
    List<JsonObject> starts =
        List.of(
            ImageFixture.valid().attributes(),
            ImageFixture.stack().attributes(),
            ImageFixture.plane().attributes());
    return IntStream.range(0, count)
        .mapToObj(i -> source.changed(starts.get(i % starts.size())))
        .toList();
  }

  private JsonObject changed(JsonObject start) {
    JsonValue document = start;
    for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
      JsonValue next = change(document);
      document = next instanceof JsonObject ? next : document;
    }
    return (JsonObject) document;
  }

  /** Goes down at random and changes what is there. */
  private JsonValue change(JsonValue value) {
    if (value instanceof JsonObject object && !object.isEmpty() && random.nextInt(8) > 0) {
      List<String> names = List.copyOf(object.members().keySet());
      String name = names.get(random.nextInt(names.size()));
      return random.nextInt(10) == 0
          ? object.without(name)
          : object.with(name, change(object.get(name).orElseThrow()));
    }
    if (value instanceof JsonArray array && array.size() > 0 && random.nextInt(8) > 0) {
      List<JsonValue> elements = new ArrayList<>(array.elements());
      int at = random.nextInt(elements.size());
      switch (random.nextInt(10)) {
        case 0 -> elements.remove(at);
        case 1 -> elements.add(elements.get(at));
        case 2 -> elements.add(elements.remove(at));
        default -> elements.set(at, change(elements.get(at)));
      }
      return new JsonArray(elements);
    }
    return another(value);
  }

  private JsonValue another(JsonValue value) {
    List<JsonValue> others =
        List.of(
            JsonNull.NULL,
            JsonValue.of(true),
            JsonValue.of(3),
            new JsonNumber("1.0"),
            new JsonNumber("-2.5"),
            JsonValue.of(""),
            JsonValue.of("space"),
            JsonValue.of("time"),
            JsonValue.of("channel"),
            JsonValue.of("scale"),
            JsonValue.of("translation"),
            JsonValue.of("x"),
            JsonArray.of(),
            JsonArray.ofLongs(1, 2),
            JsonObject.empty(),
            reversed(value));
    return others.get(random.nextInt(others.size()));
  }

  private static JsonValue reversed(JsonValue value) {
    if (!(value instanceof JsonObject object)) {
      return value;
    }
    List<String> names = new ArrayList<>(object.members().keySet());
    Collections.reverse(names);
    Map<String, JsonValue> members = new LinkedHashMap<>();
    names.forEach(name -> members.put(name, object.get(name).orElseThrow()));
    return new JsonObject(members);
  }
}
