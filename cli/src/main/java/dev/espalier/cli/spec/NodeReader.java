package dev.espalier.cli.spec;

import dev.espalier.model.fill.FillValue;
import dev.espalier.model.json.JsonArray;
import dev.espalier.model.json.JsonNull;
import dev.espalier.model.json.JsonNumber;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.json.JsonString;
import dev.espalier.model.json.JsonValue;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the declaration of one node. */
final class NodeReader {
  private static final Set<String> OF_ANY_NODE = Set.of("zarr_format", "node_type", "attributes");
  private static final Set<String> OF_ARRAYS =
      Set.of(
          "shape",
          "data_type",
          "fill_value",
          "dimension_names",
          "chunk_grid",
          "chunk_key_encoding",
          "codecs",
          "chunks",
          "shards");

  private final NodePath path;
  private final JsonPointer at;
  private final JsonObject node;
  private final Mistakes mistakes;

  NodeReader(NodePath path, JsonPointer at, JsonObject node, Mistakes mistakes) {
    this.path = path;
    this.at = at;
    this.node = node;
    this.mistakes = mistakes;
  }

  /** The node, or nothing if a mistake keeps it from being made. */
  Optional<NodeSpec> read() {
    String type = node.get("node_type").orElse(null) instanceof JsonString s ? s.value() : "";
    if (!type.equals("group") && !type.equals("array")) {
      wrong("node_type", "expected \"group\" or \"array\"");
      return Optional.empty();
    }
    boolean isArray = type.equals("array");
    for (String name : node.members().keySet()) {
      if (!OF_ANY_NODE.contains(name) && !(isArray && OF_ARRAYS.contains(name))) {
        wrong(name, "there is no such member of a node of type " + type);
      }
    }
    return isArray
        ? readArray()
        : Optional.of(GroupSpec.builder().attributes(attributes()).build());
  }

  private Optional<NodeSpec> readArray() {
    Optional<Shape> shape = shape("shape", 0);
    Optional<DataType> type = dataType();
    Attributes attributes = attributes();
    if (shape.isEmpty() || type.isEmpty()) {
      return Optional.empty();
    }
    LayoutReader layout = new LayoutReader(this, shape.get());
    try {
      ArraySpec.Builder array =
          ArraySpec.builder()
              .dataType(type.get())
              .shape(shape.get())
              .attributes(attributes)
              .layout(layout.read());
      fillValue(type.get()).ifPresent(array::fillValue);
      dimensionNames().ifPresent(array::dimensionNames);
      return Optional.of(array.build());
    } catch (IllegalArgumentException e) {
      mistakes.add(path, at, String.valueOf(e.getMessage()), null);
      return Optional.empty();
    }
  }

  private Attributes attributes() {
    JsonValue value = node.get("attributes").orElse(JsonObject.empty());
    if (value instanceof JsonObject object) {
      return Attributes.of(object);
    }
    wrong("attributes", "expected an object");
    return Attributes.none();
  }

  private Optional<DataType> dataType() {
    JsonValue value = node.get("data_type").orElse(JsonNull.NULL);
    if (value == JsonNull.NULL) {
      wrong("data_type", "expected the name of a data type, such as \"int16\"");
      return Optional.empty();
    }
    try {
      return Optional.of(DataType.fromJson(value));
    } catch (IllegalArgumentException e) {
      wrong("data_type", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<FillValue> fillValue(DataType type) {
    Optional<JsonValue> value = node.get("fill_value");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(FillValue.parse(type, value.get()));
    } catch (IllegalArgumentException e) {
      wrong("fill_value", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private Optional<List<Optional<String>>> dimensionNames() {
    JsonValue value = node.get("dimension_names").orElse(JsonNull.NULL);
    if (value == JsonNull.NULL) {
      return Optional.empty();
    }
    List<Optional<String>> names = new ArrayList<>();
    if (value instanceof JsonArray list) {
      for (JsonValue element : list.elements()) {
        if (element instanceof JsonString name) {
          names.add(Optional.of(name.value()));
        } else if (element == JsonNull.NULL) {
          names.add(Optional.empty());
        }
      }
      if (names.size() == list.size()) {
        return Optional.of(names);
      }
    }
    wrong("dimension_names", "expected a list with a name or null for each dimension");
    return Optional.empty();
  }

  /** A list of extents, each at least as large as the least. */
  Optional<Shape> shape(String member, long least) {
    return extents(node.get(member).orElse(JsonNull.NULL), least)
        .or(
            () -> {
              wrong(member, "expected a list of whole numbers, each at least " + least);
              return Optional.empty();
            });
  }

  static Optional<Shape> extents(JsonValue value, long least) {
    if (!(value instanceof JsonArray list)) {
      return Optional.empty();
    }
    long[] extents = new long[list.size()];
    for (int d = 0; d < extents.length; d++) {
      extents[d] = list.elements().get(d) instanceof JsonNumber n ? n.asLong().orElse(-1) : -1;
      if (extents[d] < least) {
        return Optional.empty();
      }
    }
    return Optional.of(Shape.of(extents));
  }

  Optional<JsonValue> member(String name) {
    return node.get(name);
  }

  /** Notes what is wrong with a member. */
  void wrong(String member, String message) {
    mistakes.add(path, at.child(member), message, node.get(member).orElse(null));
  }
}
