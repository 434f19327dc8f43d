package dev.espalier.example.golden;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every single mistake of a few sorts that the sound gauge can be given, each breaking one rule.
 */
final class Mutations {
  private static final Set<String> OPTIONAL_MEMBERS = Set.of("flags", "tides", "bounds");
  private static final Set<String> OPTIONAL_ATTRIBUTES = Set.of("contacts", "latest", "email");

  private final Map<String, JsonValue> flat;
  private final List<Mutation> all = new ArrayList<>();

  private Mutations(JsonObject sound) {
    this.flat = sound.members();
  }

  /**
   * A mistake.
   *
   * @param changes how it is seeded
   * @param node the node at which it has to be found
   * @param rules the rules one of which has to be broken
   */
  record Mutation(List<String> changes, String node, Set<String> rules) {
    Mutation(String change, String node, String... rules) {
      this(List.of(change), node, new LinkedHashSet<>(List.of(rules)));
    }

    /** Whether two mistakes have nothing to do with each other: they are in other deployments. */
    boolean isApartFrom(Mutation other) {
      return !top().equals(other.top());
    }

    private String top() {
      int second = node.indexOf('/', 1);
      return second < 0 ? node : node.substring(0, second);
    }
  }

  static List<Mutation> ofTheGauge() {
    JsonObject sound =
        (JsonObject) JsonReader.parse(GoldenCase.textOf(GoldenCase.folder().resolve("gauge.json")));
    Mutations mutations = new Mutations(sound);
    mutations.flat.forEach((path, node) -> mutations.node(path, (JsonObject) node));
    return mutations.all;
  }

  private void node(String path, JsonObject node) {
    node.get("attributes")
        .ifPresent(attributes -> attributes(path, "/attributes", (JsonObject) attributes));
    if (node.get("shape").orElse(null) instanceof JsonArray shape) {
      array(path, node, shape);
    }
    if (path.matches("/.+/.+")) {
      member(path);
    }
  }

  private void member(String path) {
    String parent = path.substring(0, path.lastIndexOf('/'));
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (name.matches("pressure_[0-9]+")) {
      return; // there may be fewer
    }
    if (!OPTIONAL_MEMBERS.contains(name) && !path.equals("/deployment_0/air")) {
      all.add(new Mutation("remove " + path, parent, "member.missing", "member.recommended"));
      all.add(
          new Mutation(
              "rename " + path + " " + name + "x", parent, "member.missing", "member.recommended"));
    } else if (name.equals("bounds")) {
      all.add(new Mutation("rename " + path + " " + name + "x", path + "x", "member.undeclared"));
    } else if (!name.equals("air")) {
      all.add(new Mutation("rename " + path + " " + name + "x", path + "x", "member.misspelt"));
    }
  }

  private void array(String path, JsonObject node, JsonArray shape) {
    if (!node.has("fill_value")) {
      all.add(
          new Mutation(
              "set " + path + " /data_type \"complex64\"",
              path,
              "array.data-type",
              "group.data-type"));
    }
    if (!node.has("dimension_names") && !node.has("chunks")) {
      String more = shape.toString().replace("]", ",7]");
      all.add(new Mutation("set " + path + " /shape " + more, path, "array.rank"));
      String longer = shape.toString().replaceFirst("[0-9]+", "977");
      all.add(
          new Mutation(
              "set " + path + " /shape " + longer, path, "dimension.conflict", "array.extent"));
    }
    all.add(
        new Mutation(
            List.of("unreadable " + path + " CORRUPT it ends early"),
            path,
            Set.of("member.readable")));
  }

  private void attributes(String path, String pointer, JsonObject object) {
    object
        .members()
        .forEach(
            (name, value) -> {
              String at = pointer + "/" + name;
              if (!OPTIONAL_ATTRIBUTES.contains(name)) {
                removed(path, at, name, value);
              } else {
                renamed(path, at, value, "attribute.misspelt");
              }
              retyped(path, at, value);
              if (value instanceof JsonObject inner) {
                attributes(path, at, inner);
              }
            });
  }

  private void removed(String path, String at, String name, JsonValue value) {
    String[] rules =
        name.equals("flag_scheme")
            ? new String[] {"group.requires"}
            : name.equals("air_pressure")
                ? new String[] {"group.alternatives"}
                : new String[] {"attribute.missing", "attribute.recommended"};
    all.add(new Mutation("remove " + path + " " + at, path, rules));
    renamed(path, at, value, rules);
  }

  private void renamed(String path, String at, JsonValue value, String... rules) {
    all.add(
        new Mutation(
            List.of("remove " + path + " " + at, "set " + path + " " + at + "x " + value),
            path,
            Set.of(rules)));
  }

  private void retyped(String path, String at, JsonValue value) {
    all.add(new Mutation("set " + path + " " + at + " null", path, "attribute.type"));
    all.add(new Mutation("set " + path + " " + at + " [true]", path, "attribute.type"));
    if (value instanceof JsonNumber) {
      all.add(
          new Mutation(
              "set " + path + " " + at + " 99999",
              path,
              "attribute.range",
              "attribute.extent",
              "dimension.conflict"));
    }
  }
}
