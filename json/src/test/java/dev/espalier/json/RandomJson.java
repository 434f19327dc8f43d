package dev.espalier.json;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonBoolean;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws JSON values. */
final class RandomJson {
  private RandomJson() {}

  static JsonValue value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> JsonNull.NULL;
      case 1 -> JsonBoolean.of(random.nextBoolean());
      case 2 -> new JsonString(text(random));
      case 3 -> new JsonNumber(new BigInteger(random.nextInt(120), random).negate().toString());
      case 4 -> JsonValue.of(Double.longBitsToDouble(random.nextLong()));
      case 5 -> new JsonNumber(random.nextInt(1000) + ".50e" + random.nextInt(400));
      case 6 -> array(random, depth - 1);
      default -> object(random, depth - 1);
    };
  }

  private static JsonArray array(Random random, int depth) {
    List<JsonValue> elements = new ArrayList<>();
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      elements.add(value(random, depth));
    }
    return new JsonArray(elements);
  }

  private static JsonObject object(Random random, int depth) {
    JsonObject.Builder object = JsonObject.builder();
    int size = random.nextInt(5);
    for (int i = 0; i < size; i++) {
      object.put(text(random).replaceAll("\\p{Cs}", "-"), value(random, depth));
    }
    return object.build();
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(
          switch (random.nextInt(4)) {
            case 0 -> random.nextInt(0x20);
            case 1 -> random.nextInt(Character.MAX_CODE_POINT + 1);
            default -> ' ' + random.nextInt(95);
          });
    }
    return text.toString();
  }
}
