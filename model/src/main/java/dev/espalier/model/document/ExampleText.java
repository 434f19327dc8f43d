package dev.espalier.model.document;

import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.NodeSpec;
import java.util.ArrayList;
import java.util.List;

/** Spells a hierarchy in its flat form, a line for each node. */
final class ExampleText {
  private ExampleText() {}

  static String of(NodeSpec tree) {
    List<String> lines = new ArrayList<>();
    tree.walk(
        (path, node) -> lines.add("  " + JsonValue.of(path.toString()) + ": " + spaced(node)));
    return "{\n" + String.join(",\n", lines) + "\n}";
  }

  private static String spaced(NodeSpec node) {
    List<String> members = new ArrayList<>();
    document(node)
        .members()
        .forEach((name, value) -> members.add(JsonValue.of(name) + ": " + value));
    return "{" + String.join(", ", members) + "}";
  }

  private static JsonObject document(NodeSpec node) {
    JsonObject.Builder json = JsonObject.builder().put("node_type", node.kind());
    if (node instanceof ArraySpec array) {
      json.put("shape", JsonArray.ofLongs(array.shape().toArray()));
      json.put("data_type", array.dataType().id());
      array.fillValue().ifPresent(fill -> json.put("fill_value", fill.toJson()));
      array
          .dimensionNames()
          .ifPresent(
              names ->
                  json.put(
                      "dimension_names",
                      new JsonArray(
                          names.stream()
                              .map(n -> n.<JsonValue>map(JsonValue::of).orElse(JsonNull.NULL))
                              .toList())));
    }
    if (!node.attributes().isEmpty()) {
      json.put("attributes", node.attributes().toJson());
    }
    return json.build();
  }
}
