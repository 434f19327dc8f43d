package dev.espalier.conventions.ngff;

import dev.espalier.json.JsonReader;
import dev.espalier.model.json.JsonObject;
import dev.espalier.model.json.JsonPointer;
import dev.espalier.model.node.ArraySpec;
import dev.espalier.model.node.Attributes;
import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.node.NodeSpec;
import dev.espalier.model.path.NodePath;
import dev.espalier.model.shape.Shape;
import dev.espalier.model.type.CoreType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A valid image of five dimensions in three levels, with channels, labels and members that nobody
 * declared, and copies of it that differ in one thing.
 *
 * @param attributes the attributes of the image
 * @param below the nodes below it
 */
record ImageFixture(JsonObject attributes, Map<NodePath, NodeSpec> below) {
  private static final List<String> AXES = List.of("t", "c", "z", "y", "x");

  /** Five dimensions, three levels. */
  static ImageFixture valid() {
    Map<NodePath, NodeSpec> below = new LinkedHashMap<>();
    below.put(NodePath.parse("/0"), level(AXES, 2, 3, 10, 101, 200));
    below.put(NodePath.parse("/1"), level(AXES, 2, 3, 10, 51, 100));
    below.put(NodePath.parse("/2"), level(AXES, 2, 3, 10, 26, 50));
    below.put(
        NodePath.parse("/labels"), group("{\"ome\": {\"version\": \"0.5\", \"labels\": []}}"));
    return new ImageFixture(object(ATTRIBUTES), below);
  }

  /** Two dimensions, one level. */
  static ImageFixture plane() {
    return valid()
        .remove("/ome/omero")
        .remove("/ome/multiscales/0/coordinateTransformations")
        .remove("/ome/multiscales/0/axes/0")
        .remove("/ome/multiscales/0/axes/0")
        .remove("/ome/multiscales/0/axes/0")
        .set("/ome/multiscales/0/datasets", dataset("[0.5, 0.5]"))
        .without("/1")
        .without("/2")
        .with("/0", level(List.of("y", "x"), 101, 200));
  }

  /** Three dimensions, one level. */
  static ImageFixture stack() {
    return plane()
        .set("/ome/multiscales/0/axes", valid().get("/ome/multiscales/0/axes"))
        .remove("/ome/multiscales/0/axes/0")
        .remove("/ome/multiscales/0/axes/0")
        .set("/ome/multiscales/0/datasets", dataset("[2, 0.5, 0.5]"))
        .with("/0", level(List.of("z", "y", "x"), 10, 101, 200));
  }

  private static String dataset(String scale) {
    return "[{\"path\": \"0\", \"coordinateTransformations\": [{\"type\": \"scale\", \"scale\": "
        + scale
        + "}]}]";
  }

  static ArraySpec level(List<String> dimensions, long... extents) {
    return ArraySpec.builder()
        .dataType(CoreType.UINT16)
        .shape(Shape.of(extents))
        .dimensions(dimensions)
        .build();
  }

  static GroupSpec group(String attributes) {
    return GroupSpec.empty().withAttributes(Attributes.of(object(attributes)));
  }

  static JsonObject object(String text) {
    return (JsonObject) JsonReader.parse(text);
  }

  NodeSpec hierarchy() {
    if (below.isEmpty()) {
      return level(AXES, 1, 1, 1, 1, 1).withAttributes(Attributes.of(attributes));
    }
    Map<NodePath, NodeSpec> flat = new LinkedHashMap<>(below);
    flat.put(NodePath.root(), GroupSpec.empty().withAttributes(Attributes.of(attributes)));
    return NodeSpec.fromFlat(flat);
  }

  /** An array with the attributes of the image. */
  ImageFixture asArray() {
    return new ImageFixture(attributes, Map.of());
  }

  String get(String pointer) {
    return new JsonPointer(List.of(pointer.substring(1).split("/")))
        .find(attributes)
        .orElseThrow()
        .toString();
  }

  ImageFixture set(String pointer, String value) {
    return new ImageFixture(JsonEdit.set(attributes, pointer, value), below);
  }

  ImageFixture remove(String pointer) {
    return new ImageFixture(JsonEdit.remove(attributes, pointer), below);
  }

  /** Two elements of a list change places. */
  ImageFixture swapped(String list, int first, int second) {
    return set(list + "/" + first, get(list + "/" + second))
        .set(list + "/" + second, get(list + "/" + first));
  }

  ImageFixture without(String node) {
    Map<NodePath, NodeSpec> fewer = new LinkedHashMap<>(below);
    fewer.remove(NodePath.parse(node));
    return new ImageFixture(attributes, fewer);
  }

  ImageFixture with(String path, NodeSpec node) {
    Map<NodePath, NodeSpec> more = new LinkedHashMap<>(below);
    more.put(NodePath.parse(path), node);
    return new ImageFixture(attributes, more);
  }

  ImageFixture array(String path, UnaryOperator<ArraySpec.Builder> change) {
    ArraySpec array = (ArraySpec) below.get(NodePath.parse(path));
    return with(path, change.apply(ArraySpec.builder().from(array)).build());
  }

  ImageFixture dimensions(String... names) {
    return array("/0", array -> array.dimensions(List.of(names)))
        .array("/1", array -> array.dimensions(List.of(names)))
        .array("/2", array -> array.dimensions(List.of(names)));
  }

  private static final String ATTRIBUTES =
      """
      {
        "_creator": {"name": "somebody"},
        "ome": {
          "version": "0.5",
          "multiscales": [{
            "name": "cells",
            "axes": [
              {"name": "t", "type": "time", "unit": "second"},
              {"name": "c", "type": "channel"},
              {"name": "z", "type": "space", "unit": "micrometer"},
              {"name": "y", "type": "space", "unit": "micrometer"},
              {"name": "x", "type": "space", "unit": "micrometer", "longName": "across"}
            ],
            "datasets": [
              {"path": "0", "coordinateTransformations": [
                {"type": "scale", "scale": [1, 1, 2, 0.5, 0.5]}]},
              {"path": "1", "coordinateTransformations": [
                {"type": "scale", "scale": [1, 1, 2, 1.0, 1.0]},
                {"type": "translation", "translation": [0, 0, 0, 0.25, 0.25]}]},
              {"path": "2", "coordinateTransformations": [
                {"type": "scale", "scale": [1, 1, 2, 2.0, 2.0]},
                {"type": "translation", "translation": [0, 0, 0, 0.75, 0.75]}]}
            ],
            "coordinateTransformations": [
              {"type": "scale", "scale": [10, 1, 1, 1, 1]},
              {"type": "translation", "translation": [5, 0, 0, 0, 0]}],
            "type": "mean",
            "metadata": {"method": "mean"}
          }],
          "omero": {
            "id": 1,
            "channels": [
              {"label": "DAPI", "family": "linear", "active": true, "color": "0000FF",
               "window": {"start": 0, "end": 1500.0, "min": 0, "max": 65535}},
              {"color": "00ff00", "window": {"start": 0, "end": 9, "min": 0, "max": 9}},
              {"color": "FF0000", "window": {"start": 0, "end": 9, "min": 0, "max": 9}}
            ]
          }
        }
      }
      """;
}
