package dev.espalier.model.infer;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Trees of all sorts, the same ones for the same seed. */
public final class RandomTrees {
  private static final List<String> NAMES =
      List.of(
          "a", "data", "x", "run_1", "run_2", "run_03", "s0", "s1", "s2", "0", "1", "7", "r{x}2");
  private static final List<String> DIMENSIONS = List.of("x", "y", "time", "bad name", "1st");

  private static final List<CoreType> TYPES = List.of(CoreType.values());

  private final Random random;

  /** Starts with a seed. */
  public RandomTrees(long seed) {
    this.random = new Random(seed);
  }

  /** A node with at most so many levels below it. */
  public NodeSpec node(int depth) {
    return depth == 0 || random.nextInt(3) == 0 ? array() : group(depth);
  }

  /** A group with at most so many levels below it. */
  public GroupSpec group(int depth) {
    GroupSpec.Builder group = GroupSpec.builder().attributes(attributes());
    List<String> names = new ArrayList<>(NAMES);
    for (int i = random.nextInt(7); i > 0; i--) {
      group.putMember(names.remove(random.nextInt(names.size())), node(depth - 1));
    }
    if (random.nextInt(6) == 0) {
      NodeSpec like = array();
      for (int i = 0; i < 6; i++) {
        group.putMember("any" + (char) ('a' + i), like);
      }
    }
    return group.build();
  }

  private ArraySpec array() {
    int rank = random.nextInt(4);
    long[] extents = random.longs(rank, 0, 6).toArray();
    ArraySpec.Builder array =
        ArraySpec.builder()
            .dataType(TYPES.get(random.nextInt(TYPES.size())))
            .shape(Shape.of(extents))
            .attributes(attributes());
    if (random.nextInt(2) == 0) {
      List<Optional<String>> names = new ArrayList<>();
      for (int i = 0; i < rank; i++) {
        String name = DIMENSIONS.get(random.nextInt(DIMENSIONS.size()));
        names.add(random.nextInt(4) == 0 ? Optional.empty() : Optional.of(name));
      }
      array.dimensionNames(names);
    }
    return array.build();
  }

  private Attributes attributes() {
    return Attributes.of(object(2));
  }

  private JsonObject object(int depth) {
    Map<String, JsonValue> members = new LinkedHashMap<>();
    List<String> names = List.of("version", "units", "unit", "scale", "1", "2", "3", "a/b~c");
    for (int i = random.nextInt(5); i > 0; i--) {
      members.put(names.get(random.nextInt(names.size())), value(depth));
    }
    return new JsonObject(members);
  }

  private JsonValue value(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 5)) {
      case 0 -> JsonValue.of("text" + random.nextInt(3));
      case 1 -> JsonValue.of(random.nextInt(100));
      case 2 -> JsonValue.of(random.nextBoolean());
      case 3 -> new JsonNumber(random.nextInt(9) + ".5");
      case 4 -> JsonNull.NULL;
      case 5 -> object(depth - 1);
      case 6 -> JsonArray.of(JsonValue.of("y"), JsonValue.of(random.nextInt(5)));
      default -> list(depth);
    };
  }

  private JsonArray list(int depth) {
    List<JsonValue> elements = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      elements.add(value(depth - 1));
    }
    return new JsonArray(elements);
  }
}
